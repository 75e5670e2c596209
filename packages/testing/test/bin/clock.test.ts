import { expect, it, test } from "vitest";
import { clockOf } from "../../src/bin/command.ts";

it("starts the clock at a moment, and lets it run on", () => {
  let real = 1_000;
  const now = clockOf("2026-11-30T23:50:00Z", () => real);
  expect(now().toISOString()).toBe("2026-11-30T23:50:00.000Z");
  real += 600_000;
  expect(now().toISOString()).toBe("2026-12-01T00:00:00.000Z");
});

test.each([
  ["2026-11-30", "2026-11-30T00:00:00.000Z"],
  ["2026-11-30T23:50+02:00", "2026-11-30T21:50:00.000Z"],
])("takes %s for a moment", (text, moment) => {
  expect(clockOf(text, () => 0)().toISOString()).toBe(moment);
});

// Without a zone it would be another moment on every machine.
test.each(["tomorrow", "2026-11-30T23:50:00", "2026-13-01", "1764546600"])("does not take %s", (text) => {
  expect(() => clockOf(text)).toThrow("--now must be a time such as 2026-11-30T23:50:00Z");
});
