import type { Call } from "./calls.ts";
import { nextStandings, standingsByItself, standingsOnTheWay } from "./model-standing.ts";
import type { Accounts, Standing, Usage } from "./scene.ts";

/** What calls mean for one of the things the server holds, without HTTP, retries or faults. */
export interface Model<Value> {
  /** The calls that can change it. */
  readonly calls: readonly Call["do"][];
  /** What it may be after a call, given what it is and what it was when the call looked; nothing: it cannot be. */
  effect(now: Value, call: Call, seen: Value): readonly Value[];
  /** Whether the call looks first and goes by what it saw, however old that is by then. */
  looksFirst?(call: Call): boolean;
  /** What others may see in between, or after a call that says that it did not get through. */
  onTheWay?(now: Value, call: Call, seen: Value): readonly Value[];
  /** What the server's own worker may make of it, at any time. */
  byItself?(now: Value): readonly Value[];
}

export interface Things {
  readonly backendId: string;
  readonly report: string;
  readonly usage: Usage;
  readonly accounts: Accounts;
  readonly standing: Standing;
}

export const MODELS: { readonly [Name in keyof Things]: Model<Things[Name]> } = {
  backendId: {
    calls: ["setBackendId"],
    effect: (now, call) => [call.do === "setBackendId" ? call.id : now],
  },
  report: {
    calls: ["submitReport"],
    effect: (now, call) => [call.do === "submitReport" ? call.text : now],
  },
  usage: {
    calls: ["reportUsage"],
    // Components that the report leaves out are sent as they were seen.
    effect: (now, call, seen) => [call.do === "reportUsage" ? { ...seen, ...call.amounts } : now],
    looksFirst: () => true,
  },
  accounts: {
    calls: ["ensure"],
    effect: (now, call, seen) => [call.do === "ensure" ? withAccount(now, call.username, seen) : now],
    looksFirst: () => true,
  },
  standing: {
    calls: ["setState", "approve", "reject", "complete", "fail"],
    effect: nextStandings,
    looksFirst: (call) => call.do === "fail",
    onTheWay: standingsOnTheWay,
    byItself: standingsByItself,
  },
};

/** A call that saw no account makes one; one that saw another name changes it. */
function withAccount(now: Accounts, username: string, seen: Accounts): Accounts {
  if (seen.length === 0) return [...now, username];
  return seen.includes(username) ? now : now.with(0, username);
}
