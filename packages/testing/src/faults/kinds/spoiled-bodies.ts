import type { Fault } from "../fault.ts";
import { changedAnswer } from "./changed-answer.ts";
import { page } from "./pages.ts";

/** The server does its work, and half of its JSON arrives, as if that were all. */
export function truncatedJson(): Fault {
  return changedAnswer("truncated-json", (bytes) =>
    isJsonText(bytes) ? bytes.slice(0, Math.ceil(bytes.byteLength / 2)) : undefined,
  );
}

/** The server does its work, and its answer arrives without the body. */
export function emptyBody(): Fault {
  return changedAnswer("empty-body", () => "");
}

/** The server does its work, and its answer says that it is something else; the body is as it was. */
export function wrongContentType(contentType = "text/html; charset=utf-8"): Fault {
  return {
    name: "wrong-content-type",
    async inject(_exchange, next) {
      const response = await next();
      const headers = new Headers(response.headers);
      headers.set("Content-Type", contentType);
      return new Response(response.body, {
        status: response.status,
        statusText: response.statusText,
        headers,
      });
    },
  };
}

/** A page of HTML with status 200 in the place of the server, such as a log-in or maintenance page: nothing was applied. */
export function htmlPage(): Fault {
  return {
    name: "html-page",
    inject: async () =>
      page(200, "<!doctype html>\n<title>Maintenance</title>\n<h1>We will be back soon</h1>\n"),
  };
}

/** Objects, lists and texts: half of any of them is not JSON. */
function isJsonText([first]: Uint8Array): boolean {
  return first !== undefined && '{["'.includes(String.fromCharCode(first));
}
