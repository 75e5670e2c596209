import { expect, test } from "vitest";
import { holdInvoices } from "./money.ts";
import type { Step } from "./months.ts";
import { play } from "./play.ts";

test("whatever two processes report, the invoices say what was used", async () => {
  await holdInvoices({ runs: 300, seed: 20_261_130 });
}, 120_000);

test("a plan that is changed after the turn of the server's month, before that of UTC, is invoiced in the new month", async () => {
  const report = { do: "report", process: 0, how: "single", types: ["cpu", "gpu"], users: [] } as const;
  const steps: Step[] = [
    { ...report, consent: false, late: 0, faults: [] },
    { do: "use", type: "cpu", by: undefined, amount: 1 },
    { do: "tick", type: "cpu" },
    { ...report, consent: false, late: 1, faults: [] },
    { do: "wait", hours: 3 },
    { do: "use", type: "cpu", by: undefined, amount: 1 },
    { do: "change-plan" },
  ];
  const place = { generation: "8.1", serverZone: "Europe/Paris", hoursLeft: 5, pageCap: 1 } as const;
  expect(await play({ place: { ...place, spelling: "plain", billingTimeZone: undefined }, steps })).toBe(
    undefined,
  );
});
