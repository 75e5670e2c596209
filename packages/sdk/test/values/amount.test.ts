import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageReportError } from "../../src/errors.ts";
import {
  type AmountInput,
  formatAmount,
  parseAmount,
  parseGivenAmount,
  parseStoredAmount,
  roundAmount,
} from "../../src/values/amount.ts";

const written = (value: AmountInput) => formatAmount(parseAmount(value, "cpu"));

describe("a usage amount", () => {
  it("is read exactly from numbers, strings and bigints", () => {
    expect(written(10)).toBe("10.00");
    expect(written("10")).toBe("10.00");
    expect(written("3.5")).toBe("3.50");
    expect(written("3.5000")).toBe("3.50");
    expect(written(12n)).toBe("12.00");
    expect(written(0)).toBe("0.00");
    expect(written(-0)).toBe("0.00");
    expect(written(123_456_789_012_345_680)).toBe("123456789012345680.00");
    expect(written(" 7.25 ")).toBe("7.25");
    expect(written("999999999999999999.99")).toBe("999999999999999999.99");
  });

  it("is the decimal people mean when a number carries binary noise", () => {
    expect(written(0.1 + 0.2)).toBe("0.30");
    expect(written(1.1 * 3)).toBe("3.30");
    expect(written(4.35 * 100)).toBe("435.00");
    expect(written(1e15 + 0.5)).toBe("1000000000000000.50");
  });

  it("is refused with more than two decimals, not silently rounded", () => {
    for (const value of [1.234, "1.234", 0.001, 1e-9, 1.00005, 12.3456, 123456789012.345]) {
      expect(() => parseAmount(value, "cpu")).toThrow(UsageReportError);
    }
  });

  it("is refused when it is negative, empty, not finite, too large or not a number", () => {
    const { NaN: nan, POSITIVE_INFINITY, NEGATIVE_INFINITY } = Number;
    for (const value of [-1, -0.5, -1e-9, "-1", -3n, nan, POSITIVE_INFINITY, NEGATIVE_INFINITY, "", " "]) {
      expect(() => parseAmount(value, "gpu")).toThrow(
        /^The amount of gpu must be 0 or more, and below 10\^18, but is /,
      );
    }
    for (const value of [1e18, 1e21, 1e300, 10n ** 18n, "1e3", "0x10", "1,5", "ten", "1.", ".5"]) {
      expect(() => parseAmount(value, "gpu")).toThrow(/^The amount of gpu must be/);
    }
  });

  it("that is refused is told from other refusals by its reason, and by the component it is of", () => {
    const refusal = { code: "usage-report", reason: "bad-amount", component: "gpu", maybeApplied: false };
    expect(() => parseAmount(-1, "gpu")).toThrow(expect.objectContaining(refusal));
  });

  it("survives writing and reading for every amount the servers can store", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 20n - 1n), (hundredths) => {
        expect(parseAmount(formatAmount(hundredths), "cpu")).toBe(hundredths);
      }),
    );
  });

  it("is the same from a number and from that number's two decimals", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e11 }), (cents) => {
        expect(parseAmount(cents / 100, "cpu")).toBe(BigInt(cents));
      }),
    );
  });
});

describe("an amount with more decimals than a server keeps", () => {
  const rounded = (value: AmountInput, decimals: 0 | 2, rounding: "down" | "half-even") =>
    formatAmount(roundAmount(parseGivenAmount(value, "cpu"), decimals, rounding, "cpu"), decimals);

  it("is cut off by down", () => {
    expect(rounded("1.239", 2, "down")).toBe("1.23");
    expect(rounded("1.999", 0, "down")).toBe("1");
    expect(rounded(0.019, 2, "down")).toBe("0.01");
  });

  it("goes to the nearest by half-even, and to the even one from the middle", () => {
    const hundredths = ["1.231", "1.235", "1.245", "1.2450001", "1.239", "1.23"];
    expect(hundredths.map((value) => rounded(value, 2, "half-even"))).toEqual([
      "1.23",
      "1.24",
      "1.24",
      "1.25",
      "1.24",
      "1.23",
    ]);
    const wholes = ["0.5", "1.5", "2.5", "2.51", "2.4999", "7"];
    expect(wholes.map((value) => rounded(value, 0, "half-even"))).toEqual(["0", "2", "2", "3", "2", "7"]);
  });

  it("is never further than half a step from what half-even makes of it", () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 12n),
        fc.integer({ min: 0, max: 8 }),
        fc.constantFrom<0 | 2>(0, 2),
        (units, decimals, kept) => {
          const amount = { units, decimals };
          const scale = 10n ** BigInt(decimals);
          const step = kept === 0 ? 100n : 1n;
          const off = (hundredths: bigint) => hundredths * scale - units * 100n;
          const nearest = roundAmount(amount, kept, "half-even", "cpu");
          const down = roundAmount(amount, kept, "down", "cpu");
          expect(off(nearest) * 2n).toBeLessThanOrEqual(step * scale);
          expect(off(nearest) * 2n).toBeGreaterThanOrEqual(-step * scale);
          expect(off(down)).toBeLessThanOrEqual(0n);
          expect(off(down)).toBeGreaterThan(-step * scale);
          expect([nearest % step, down % step]).toEqual([0n, 0n]);
        },
      ),
    );
  });

  it("is refused without a rounding, with what the server keeps and what can be passed", () => {
    const read = (value: AmountInput, decimals: 0 | 2, user?: string) => () =>
      roundAmount(parseGivenAmount(value, "cpu", user), decimals, "error", "cpu", user);
    expect(read("0.015", 2)).toThrow(
      'The amount of cpu is 0.015, and servers keep two decimals at most. Round it yourself, or pass rounding: "down" or "half-even". Nothing was sent.',
    );
    expect(read("12.5", 0, "alice")).toThrow(
      "The amount of cpu of alice is 12.5, and this server keeps whole numbers. ",
    );
    expect(read("-1", 0, "alice")).toThrow(/^The amount of cpu of alice must be 0 or more/);
    expect(read("12.50", 2)()).toBe(1250n);
    expect(read("12.0", 0)()).toBe(1200n);
  });

  it("is written without decimals where a server keeps none", () => {
    expect(formatAmount(1200n, 0)).toBe("12");
    expect(formatAmount(0n)).toBe("0.00");
  });
});

describe("a stored amount", () => {
  it("is read from the integers of 2021 and the decimal strings of current servers", () => {
    expect(parseStoredAmount(10)).toBe(1000n);
    expect(parseStoredAmount("12.25")).toBe(1225n);
    expect(parseStoredAmount("12.5")).toBe(1250n);
    expect(parseStoredAmount("-5.00")).toBe(-500n);
    expect(formatAmount(-5n)).toBe("-0.05");
    expect(parseStoredAmount("1000.0000")).toBe(100_000n);
    expect(parseStoredAmount("1E+3")).toBe(100_000n);
    expect(parseStoredAmount("-2.5e-1")).toBe(-25n);
    expect(parseStoredAmount(1e21)).toBe(10n ** 23n);
    expect(parseStoredAmount(" 12.25 ")).toBe(1225n);
    expect(parseStoredAmount(".5")).toBe(50n);
    expect(parseStoredAmount("9".repeat(400))).toBe(BigInt("9".repeat(400)) * 100n);
  });

  it("is unknown when the server sent something else", () => {
    for (const value of [
      null,
      undefined,
      {},
      "",
      "many",
      "x12",
      "12x",
      "12.255",
      "0x10",
      "1,000",
      true,
      "9".repeat(401),
      [12],
    ]) {
      expect(parseStoredAmount(value)).toBeUndefined();
    }
  });
});
