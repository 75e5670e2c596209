import { type Fault, type FaultRule, faults } from "@puhuri/testing";
import { LONG_WAIT_S, type Trouble, type TroubleKind } from "../suite/world.ts";

/** Sends everyone to the same address of another server. */
const redirected = (to: string): Fault => ({
  name: "redirected",
  async inject({ request }) {
    const { pathname, search } = new URL(request.url);
    return new Response(null, { status: 302, headers: { location: `${to}${pathname}${search}` } });
  },
});

/** Takes a request and never answers it. */
const silent: Fault = { name: "silent", inject: () => new Promise(() => {}) };

const KINDS: Readonly<Record<TroubleKind, (trouble: Trouble) => Fault>> = {
  "bad-gateway": () => faults.serverError(502),
  throttled: () => faults.tooManyRequests({ retryAfter: 0 }),
  "throttled-for-long": () => faults.tooManyRequests({ retryAfter: LONG_WAIT_S }),
  "answer-lost": () => faults.answerLost(),
  "body-lost": () => faults.bodyLost(),
  "truncated-json": () => faults.truncatedJson(),
  "html-page": () => faults.htmlPage(),
  redirected: ({ to = "" }) => redirected(to),
  silent: () => silent,
};

/** The fault that makes a trouble, and when it strikes. */
export function faultRule(trouble: Trouble): FaultRule {
  const { kind, to: _, ...when } = trouble;
  return { fault: KINDS[kind](trouble), ...when };
}
