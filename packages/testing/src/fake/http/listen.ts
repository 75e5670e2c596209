import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { ConnectionLost } from "./intercept.ts";
import { severed } from "./severed.ts";

/** Where to listen. */
export interface ListenOptions {
  /** Port to listen on; 0, the default, takes a free one. */
  port?: number;
  /** Address to listen on; the default is loopback only. */
  host?: string;
}

/** A fake that is served over HTTP. */
export interface Listening {
  /** Where the server is, without a slash at the end, e.g. `http://127.0.0.1:40001`. */
  readonly url: string;
  readonly port: number;
  /** Ends the server and its open connections; safe to call again. */
  close(): Promise<void>;
}

/** Serves the same application over HTTP. A lost connection destroys the socket. */
export async function listen(
  respond: (request: Request) => Promise<Response>,
  options: ListenOptions = {},
): Promise<Listening> {
  const hostname = options.host ?? "127.0.0.1";
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
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch, port: options.port ?? 0, hostname, overrideGlobalObjects: false },
      (address: AddressInfo) => {
        server.off("error", reject);
        let ended: Promise<void> | undefined;
        const close = (): Promise<void> => {
          ended ??= closed(server);
          return ended;
        };
        resolve({ url: urlOf(hostname, address.port), port: address.port, close });
      },
    );
    server.once("error", reject);
  });
}

function urlOf(host: string, port: number): string {
  const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
}

function closed(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    if ("closeAllConnections" in server) {
      server.closeAllConnections();
    }
  });
}
