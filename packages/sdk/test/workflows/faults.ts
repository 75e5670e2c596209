import { ConnectionLost, type Intercept } from "@puhuri/testing";

/** Counts the writes that come by, those that are sent again too. */
export function isWrite({ request }: { request: Request }): boolean {
  return request.method !== "GET" && request.method !== "HEAD";
}

/** Loses the answers of the first `times` requests to an operation, before or after the server has acted. */
export function losing(operationId: string, when: "before" | "after", times = 1): Intercept {
  let left = times;
  return async (exchange, next) => {
    if (exchange.operationId !== operationId || left-- <= 0) return next();
    if (when === "after") await next();
    throw new ConnectionLost();
  };
}

/** Loses the answer of the n-th write, counted from 0. */
export function losingWrite(n: number, when: "before" | "after"): Intercept {
  let seen = 0;
  return async (exchange, next) => {
    if (!isWrite(exchange) || seen++ !== n) return next();
    if (when === "after") await next();
    throw new ConnectionLost();
  };
}

/** Does something at the server just before it gets the first request to an operation. */
export function meanwhile(operationId: string, act: () => unknown): Intercept {
  let done = false;
  return async (exchange, next) => {
    if (exchange.operationId === operationId && !done) {
      done = true;
      await act();
    }
    return next();
  };
}

/** Answers requests to an operation with a page of the proxy, before or after the server has acted. */
export function badGateway(operationId: string, when: "before" | "after", times = 1): Intercept {
  let left = times;
  return async (exchange, next) => {
    if (exchange.operationId !== operationId || left-- <= 0) return next();
    if (when === "after") await next();
    return new Response("<html><h1>502 Bad Gateway</h1></html>", {
      status: 502,
      headers: { "content-type": "text/html" },
    });
  };
}
