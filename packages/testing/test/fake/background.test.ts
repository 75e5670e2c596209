import { expect, test } from "vitest";
import { Background } from "../../src/fake/background.ts";

test("at once: work is done before the answer", () => {
  const done: string[] = [];
  const background = new Background("at-once");
  background.later(() => done.push("a"));
  expect([done, background.waiting]).toEqual([["a"], 0]);
});

test("when told: work waits through any number of reads, and is done in order", () => {
  const done: string[] = [];
  const background = new Background("when-told");
  background.later(() => done.push("a"));
  background.later(() => done.push("b"));
  for (let reads = 0; reads < 100; reads += 1) {
    background.noticeRead();
  }
  expect([done, background.waiting]).toEqual([[], 2]);
  background.runAll();
  expect([done, background.waiting]).toEqual([["a", "b"], 0]);
});

test("after two reads: two reads see the old state, the third one sees the work done", () => {
  const done: string[] = [];
  const background = new Background({ afterReads: 2 });
  background.later(() => done.push("a"));
  const seen = [1, 2, 3].map(() => {
    background.noticeRead();
    return done.length;
  });
  expect(seen).toEqual([0, 0, 1]);
});

test("work that leaves more work is done as well when told again, and a cleared one never", () => {
  const done: string[] = [];
  const background = new Background("when-told");
  background.later(() => background.later(() => done.push("second")));
  background.runAll();
  expect(done).toEqual([]);
  background.runAll();
  expect(done).toEqual(["second"]);
  background.later(() => done.push("never"));
  background.clear();
  background.runAll();
  expect(done).toEqual(["second"]);
});
