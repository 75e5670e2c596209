import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { Fault, FaultRule } from "../../src/faults/fault.ts";
import { type FaultInjector, type FaultOptions, injectFaults } from "../../src/faults/inject-faults.ts";
import { type Answer, ask } from "../fake/ask.ts";
import { createCheckedFake } from "../fake/checked.ts";

export const RESOURCE = "a1916bd53fd04b1ab1a4e700c926607b";
export const SET_BACKEND_ID = `marketplace-resources/${RESOURCE}/set_backend_id/`;

export interface FaultyFake {
  readonly fake: FakePuhuri;
  readonly trouble: FaultInjector;
  /** Waits that faults asked for; none of them takes any time. */
  readonly sleeps: number[];
  write(backendId: string): Promise<Answer>;
  readonly backendId: string;
}

/** A fake of 2021 behind faults, whose time is not real. */
export function faultyFake(rules: readonly (Fault | FaultRule)[], options: FaultOptions = {}): FaultyFake {
  const sleeps: number[] = [];
  const sleep = async (ms: number): Promise<void> => {
    sleeps.push(ms);
  };
  const trouble = injectFaults(rules, { sleep, ...options });
  const fake = createCheckedFake({
    dialect: "2021",
    now: () => new Date("2026-11-23T12:00:00Z"),
    intercept: trouble.intercept,
  });
  return {
    fake,
    trouble,
    sleeps,
    write: (backend_id) => ask(fake, "owner", "POST", SET_BACKEND_ID, { backend_id }),
    get backendId() {
      return fake.state.resources.get(RESOURCE).backend_id;
    },
  };
}
