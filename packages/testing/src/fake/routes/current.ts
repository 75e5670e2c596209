import { componentUsageRoutes } from "../handlers/current/component-usages.ts";
import { keyRoutes } from "../handlers/current/keys.ts";
import { offeringUserRoutes } from "../handlers/current/offering-users.ts";
import { offeringRoutes } from "../handlers/current/offerings.ts";
import { offeringsUsernameRoutes } from "../handlers/current/offerings-username.ts";
import { orderActionRoutes } from "../handlers/current/order-actions.ts";
import { orderRoutes } from "../handlers/current/orders.ts";
import { planPeriodRoutes } from "../handlers/current/plan-periods.ts";
import { resourceActionRoutes } from "../handlers/current/resource-actions.ts";
import { resourceRoutes } from "../handlers/current/resources.ts";
import { rootRoutes } from "../handlers/current/root.ts";
import { serviceProviderListRoutes } from "../handlers/current/service-provider-lists.ts";
import { serviceProviderRoutes } from "../handlers/current/service-providers.ts";
import { teamRoutes } from "../handlers/current/team.ts";
import { userUsageRoutes } from "../handlers/current/user-usages.ts";
import { userRoutes } from "../handlers/current/users.ts";
import { loginRoutes } from "../handlers/login.ts";
import type { ServedApi } from "../http/server.ts";
import type { Generation } from "../words.ts";

/** Everything servers from 2024-10 on answer that the SDK and the recordings touch. */
export function currentApi(generation: Generation): ServedApi {
  return {
    routes: [
      ...rootRoutes,
      ...resourceRoutes,
      ...resourceActionRoutes(generation),
      ...planPeriodRoutes,
      ...teamRoutes,
      ...offeringRoutes,
      ...orderRoutes,
      ...orderActionRoutes,
      ...componentUsageRoutes,
      ...userUsageRoutes(generation),
      ...offeringUserRoutes,
      ...serviceProviderRoutes,
      ...serviceProviderListRoutes,
      ...offeringsUsernameRoutes,
      ...userRoutes,
      ...keyRoutes,
      ...loginRoutes,
    ],
    notFoundPage: page(
      "Not Found",
      "<h1>Not Found</h1><p>The requested resource was not found on this server.</p>",
    ),
    crashPage: page("Server Error (500)", "<h1>Server Error (500)</h1><p></p>"),
  };
}

function page(title: string, body: string): { html: string; contentType: string } {
  return {
    html: `\n<!doctype html>\n<html lang="en">\n<head>\n  <title>${title}</title>\n</head>\n<body>\n  ${body}\n</body>\n</html>\n`,
    contentType: "text/html; charset=utf-8",
  };
}
