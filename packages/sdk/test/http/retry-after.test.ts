import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseRetryAfter } from "../../src/http/retry-policy.ts";

const NOW = Date.UTC(2026, 10, 23, 10, 0, 0);
const parse = (value: string, more: Record<string, string> = {}) =>
  parseRetryAfter(new Headers({ "retry-after": value, ...more }), NOW);

describe("parseRetryAfter", () => {
  test.each([
    ["0", 0],
    ["1", 1000],
    ["120", 120_000],
    [" 5 ", 5000],
    ["007", 7000],
  ])("%j seconds", (value, ms) => {
    expect(parse(value)).toBe(ms);
  });

  test.each([
    ["Mon, 23 Nov 2026 10:00:30 GMT", 30_000],
    ["Mon, 23 Nov 2026 09:00:00 GMT", 0],
  ])("%j is a date", (value, ms) => {
    expect(parse(value)).toBe(ms);
  });

  test("a date is held against the server's clock where the answer tells it", () => {
    const date = "Mon, 23 Nov 2026 11:00:00 GMT";
    expect(parse("Mon, 23 Nov 2026 11:00:05 GMT", { date })).toBe(5000);
    expect(parse("Mon, 23 Nov 2026 10:00:05 GMT", { date: "some day" })).toBe(5000);
  });

  test.each(["", "-1", "1.5", "1e3", "soon", "5s", "2026-11-23T10:00:30Z", "Mon, 99 Foo 2026", "+5"])(
    "%j is malformed",
    (value) => {
      expect(parse(value)).toBeUndefined();
    },
  );

  test("a missing header asks for nothing", () => {
    expect(parseRetryAfter(new Headers(), NOW)).toBeUndefined();
  });

  test("whatever a header holds, the wait is undefined or a number of milliseconds from 0", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789 MonGT,:-+.e") }), (value) => {
        const ms = parse(value);
        expect(ms === undefined || (Number.isFinite(ms) && ms >= 0)).toBe(true);
      }),
    );
  });
});
