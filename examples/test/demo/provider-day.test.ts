import { type FaultInjector, faults, injectFaults } from "@puhuri/testing";
import { describe, expect, it, vi } from "vitest";
import { differences, type EndState } from "../../demo/end-state.ts";
import { type DayOutcome, playDay } from "../../demo/play-day.ts";
import { playDays } from "../../demo/play-days.ts";
import { troubles } from "../../demo/troubles.ts";

/** Time that passes as it is waited for. */
function quickClock() {
  let passed = 0;
  return {
    now: () => Date.now() + passed,
    sleep: async (ms: number) => {
      passed += ms;
    },
  };
}

async function play(dialect: "2021" | "current", trouble?: FaultInjector) {
  const day = playDay({ dialect, client: { clock: quickClock() }, ...(trouble && { trouble }) });
  const outcomes: DayOutcome[] = [];
  for (;;) {
    const { value, done } = await day.next();
    if (done) return { outcomes, end: value };
    outcomes.push(value);
  }
}

describe.each(["2021", "current"] as const)("a provider's day on a server of %s", (dialect) => {
  it("takes an allocation from its arrival to its end", async () => {
    const { outcomes, end } = await play(dialect);
    expect(outcomes.filter(({ error }) => error !== undefined)).toEqual([]);
    const metered = dialect === "2021" ? "Running resource" : "Sample resource";
    expect(end.allocations[0]).toMatchObject({
      name: "Sample resource",
      state: "Terminated",
      backend_id: "slurm-account-17",
      report: [{ header: "Login", body: "ssh login.hpc.example" }],
    });
    expect(end.usages).toEqual([
      { allocation: metered, component: "cpu", usage: "25.00" },
      { allocation: metered, component: "gpu", usage: "4.00" },
    ]);
    expect(end.accounts.filter(({ username }) => username !== "")).toEqual([
      { user: "newcomer", username: "abc" },
    ]);
    if (dialect === "current") {
      const orders = end.orders.filter(({ allocation }) => allocation === "Sample resource");
      expect(orders.map(({ type, state }) => [type, state])).toEqual([
        ["Create", "done"],
        ["Terminate", "done"],
      ]);
    }
  });

  it("ends in the same state when the connection drops and the server throttles", async () => {
    const calm = await play(dialect);
    const trouble = injectFaults(troubles);
    const bad = await play(dialect, trouble);
    expect(differences(calm.end, bad.end)).toEqual([]);
    expect(Object.keys(trouble.counts()).sort()).toEqual(["429", "502", "answer-lost", "request-lost"]);
    // Every trouble is shown with the request that met it.
    const shown = bad.outcomes.flatMap(({ exchanges }) => exchanges.flatMap(({ fault }) => fault ?? []));
    expect(new Set(shown)).toEqual(new Set(trouble.log));
  });

  it("ends where a step fails for good", async () => {
    const trouble = injectFaults([{ fault: faults.serverError(500), method: "POST", path: "submit_report" }]);
    const { outcomes, end } = await play(dialect, trouble);
    const last = outcomes.at(-1);
    expect(last?.error).toMatchObject({ code: "server-error" });
    expect(outcomes.filter(({ step }) => step === last?.step).map(({ isRunAgain }) => isRunAgain)).toEqual([
      true,
      true,
      false,
    ]);
    expect(differences(end, (await play(dialect)).end)).toContain("allocations");
  });
});

it("says in the end whether the bad day ended as the good one did", async () => {
  const print = vi.spyOn(console, "log").mockImplementation(() => {});
  expect(await playDays("2021", "all", [])).toBe(true);
  expect(String(print.mock.lastCall)).toContain("in the same state");
  const broken = { fault: faults.serverError(500), method: "POST", path: "submit_report" };
  expect(await playDays("2021", "short", [broken])).toBe(false);
  expect(String(print.mock.lastCall)).toContain("differently, or failed");
});

it("tells which parts of two ends differ", () => {
  const end: EndState = { allocations: [], orders: [], planPeriods: [], usages: [], accounts: [] };
  const account = { user: "newcomer", username: "abc" };
  expect(differences(end, { ...end })).toEqual([]);
  expect(differences(end, { ...end, accounts: [account, account] })).toEqual(["accounts"]);
});
