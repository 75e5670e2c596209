import { componentUsageRoutes } from "../handlers/2021/component-usages.ts";
import { keyRoutes } from "../handlers/2021/keys.ts";
import { offeringUserRoutes } from "../handlers/2021/offering-users.ts";
import { offeringRoutes } from "../handlers/2021/offerings.ts";
import { planPeriodRoutes } from "../handlers/2021/plan-periods.ts";
import { resourceRoutes } from "../handlers/2021/resources.ts";
import { rootRoutes } from "../handlers/2021/root.ts";
import { serviceProviderRoutes } from "../handlers/2021/service-providers.ts";
import { teamRoutes } from "../handlers/2021/team.ts";
import { userRoutes } from "../handlers/2021/users.ts";
import { loginRoutes } from "../handlers/login.ts";
import type { ServedApi } from "../http/server.ts";

/** Everything the server of August 2021 answers that the SDK and the recordings touch. */
export const api2021: ServedApi = {
  routes: [
    ...rootRoutes,
    ...resourceRoutes,
    ...planPeriodRoutes,
    ...teamRoutes,
    ...offeringRoutes,
    ...componentUsageRoutes,
    ...offeringUserRoutes,
    ...serviceProviderRoutes,
    ...userRoutes,
    ...keyRoutes,
    ...loginRoutes,
  ],
  notFoundPage: {
    html: "<h1>Not Found</h1><p>The requested resource was not found on this server.</p>",
    contentType: "text/html",
  },
  crashPage: { html: "<h1>Server Error (500)</h1>", contentType: "text/html" },
};
