import { checkOptions } from "../../known-options.ts";
import type { Fault } from "../fault.ts";

/**
 * Lets the request wait before it reaches the server: `ms`, or anything between two bounds.
 *
 * `Infinity` never lets it through, as a server that hangs: the client's own timeout has to end it.
 */
export function latency(ms: number | { readonly minMs: number; readonly maxMs: number }): Fault {
  if (typeof ms !== "number") checkOptions("latency", ms, { minMs: true, maxMs: true });
  return {
    name: "latency",
    async inject({ request }, next, { sleep, random }) {
      const wait = typeof ms === "number" ? ms : ms.minMs + random() * (ms.maxMs - ms.minMs);
      await sleep(wait, request.signal);
      return next();
    },
  };
}
