import { answerLost, htmlPage, latency, requestLost, serverError, tooManyRequests } from "./answers.ts";
import { bodyLost, emptyBody, slowBody, truncatedJson, wrongContentType } from "./bodies.ts";

/**
 * What goes wrong between a client and a server, to be given to `injectFaults`, alone or in a rule.
 *
 * | fault | the server got the request | the client sees |
 * |---|---|---|
 * | `latency(ms)` | later | nothing |
 * | `tooManyRequests({ retryAfter })` | no | 429, a page of HTML |
 * | `serverError(500 … 504)` | no | that status, a page of HTML |
 * | `serverError(504, { applied: true })` | yes | the same |
 * | `requestLost()` | no | a lost connection |
 * | `answerLost()` | yes | a lost connection |
 * | `bodyLost()` | yes | status and headers, half a body, a lost connection |
 * | `truncatedJson()` | yes | half a body, as if that were all |
 * | `emptyBody()` | yes | no body |
 * | `wrongContentType(type)` | yes | the right body under a wrong name |
 * | `htmlPage()` | no | 200, a page of HTML |
 * | `slowBody({ ms, pieces })` | yes | a body that drips in |
 *
 * @example
 * const trouble = injectFaults([{ fault: faults.requestLost(), method: "POST", first: 1 }, faults.latency(5)]);
 * const response = await trouble.wrap(fake.fetch)("https://puhuri.test/api/");
 */
export const faults = {
  latency,
  tooManyRequests,
  serverError,
  requestLost,
  answerLost,
  bodyLost,
  truncatedJson,
  emptyBody,
  wrongContentType,
  htmlPage,
  slowBody,
} as const;
