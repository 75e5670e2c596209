import { resourceRoutes } from "../handlers/2021/resources.ts";
import { rootRoutes } from "../handlers/2021/root.ts";
import type { ServedApi } from "../http/server.ts";

/** Everything the server of August 2021 answers that the SDK and the recordings touch. */
export const api2021: ServedApi = {
  routes: [...rootRoutes, ...resourceRoutes],
  notFoundPage: {
    html: "<h1>Not Found</h1><p>The requested resource was not found on this server.</p>",
    contentType: "text/html",
  },
  crashPage: { html: "<h1>Server Error (500)</h1>", contentType: "text/html" },
};
