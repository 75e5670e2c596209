import { type FaultRule, faults } from "@puhuri/testing";

/** A bad day: the connection drops before a write was carried out or after it, the server throttles, the proxy gives up. */
export const troubles: readonly FaultRule[] = [
  { fault: faults.tooManyRequests({ retryAfter: 1 }), skip: 5, first: 1 },
  { fault: faults.tooManyRequests({ retryAfter: 0 }), every: 14 },
  { fault: faults.requestLost(), method: "POST", every: 4 },
  { fault: faults.answerLost(), method: "POST", every: 2 },
  { fault: faults.serverError(502), method: "GET", every: 5 },
];
