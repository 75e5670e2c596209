import { expect, test } from "vitest";
import { ServerClock } from "../../src/http/clock.ts";

const at = (time: string) => new Headers({ date: new Date(time).toUTCString() });
const here = Date.parse("2026-11-23T12:00:00Z");

test("a server's clock is known from its last answer that tells", () => {
  const clock = new ServerClock();
  expect(clock.aheadMs).toBeUndefined();
  clock.note(at("2026-11-23T12:01:00Z"), here);
  expect(clock.aheadMs).toBe(60_000);
  clock.note(new Headers(), here + 5000);
  expect(clock.aheadMs).toBe(60_000);
  clock.note(at("2026-11-23T11:59:00Z"), here);
  expect(clock.aheadMs).toBe(-60_000);
});

test("what a cache has kept tells nothing", () => {
  const clock = new ServerClock();
  clock.note(new Headers({ date: "Mon, 23 Nov 2026 11:00:00 GMT", age: "3600" }), here);
  expect(clock.aheadMs).toBeUndefined();
});

test("what is no date of HTTP tells nothing", () => {
  const clock = new ServerClock();
  clock.note(new Headers({ date: "2026" }), here);
  expect(clock.aheadMs).toBeUndefined();
});
