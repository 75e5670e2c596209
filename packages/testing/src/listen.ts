import type { Server } from "node:http";
import { TestServerError } from "./errors.ts";
import type { ListenOptions, RunningServer } from "./running-server.ts";

// The "bad ports" of the Fetch standard: browsers and Node refuse to connect to them.
const BLOCKED_PORTS = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
  526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
  3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

/** @throws {TestServerError} `invalid_option`: no such port, or one that `fetch` blocks. To be asked before a slow start. */
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
  if (BLOCKED_PORTS.has(port)) {
    const reason = "fetch and browsers refuse to connect to it (a blocked port of the Fetch standard)";
    throw new TestServerError(
      "invalid_option",
      `Port ${port} cannot be used: ${reason}. Choose another one.`,
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
