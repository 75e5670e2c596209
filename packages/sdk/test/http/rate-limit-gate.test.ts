import { describe, expect, test } from "vitest";
import { RateLimitGate } from "../../src/http/retry-policy.ts";
import { FakeClock } from "./harness.ts";

const NEVER = Number.POSITIVE_INFINITY;

describe("the gate", () => {
  test("is open until it is held, and again after that", async () => {
    const clock = new FakeClock();
    const gate = new RateLimitGate(clock);
    expect(gate.isOpen).toBe(true);
    gate.hold(100);
    expect(gate.isOpen).toBe(false);
    clock.time += 99;
    expect(gate.isOpen).toBe(false);
    clock.time += 1;
    expect(gate.isOpen).toBe(true);
    expect(await gate.pass(NEVER, undefined)).toBe(true);
    expect(clock.sleeps).toEqual([]);
  });

  test("counts holds in a row, those at the same time as one", () => {
    const clock = new FakeClock();
    const gate = new RateLimitGate(clock);
    gate.hold(100);
    gate.hold(100);
    expect(gate.refusals).toBe(1);
    clock.time += 100;
    gate.hold(100);
    expect(gate.refusals).toBe(2);
    gate.admit();
    expect(gate.refusals).toBe(0);
  });

  test("keeps the longer of two holds", () => {
    const clock = new FakeClock();
    const gate = new RateLimitGate(clock);
    gate.hold(100);
    gate.hold(10);
    clock.time += 50;
    expect(gate.isOpen).toBe(false);
  });

  test("waits on when it is held anew meanwhile", async () => {
    const clock = new FakeClock();
    const gate = new RateLimitGate(clock);
    gate.hold(100);
    const { sleep } = clock;
    let held = false;
    clock.sleep = async (ms, signal) => {
      await sleep.call(clock, ms, signal);
      if (!held) gate.hold(40);
      held = true;
    };
    expect(await gate.pass(NEVER, undefined)).toBe(true);
    expect(clock.sleeps).toEqual([100, 40]);
  });

  test("does not wait for what ends at the deadline or after it", async () => {
    const clock = new FakeClock();
    const gate = new RateLimitGate(clock);
    gate.hold(100);
    expect(await gate.pass(clock.time + 100, undefined)).toBe(false);
    expect(clock.sleeps).toEqual([]);
    expect(await gate.pass(clock.time + 101, undefined)).toBe(true);
    expect(clock.sleeps).toEqual([100]);
  });

  test("lets go of an aborted wait with the reason", async () => {
    const clock = new FakeClock();
    const gate = new RateLimitGate(clock);
    gate.hold(100);
    await expect(gate.pass(NEVER, AbortSignal.abort("mine"))).rejects.toBe("mine");
  });

  test("a clock that stands still keeps nobody for ever", async () => {
    const clock = { now: () => 0, sleep: async () => {} };
    const gate = new RateLimitGate(clock);
    gate.hold(100);
    expect(await gate.pass(NEVER, undefined)).toBe(true);
  });
});
