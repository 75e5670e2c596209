import { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { checkOptions } from "../../known-options.ts";
import { LISTENING, listen } from "../../listen.ts";
import type { ListenOptions, RunningServer } from "../../running-server.ts";
import { ConnectionLost } from "./exchange.ts";

/** Serves the same application over HTTP. A lost connection destroys the socket. */
export async function serve(
  respond: (request: Request) => Promise<Response>,
  options: ListenOptions = {},
): Promise<RunningServer> {
  checkOptions("listen", options, LISTENING);
  const fetch = async (
    request: Request,
    env: { incoming: { socket: { destroy(): unknown } } },
  ): Promise<Response> => {
    const { socket } = env.incoming;
    try {
      return severed(await respond(request), socket);
    } catch (error) {
      if (error instanceof ConnectionLost) {
        socket.destroy();
        return RESPONSE_ALREADY_SENT;
      }
      throw error;
    }
  };
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false });
  if (!(server instanceof Server))
    throw new TypeError("Without options the adaptor makes a server of HTTP/1.1.");
  return listen(server, options);
}

/**
 * An answer whose connection ends where its body breaks off by a lost connection, once what came before is on its
 * way. Bodies the fake itself makes are whole: they have their `Content-Length`.
 */
function severed(response: Response, socket: { destroy(): unknown }): Response {
  if (response.body === null || response.headers.has("content-length")) return response;
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error;
        setTimeout(() => socket.destroy());
        // Nothing more comes; the closed connection cancels this.
        await new Promise(() => {});
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  // Else the server would hold everything back until it has read some of the body.
  headers.set("Transfer-Encoding", "chunked");
  return new Response(body, { status, statusText, headers });
}
