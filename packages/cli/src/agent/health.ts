import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { UsageError } from "../exit-codes.ts";
import { whyNot } from "../files.ts";
import type { Metrics, OfferingHealth } from "./metrics.ts";

/** A server of health checks. */
export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Extra time, since a pass may take long and one may fail. */
const PATIENCE_MS = 15 * 60_000;

/**
 * Serves `/healthz` (it runs), `/readyz` (it gets its work done) and `/metrics`.
 *
 * @throws {UsageError} The address or the port is not available.
 */
export async function serveHealth(
  { host, port }: { readonly host: string; readonly port: number },
  healths: () => readonly OfferingHealth[],
  metrics: Metrics,
  now: () => number,
): Promise<HealthServer> {
  const server = createServer(async ({ url = "" }, response) => {
    const [path] = url.split("?");
    if (path === "/healthz") return answer(response, 200, "ok\n");
    if (path === "/readyz") {
      const late = healths().filter((health) => isLate(health, now()));
      const said = late.map(
        ({ uuid }) => `offering ${uuid}: no recent pass could list what waits; see the log\n`,
      );
      return answer(response, late.length === 0 ? 200 : 503, said.join("") || "ok\n");
    }
    if (path === "/metrics") return answer(response, 200, await metrics.text(), "text/plain; version=0.0.4");
    answer(response, 404, "Not found. Try /healthz, /readyz or /metrics.\n");
  });
  server.listen(port, host);
  await once(server, "listening").catch((error: unknown) => {
    throw new UsageError(`listen: cannot listen on ${host}:${port} (${whyNot(error)}).`);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    async close() {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, "close");
    },
  };
}

function isLate({ lastGoodPass, everyMs }: OfferingHealth, now: number): boolean {
  return now - lastGoodPass > 2 * everyMs + PATIENCE_MS;
}

function answer(response: ServerResponse, status: number, text: string, type = "text/plain"): void {
  response.writeHead(status, { "content-type": `${type}; charset=utf-8` }).end(text);
}
