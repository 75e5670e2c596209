import { createRequire } from "node:module";
import { TestServerError } from "../errors.ts";

type PrismHttp = typeof import("@stoplight/prism-http");
type PrismServer = typeof import("@stoplight/prism-http-server");

/** The parts of Prism used here, and a logger that says nothing. */
export interface Prism {
  readonly http: PrismHttp;
  readonly createServer: PrismServer["createServer"];
  readonly logger: Parameters<PrismHttp["createInstance"]>[1]["logger"];
}

/** How it is set up: strict about requests, and with the spec's own examples for answers. */
export const PRISM_CONFIG = {
  isProxy: false,
  upstreamProxy: undefined,
  errors: false,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: false,
  mock: { dynamic: false },
} as const;

let loaded: Prism | undefined;

/**
 * Loads Prism, once per process: the libraries that the user's own `@stoplight/prism-cli` is made of.
 *
 * That takes half a second and a lot of memory, so nothing else imports it: programs that only use the fake do not pay for
 * it, and need neither the package nor its version of Node.
 *
 * @throws {TestServerError} `prism_unavailable`: not installed, or it does not run on this Node.
 */
export function loadPrism(): Prism {
  try {
    loaded ??= requirePrism();
    return loaded;
  } catch (cause) {
    throw prismUnavailable(process.versions.node, cause);
  }
}

function requirePrism(): Prism {
  const cli = createRequire(import.meta.url).resolve("@stoplight/prism-cli/package.json");
  const require = createRequire(cli);
  const http: PrismHttp = require("@stoplight/prism-http");
  const { createServer }: PrismServer = require("@stoplight/prism-http-server");
  const logger = require("@stoplight/prism-core").createLogger("puhuri", { enabled: false });
  return { http, createServer, logger };
}

/** Says in one line what Prism needs. */
export function prismUnavailable(nodeVersion: string, cause: unknown): TestServerError {
  const reason = (cause instanceof Error ? cause.message : String(cause)).split("\n")[0];
  const needs = `Node 24.18 or newer (this is ${nodeVersion}) and Prism: \`npm install --save-dev @stoplight/prism-cli@5.16\``;
  return new TestServerError("prism_unavailable", `The mock and the proxy need ${needs}. (${reason})`, {
    cause,
  });
}
