import { expect, test } from "vitest";
import { attempt, KeyedQueue, type Wait } from "../../src/http/call.ts";

/** A task that ends when it is told to. */
function createTask(log: string[], name: string) {
  const ending = { resolve: () => {}, reject: () => {} };
  const promise = new Promise<string>((resolve, reject) => {
    ending.resolve = () => resolve(name);
    ending.reject = () => reject(new Error(name));
  });
  const run = () => {
    log.push(name);
    return promise;
  };
  return { run, ...ending };
}

const patiently: Wait = (before) => before;
const until = (signal: AbortSignal): Wait => {
  return (before) => attempt(() => before, Number.POSITIVE_INFINITY, signal);
};
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test("tasks of one key run one after the other, whatever became of the one before", async () => {
  const log: string[] = [];
  const turns = new KeyedQueue();
  const [a, b, c] = [createTask(log, "a"), createTask(log, "b"), createTask(log, "c")];
  const first = turns.run("key", patiently, a.run);
  const second = turns.run("key", patiently, b.run);
  const third = turns.run("key", patiently, c.run);
  await settled();
  expect(log).toEqual(["a"]);
  a.reject();
  await expect(first).rejects.toThrow("a");
  await settled();
  expect(log).toEqual(["a", "b"]);
  b.resolve();
  c.resolve();
  expect(await Promise.all([second, third])).toEqual(["b", "c"]);
});

test("tasks of different keys run side by side", async () => {
  const log: string[] = [];
  const turns = new KeyedQueue();
  const [a, b] = [createTask(log, "a"), createTask(log, "b")];
  const both = [turns.run("one", patiently, a.run), turns.run("other", patiently, b.run)];
  await settled();
  expect(log).toEqual(["a", "b"]);
  a.resolve();
  b.resolve();
  await Promise.all(both);
});

test("a task that is aborted before its turn never runs, and its caller does not wait", async () => {
  const log: string[] = [];
  const turns = new KeyedQueue();
  const [a, b, c] = [createTask(log, "a"), createTask(log, "b"), createTask(log, "c")];
  const abort = new AbortController();
  const first = turns.run("key", patiently, a.run);
  const second = turns.run("key", until(abort.signal), b.run);
  const third = turns.run("key", patiently, c.run);
  abort.abort("Enough.");
  await expect(second).rejects.toBe("Enough.");
  a.resolve();
  c.resolve();
  expect(await first).toBe("a");
  expect(await third).toBe("c");
  expect(log).toEqual(["a", "c"]);
});

test("a task that gave up waiting does not let the next one in before its turn", async () => {
  const log: string[] = [];
  const turns = new KeyedQueue();
  const [a, b, c] = [createTask(log, "a"), createTask(log, "b"), createTask(log, "c")];
  const first = turns.run("key", patiently, a.run);
  await expect(turns.run("key", () => Promise.reject(new Error("No time.")), b.run)).rejects.toThrow(
    "No time.",
  );
  const third = turns.run("key", patiently, c.run);
  await settled();
  expect(log).toEqual(["a"]);
  a.resolve();
  c.resolve();
  await Promise.all([first, third]);
  expect(log).toEqual(["a", "c"]);
});
