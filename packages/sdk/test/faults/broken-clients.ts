import { createPuhuriClient, PuhuriError } from "../../src/index.ts";
import type { Call, Targets } from "./calls.ts";
import type { MakeClient } from "./run.ts";
import { uuidOf, withSdk } from "./sdk-calls.ts";

/** The SDK over a fetch that sends everything again when the connection is lost, as many wrappers of fetch do. */
export const blindlyRetrying: MakeClient = (options) => {
  const { fetch = globalThis.fetch } = options;
  const again: typeof fetch = (url, init) => fetch(url, init).catch(() => fetch(url, init));
  return withSdk(createPuhuriClient({ ...options, fetch: again }));
};

/** What a client makes of an answer; undefined: the connection was lost. */
export type Verdict = (answer: Answer | undefined) => "done" | "failed" | "unknown";

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Does not read again what came of a lost answer, but says so: worse than the SDK, and honest. */
export const honest: Verdict = (answer) => {
  if (answer === undefined || answer.status >= 500) return "unknown";
  if (answer.status >= 400) return "failed";
  return isJsonOrNothing(answer.text) ? "done" : "unknown";
};

/** Takes a lost answer for a failure. */
export const pessimistic: Verdict = (answer) => (answer === undefined ? "failed" : honest(answer));

/** Takes a lost answer for a success. */
export const optimistic: Verdict = (answer) => (answer === undefined ? "done" : honest(answer));

/** Takes every 2xx, and the 409 of a step that may have been taken before, for a success. */
export const gullible: Verdict = (answer) =>
  answer?.status === 200 || answer?.status === 409 ? "done" : honest(answer);

/** One request for each call that needs no more, and the SDK for the others. */
export function oneRequestEach(verdict: Verdict): MakeClient {
  return (options) => {
    const sdk = withSdk(createPuhuriClient(options));
    const { baseUrl, token, fetch = globalThis.fetch, headers } = options;
    return async (call, targets) => {
      const request = requestOf(call, targets, options.dialect === "2021");
      if (request === undefined) return sdk(call, targets);
      const answer = await fetch(`${baseUrl}/api/${request.path}`, {
        method: "POST",
        headers: { ...headers, authorization: `Token ${token}`, "content-type": "application/json" },
        body: JSON.stringify(request.body),
      })
        .then(async (response) => ({ status: response.status, text: await response.text() }))
        .catch(() => undefined);
      const outcome = verdict(answer);
      if (outcome === "done") return {};
      throw new CallFailed(outcome === "unknown");
    };
  };
}

class CallFailed extends PuhuriError {
  readonly code = "server-error";
  override readonly maybeApplied: boolean;

  constructor(maybeApplied: boolean) {
    super("The call failed.");
    this.maybeApplied = maybeApplied;
  }
}

const ACTIONS = {
  approve: "approve_by_provider",
  reject: "reject_by_provider",
  complete: "set_state_done",
} as const;

function requestOf(
  call: Call,
  targets: Targets,
  isOld: boolean,
): { readonly path: string; readonly body: object } | undefined {
  const resource = `marketplace-${isOld ? "" : "provider-"}resources/${uuidOf(targets.allocations, call)}`;
  switch (call.do) {
    case "setBackendId":
      return { path: `${resource}/set_backend_id/`, body: { backend_id: call.id } };
    case "submitReport":
      return {
        path: `${resource}/submit_report/`,
        body: { report: [{ header: "Access", body: call.text }] },
      };
    case "setState":
      return isOld ? { path: `${resource}/set_state_by_provider/`, body: { state: call.target } } : undefined;
    case "approve":
    case "reject":
    case "complete":
      return { path: `marketplace-orders/${uuidOf(targets.orders, call)}/${ACTIONS[call.do]}/`, body: {} };
    default:
      return undefined;
  }
}

function isJsonOrNothing(text: string): boolean {
  try {
    return text === "" || JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}
