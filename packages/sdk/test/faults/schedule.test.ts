import { expect, test } from "vitest";
import { Schedule } from "./schedule.ts";

/** Two workers; one sleeps between its turns. */
async function logOf(choices: readonly number[]): Promise<{ log: string[]; tookMs: number }> {
  const schedule = new Schedule(choices);
  const startedAt = schedule.now();
  const log: string[] = [];
  const brisk = async () => {
    for (const step of ["a1", "a2", "a3"]) {
      await schedule.turn();
      log.push(step);
    }
  };
  const sleepy = async () => {
    for (const step of ["b1", "b2"]) {
      await schedule.turn();
      log.push(step);
      await schedule.sleep(1000);
    }
  };
  await schedule.run(Promise.all([brisk(), sleepy()]));
  return { log, tookMs: schedule.now() - startedAt };
}

test("without choices the one that has waited longest goes on; sleepers come last, and move the time", async () => {
  expect(await logOf([])).toEqual({ log: ["a1", "b1", "a2", "a3", "b2"], tookMs: 2000 });
});

test("choices decide over the order, and the same choices give the same one", async () => {
  const { log } = await logOf([1, 1, 1, 1]);
  expect(log).toEqual(["b1", "b2", "a1", "a2", "a3"]);
  expect(await logOf([1, 1, 1, 1])).toEqual(await logOf([1, 1, 1, 1]));
});

test("work that fails is not waited for in vain", async () => {
  const schedule = new Schedule([]);
  const work = schedule.turn().then(() => Promise.reject(new Error("as it is")));
  await expect(schedule.run(work)).rejects.toThrow("as it is");
});

test("work that waits for something else, or never ends, is an error", async () => {
  await expect(new Schedule([]).run(new Promise(() => {}))).rejects.toThrow("Nobody waits for a turn");
  const schedule = new Schedule([]);
  const forEver = async () => {
    for (;;) await schedule.turn();
  };
  await expect(schedule.run(forEver())).rejects.toThrow("still not done");
});
