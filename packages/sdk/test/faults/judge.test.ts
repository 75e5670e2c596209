import { describe, expect, test } from "vitest";
import type { Call, Made } from "./calls.ts";
import { unexplained } from "./judge.ts";
import type { Accounts, Holdings, Standing, Usage } from "./scene.ts";

type Parts = {
  standing?: Standing;
  backendId?: string;
  report?: string;
  usage?: Usage;
  accounts?: Accounts;
};

function holding(parts: Parts): Holdings {
  return {
    standings: [parts.standing ?? { state: "OK", type: "", order: "" }],
    backendIds: [parts.backendId ?? ""],
    reports: [parts.report ?? ""],
    usages: [parts.usage ?? { cpu: 0, gpu: 0 }],
    accounts: [parts.accounts ?? []],
  };
}

/** A call between two moments. */
function made(
  call: Call,
  [began, ended]: readonly [number, number],
  outcome: Made["outcome"] = "done",
  said?: string,
): Made {
  return { call, by: 0, began, ended, outcome, result: said === undefined ? {} : { outcome: said } };
}

const link = (id: string): Call => ({ do: "setBackendId", on: 0, id });
const ensure: Call = { do: "ensure", user: 0, username: "hpc" };
const usageOf = (cpu: number): Call => ({ do: "reportUsage", on: 0, amounts: { cpu } });
const set = (target: "OK" | "Erred" | "Terminated"): Call => ({ do: "setState", on: 0, target });
const waiting: Standing = { state: "Creating", type: "Create", order: "pending-provider" };

describe("the model finds", () => {
  const wrong: [name: string, before: Parts, after: Parts, calls: Made[]][] = [
    ["a success that did not happen", {}, {}, [made(link("a"), [1, 2])]],
    ["a failure of something that was done", {}, { backendId: "a" }, [made(link("a"), [1, 2], "failed")]],
    ["something nobody did", {}, { report: "x" }, []],
    [
      "a write that is lost under an older one",
      {},
      { backendId: "a" },
      [made(link("a"), [1, 2]), made(link("b"), [3, 4])],
    ],
    ["an account that was doubled", {}, { accounts: ["hpc", "hpc"] }, [made(ensure, [1, 2])]],
    [
      "an account that was doubled by the next call",
      {},
      { accounts: ["hpc", "hpc"] },
      [made(ensure, [1, 2]), made(ensure, [3, 4])],
    ],
    ["an account that is missing", {}, {}, [made(ensure, [1, 2])]],
    [
      "a component that a report about another one has wiped",
      { usage: { cpu: 1, gpu: 2 } },
      { usage: { cpu: 5, gpu: 0 } },
      [made(usageOf(5), [1, 2])],
    ],
    [
      "an `unchanged` of something that was not so",
      {},
      {},
      [made(set("Erred"), [1, 2], "done", "unchanged")],
    ],
    [
      "a state that was set and is not so",
      { standing: waiting },
      { standing: { ...waiting, order: "executing" } },
      [made(set("OK"), [1, 2])],
    ],
    [
      "a failed call that left its first step behind",
      { standing: waiting },
      { standing: { ...waiting, order: "executing" } },
      [made(set("Erred"), [1, 2], "failed")],
    ],
    [
      "an order that was approved after it was rejected",
      { standing: waiting },
      { standing: { state: "Terminated", type: "Create", order: "rejected" } },
      [made({ do: "reject", on: 0 }, [1, 2]), made({ do: "approve", on: 0 }, [3, 4])],
    ],
  ];
  test.each(wrong)("%s", (_, before, after, calls) => {
    expect(unexplained(holding(before), holding(after), calls)).toHaveLength(1);
  });
});

describe("the model explains", () => {
  const right: [name: string, before: Parts, after: Parts, calls: Made[]][] = [
    ["nothing by nothing", {}, {}, []],
    ["a write that failed and was not done", {}, {}, [made(link("a"), [1, 2], "failed")]],
    ["an unknown outcome that was done", {}, { backendId: "a" }, [made(link("a"), [1, 2], "unknown")]],
    ["an unknown outcome that was not", {}, {}, [made(link("a"), [1, 2], "unknown")]],
    [
      "either of two writes at the same time",
      {},
      { backendId: "a" },
      [made(link("a"), [1, 4]), made(link("b"), [2, 3])],
    ],
    [
      "two accounts that two calls made at the same time",
      {},
      { accounts: ["hpc", "hpc"] },
      [made(ensure, [1, 3]), made(ensure, [2, 4])],
    ],
    [
      "a report that resends a component it had read before somebody else changed that",
      { usage: { cpu: 1, gpu: 2 } },
      { usage: { cpu: 5, gpu: 2 } },
      [made(usageOf(5), [1, 4]), made({ do: "reportUsage", on: 0, amounts: { gpu: 9 } }, [2, 3])],
    ],
    [
      "an `unchanged` of what was so",
      { backendId: "x" },
      { backendId: "x" },
      [made(set("OK"), [1, 2], "done", "unchanged")],
    ],
    [
      "a state that somebody else has set",
      {},
      { standing: { state: "Erred", type: "", order: "" } },
      [made(set("Erred"), [1, 4], "done", "unchanged"), made(set("Erred"), [2, 3])],
    ],
    [
      "a call that did not get through and says so",
      { standing: waiting },
      { standing: { ...waiting, order: "executing" } },
      [made(set("Erred"), [1, 2], "unknown")],
    ],
    [
      "an order that was approved, and failed by somebody else",
      { standing: waiting },
      { standing: { state: "Erred", type: "Create", order: "erred" } },
      [made({ do: "approve", on: 0 }, [1, 4]), made({ do: "fail", on: 0 }, [2, 5])],
    ],
  ];
  test.each(right)("%s", (_, before, after, calls) => {
    expect(unexplained(holding(before), holding(after), calls)).toEqual([]);
  });
});
