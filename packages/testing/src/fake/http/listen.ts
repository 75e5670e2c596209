import { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { checkOptions } from "../../known-options.ts";
import { type ListenOptions, listen, type RunningServer } from "../../listen.ts";
import { ConnectionLost } from "./intercept.ts";
import { severed } from "./severed.ts";

/** Serves the same application over HTTP. A lost connection destroys the socket. */
export async function serve(
  respond: (request: Request) => Promise<Response>,
  options: ListenOptions = {},
): Promise<RunningServer> {
  checkOptions("listen", options, { port: true, host: true });
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
