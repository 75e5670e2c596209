import type { ServedApi } from "../http/server.ts";

/** Everything servers from 2024-10 on answer that the SDK and the recordings touch. */
export function currentApi(_generation: "2024-10" | "8.x"): ServedApi {
  return {
    routes: [],
    notFoundPage: {
      html: '\n<!doctype html>\n<html lang="en">\n<head>\n  <title>Not Found</title>\n</head>\n<body>\n  <h1>Not Found</h1><p>The requested resource was not found on this server.</p>\n</body>\n</html>\n',
      contentType: "text/html; charset=utf-8",
    },
    crashPage: { html: "<h1>Server Error (500)</h1>", contentType: "text/html; charset=utf-8" },
  };
}
