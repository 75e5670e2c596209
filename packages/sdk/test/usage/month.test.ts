import { describe, expect, test } from "vitest";
import type { Call } from "../../src/http/call.ts";
import { requireStill, runningMonth, usageClock, withinMonth } from "../../src/usage/month.ts";
import { billingMonth } from "../../src/values/billing-month.ts";
import { answering } from "../nouns/answering.ts";

const RETRY = { maxRetries: 3, baseDelayMs: 500, maxDelayMs: 8000 };

/** A clock at that time, of a server that counts months in that zone, and whose own clock may differ. */
function at(time: string, zone = "UTC", serverTime?: string) {
  const now = () => Date.parse(time);
  const serverDate = () => (serverTime === undefined ? undefined : Date.parse(serverTime));
  return { now, date: now, serverDate, monthsAt: (date: number) => [billingMonth(date, zone)] };
}

function callFrom(time: string, timeoutMs: number): Call {
  const deadline = Date.parse(time) + timeoutMs;
  return { id: 1, signal: undefined, timeoutMs, deadline, retry: RETRY, isOver: () => false };
}

describe("the month of a report", () => {
  test.each(["2026-10-23", "2026-12-01"])("must be the one that runs: %s", (day) => {
    const month = day.slice(0, 7);
    expect(() => runningMonth(Date.parse(day), at("2026-11-23T12:00:00Z"))).toThrow(
      expect.objectContaining({
        reason: "month-changed",
        message: expect.stringMatching(
          `^The amounts are of ${month}, but by your clock or the server.s that month is not the current one.*Nothing was sent.$`,
        ),
      }),
    );
    expect(runningMonth(Date.parse("2026-11-01"), at("2026-11-23T12:00:00Z"))).toBe("2026-11-01");
  });

  test.each([
    ["2026-11-30T23:59:30Z", "2026-12-01T00:00:30Z"],
    ["2026-12-01T00:00:30Z", "2026-11-30T23:59:30Z"],
  ])("must run by the server's clock, too: here it is %s, and there %s", async (here, there) => {
    for (const month of ["2026-11-01", "2026-12-01"]) {
      const clock = at(here, "UTC", there);
      let asked = 0;
      const ask = async () => asked++;
      await expect(requireStill(month, clock, ask)).rejects.toThrow(/the server's that month is not/);
      const running = `${here.slice(0, 7)}-01`;
      expect(asked).toBe(month === running ? 1 : 0);
      const rightNow = async () => Object.assign(clock, { serverDate: clock.date });
      await requireStill(running, clock, rightNow);
    }
  });
});

describe("the months in which a server may book a report", () => {
  const months = (time: string, billingTimeZone?: string, counting?: Parameters<typeof usageClock>[1]) => {
    const { http } = answering("current", () => Response.json([]));
    return usageClock({ http, billingTimeZone }, counting).monthsAt(Date.parse(time));
  };
  const [october, november] = ["2026-10-01", "2026-11-01"];

  test("are those of UTC where servers count so, whatever their time zone", () => {
    expect(months("2026-10-31T22:30:00Z", "Europe/Tallinn", "UTC")).toEqual([october]);
    expect(months("2026-11-01T00:00:00Z", undefined, "UTC")).toEqual([november]);
  });

  test("are those of the server's own zone where it counts so", () => {
    expect(months("2026-10-31T22:30:00Z", "Europe/Tallinn", "own zone")).toEqual([november]);
    expect(months("2026-11-01T00:30:00Z", "Atlantic/Azores", "own zone")).toEqual([october]);
  });

  test("are two while a month has begun in a part of Europe, and the server's zone is not known", () => {
    for (const counting of ["own zone", undefined] as const) {
      expect(months("2026-10-31T20:59:59Z", undefined, counting)).toEqual([october]);
      expect(months("2026-10-31T21:00:00Z", undefined, counting)).toEqual([october, november]);
      expect(months("2026-11-01T00:59:59Z", undefined, counting)).toHaveLength(2);
      expect(months("2026-11-01T01:00:00Z", undefined, counting)).toEqual([november]);
    }
  });

  test("are two while UTC and the given zone differ, and it is not known how the server counts", () => {
    expect(months("2026-10-31T22:30:00Z", "Europe/Tallinn")).toEqual([october, november]);
    expect(months("2026-10-31T21:30:00Z", "Europe/Tallinn")).toEqual([october]);
  });
});

describe("a call within the month", () => {
  test.each([
    ["UTC", "2026-12-01T00:00:00.000Z"],
    ["Europe/Tallinn", "2026-11-30T22:00:00.000Z"],
    ["America/St_Johns", "2026-12-01T03:30:00.000Z"],
    // The clocks go back in the last night of October.
    ["Europe/Helsinki", "2026-10-31T22:00:00.000Z"],
  ])("is over two seconds before the month in %s: what is sent has to arrive", (zone, end) => {
    const clock = { ...at(end, zone), date: () => Date.parse(end) - left };
    let left = 60_000;
    const call = withinMonth(callFrom(end, 120_000), runningMonth(clock.date(), clock), clock);
    left = 2001;
    expect(call.isOver()).toBe(false);
    left = 2000;
    expect(call.isOver()).toBe(true);
    expect(call).toMatchObject({ deadline: Date.parse(end) + 120_000, retry: RETRY });
  });

  test("ends with the month of the server's clock", () => {
    const now = "2026-11-30T23:58:00Z";
    const within = (server: string) =>
      withinMonth(callFrom(now, 120_000), "2026-11-01", at(now, "UTC", server));
    expect(within("2026-11-30T23:59:57Z").isOver()).toBe(false);
    expect(within("2026-11-30T23:59:58Z").isOver()).toBe(true);
  });

  test("is over when the calendar says so, although its time stood still", () => {
    const clock = { ...at("2026-11-30T12:00:00Z"), date: () => calendar };
    let calendar = clock.now();
    const call = withinMonth(callFrom("2026-11-30T12:00:00Z", 120_000), "2026-11-01", clock);
    expect(call.isOver()).toBe(false);
    calendar = Date.parse("2026-11-30T23:59:59Z");
    expect(call.isOver()).toBe(true);
  });
});
