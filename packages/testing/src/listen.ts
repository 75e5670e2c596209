import type { Server } from "node:http";
import { TestServerError } from "./errors.ts";
import type { ListenOptions, RunningServer } from "./running-server.ts";

/** @throws {TestServerError} `invalid_option`: no such port or host. To be asked before a slow start. */
export function checkPort({ port = 0, host }: ListenOptions): void {
  if (host !== undefined && typeof host !== "string") {
    throw new TestServerError("invalid_option", `The host must be text such as "127.0.0.1", not ${host}.`);
  }
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new TestServerError(
      "invalid_option",
      `The port must be a whole number from 0 to 65535, not ${port}.`,
    );
  }
}

/** @throws {TestServerError} `invalid_option`, `port_in_use`, `cannot_listen`. */
export async function listen(server: Server, options: ListenOptions): Promise<RunningServer> {
  checkPort(options);
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
