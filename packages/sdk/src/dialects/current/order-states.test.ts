import { describe, expect, test } from "vitest";
import { mayBeServersTurn, PATIENCE_MS } from "./order-states.ts";

const SLURM = "Marketplace.Slurm";
const BASIC = "Marketplace.Basic";

describe("an order that a provider is about to close", () => {
  test.each([
    ["complete", "Terminate", "executing", SLURM, true],
    ["complete", "Update", "executing", SLURM, true],
    ["complete", "Create", "executing", SLURM, false],
    ["complete", "Create", "executing", BASIC, true],
    ["complete", "Terminate", "done", SLURM, false],
    ["complete", "Create", "done", BASIC, false],
    ["complete", "Create", "pending-provider", BASIC, false],
    ["fail", "Terminate", "executing", SLURM, true],
    ["fail", "Create", "executing", BASIC, false],
  ] as const)("%s of %s, %s, at %s: may be the server's turn: %s", (step, type, state, offeringType, may) => {
    const order = { uuid: "a", type, state };
    expect(mayBeServersTurn(step, order, offeringType, 0)).toBe(may);
    expect(mayBeServersTurn(step, order, offeringType, PATIENCE_MS)).toBe(false);
  });
});
