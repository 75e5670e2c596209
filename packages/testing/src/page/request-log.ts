import type { Intercept } from "../fake/http/exchange.ts";
import type { FaultSwitches } from "../faults/switches.ts";

/** A request, and what became of it. */
export interface SeenRequest {
  /** Counted from 1. */
  readonly number: number;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly operationId: string | undefined;
  /** Undefined if the connection was lost. */
  readonly status: number | undefined;
  /** The faults that struck it. */
  readonly faults: readonly string[];
}

/** Sees requests before the faults do, and remembers the newest. */
export interface RequestLog {
  readonly intercept: Intercept;
  /** Newest first. */
  readonly recent: readonly SeenRequest[];
}

/** How many the page shows. */
const KEPT = 50;

/** @param print gets a line about every request, once it is over. */
export function createRequestLog(faults: FaultSwitches, print: (line: string) => void): RequestLog {
  const recent: SeenRequest[] = [];
  let count = 0;
  const intercept: Intercept = async (exchange, next) => {
    let status: number | undefined;
    const struck: string[] = [];
    try {
      const response = await faults.through(exchange, next, (fault) => struck.push(fault));
      status = response.status;
      return response;
    } finally {
      const { request, operationId } = exchange;
      const { pathname, search } = new URL(request.url);
      const seen = { method: request.method, path: pathname + search, operationId, status };
      count += 1;
      recent.unshift({ number: count, ...seen, faults: struck });
      recent.splice(KEPT);
      const outcome = `${status ?? "no answer"} ${operationId ?? "no operation"}`;
      const trouble = struck.length === 0 ? "" : ` (${struck.join(", ")})`;
      print(`${seen.method} ${seen.path} → ${outcome}${trouble}`);
    }
  };
  return { intercept, recent };
}
