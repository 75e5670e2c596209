import type { IncomingMessage, ServerResponse } from "node:http";
import { checkOptions } from "../known-options.ts";
import { LISTENING } from "../listen.ts";
import type { ListenOptions, RunningServer } from "../running-server.ts";
import * as is from "../shapes.ts";
import type { SpecDialect } from "../spec/operation-index.ts";
import { createExchangeCheck } from "./exchange-check.ts";
import { DIALECT } from "./operations.ts";
import { prismRequest } from "./prism-request.ts";
import { headersOf, listenFor, relayTo } from "./relay.ts";
import type { Violation } from "./request-record.ts";

/** Options of the validation proxy. */
export interface ValidationProxyOptions extends ListenOptions {
  /** The generation of servers to check against. Default: both. */
  readonly dialect?: SpecDialect | undefined;
  /** Called with every violation, before the client has the whole answer. */
  readonly onViolation?: ((violation: Violation) => void) | undefined;
}

export interface ValidationProxy extends RunningServer {
  /** All violations so far, in order. */
  readonly violations: readonly Violation[];
  /** How many exchanges were checked: shows that a test without violations did go through the proxy. */
  readonly exchanges: number;
}

/**
 * Starts a proxy between any client and any server that checks every request and every answer against the spec.
 *
 * Nothing that passes through is changed: status, headers, bodies byte for byte, empty or broken or HTML ones too, and
 * routes the spec does not know. Only `Host` names the upstream. When the upstream cannot be reached or drops the connection,
 * so does the proxy. An answer is held back until it is whole and checked: after `await fetch(…)` its violations are there.
 *
 * Rows with columns missing are violations, unless the request asked for some columns with `field=`.
 *
 * Needs Node 24.18 or newer. Takes about a second the first time in a process.
 *
 * @param upstream URL of the server, with or without `/api` at its end.
 * @throws {TestServerError} `invalid_option`, `port_in_use`, `cannot_listen`; `prism_unavailable`: not installed, or
 * this Node is too old for Prism.
 * @example
 * ```ts
 * await using proxy = await startValidationProxy("https://puhuri-core-demo.neic.no", { onViolation: console.warn });
 * await fetch(`${proxy.url}/api/marketplace-orders/?stat=done`, { headers: { Authorization: "Token …" } });
 * console.log(proxy.violations[0]?.location); // "query.stat"
 * ```
 */
export async function startValidationProxy(
  upstream: string | URL,
  options: ValidationProxyOptions = {},
): Promise<ValidationProxy> {
  const known = { ...LISTENING, dialect: DIALECT, onViolation: is.aFunction() };
  checkOptions("startValidationProxy", options, known);
  const relay = relayTo(upstream);
  const check = await createExchangeCheck(options.dialect);
  const violations: Violation[] = [];
  let exchanges = 0;

  async function pass(incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse): Promise<void> {
    const { method = "GET" } = incoming;
    const url = new URL(`http://puhuri.invalid${incoming.url}`);
    const request = prismRequest(method, url, headersOf(incoming), body.toString("utf8"));
    await relay(incoming, body, outgoing, async (answer) => {
      const found = await check(request, answer);
      exchanges += 1;
      violations.push(...found);
      // A callback that throws must not break what passes through, nor go unnoticed.
      for (const violation of found) queueMicrotask(() => options.onViolation?.(violation));
    });
  }

  const running = await listenFor(pass, options);
  return {
    ...running,
    violations,
    get exchanges() {
      return exchanges;
    },
  };
}
