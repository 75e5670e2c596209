import type { Server } from "node:http";
import { TestServerError } from "./errors.ts";
import type { ListenOptions, RunningServer } from "./running-server.ts";

/** @throws {TestServerError} `invalid_option`: no such port. Asked before the slow part of a start. */
export function checkPort({ port = 0 }: ListenOptions): void {
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return;
  throw new TestServerError("invalid_option", "port must be a whole number from 0 to 65535.");
}

/** @throws {TestServerError} `port_in_use`, `cannot_listen`. */
export async function listen(
  server: Server,
  { port = 0, host = "127.0.0.1" }: ListenOptions,
): Promise<RunningServer> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(listenError(cause, port, host)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= closeServer(server);
    return closing;
  };
  return { url: urlOf(host, bound), close, [Symbol.asyncDispose]: close };
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

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
