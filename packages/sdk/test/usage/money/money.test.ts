import { test } from "vitest";
import { holdInvoices } from "./money.ts";

test("whatever two processes report, the invoices say what was used", async () => {
  await holdInvoices({ runs: 300, seed: 20_261_130 });
}, 120_000);
