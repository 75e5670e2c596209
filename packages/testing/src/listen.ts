import type { Server } from "node:http";
import { TestServerError } from "./errors.ts";
import type { ListenOptions, RunningServer } from "./running-server.ts";
import * as is from "./shapes.ts";

const isPort = (port: number) => Number.isInteger(port) && port >= 0 && port <= 65_535;

/** What every server's options have. They are checked before a slow start. */
export const LISTENING = {
  port: is.numberThat("a whole number from 0 to 65535", isPort),
  host: is.text(),
};

/** @throws {TestServerError} `port_in_use`, `cannot_listen`. */
export async function listen(server: Server, options: ListenOptions): Promise<RunningServer> {
  const { port = 0, host = "127.0.0.1" } = options;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(listenError(cause, port, host)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= closed(server);
    return closing;
  };
  return { url: urlOf(host, bound), port: bound, close, [Symbol.asyncDispose]: close };
}

function listenError(cause: NodeJS.ErrnoException, port: number, host: string): TestServerError {
  if (cause.code === "EADDRINUSE") {
    const message = `Port ${port} on ${host} is in use: choose another one, or 0 for any free one.`;
    return new TestServerError("port_in_use", message, { cause });
  }
  return new TestServerError("cannot_listen", `Cannot listen on ${host}:${port}: ${cause.message}.`, {
    cause,
  });
}

function urlOf(host: string, port: number): string {
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
