import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Exact,
  exact,
  isAbove,
  parseExact,
  product,
  quotient,
  sum,
  toDecimal,
  toHundredths,
  ZERO,
} from "../../src/usage-files/exact.ts";

const hundredths = fc.bigInt(0n, 10n ** 18n);
const decimal = (units: bigint) => `${units / 100n}.${`${units % 100n}`.padStart(2, "0")}`;

function parsed(text: string): Exact {
  const value = parseExact(text);
  if (value === undefined) throw new Error(`${text} was not read.`);
  return value;
}

test("a sum of decimals is the sum, however many there are and however large", () => {
  fc.assert(
    fc.property(fc.array(hundredths, { maxLength: 50 }), (amounts) => {
      const total = amounts.map((units) => parsed(decimal(units))).reduce(sum, ZERO);
      expect(total).toEqual(
        exact(
          amounts.reduce((a, b) => a + b, 0n),
          100n,
        ),
      );
    }),
  );
});

test("added up first and divided once is the same as divided first", () => {
  fc.assert(
    fc.property(fc.array(hundredths, { maxLength: 20 }), fc.bigInt(1n, 10n ** 9n), (amounts, divisor) => {
      const values = amounts.map((units) => exact(units, 100n));
      const by = exact(divisor, 7n);
      const once = quotient(values.reduce(sum, ZERO), by);
      expect(values.map((value) => quotient(value, by)).reduce(sum, ZERO)).toEqual(once);
      expect(product(once, by)).toEqual(values.reduce(sum, ZERO));
    }),
  );
});

test("can be written and read back", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 30n), fc.nat(12), (units, places) => {
      const value = exact(units, 10n ** BigInt(places));
      expect(parseExact(toDecimal(value))).toEqual(value);
    }),
  );
  expect([exact(5n), exact(1n, 8n), exact(120n, 100n), ZERO].map(toDecimal)).toEqual([
    "5",
    "0.125",
    "1.2",
    "0",
  ]);
});

test("an endless decimal is cut after twelve places, and never looks like a shorter number", () => {
  expect(toDecimal(exact(1n, 3n))).toBe("0.3333333333331");
  // Just above one half of a hundredth: half-even must still take it up.
  expect(toDecimal(exact(15n * 10n ** 12n + 1n, 3000n * 10n ** 12n))).toBe("0.0050000000001");
});

test("with two decimals it is cut off", () => {
  expect([ZERO, exact(1n, 3n), exact(1999n, 1000n), exact(12n)].map(toHundredths)).toEqual([
    "0.00",
    "0.33",
    "1.99",
    "12.00",
  ]);
});

test("compares by value", () => {
  expect(isAbove(exact(1n, 3n), exact(33n, 100n))).toBe(true);
  expect(isAbove(exact(1n, 3n), exact(2n, 6n))).toBe(false);
});

test.each(["", "-1", "+1", "1,5", "1e3", ".5", "1.", "ten", "0x1", "NaN", " 1"])(
  "%j is not an amount",
  (text) => {
    expect(parseExact(text)).toBeUndefined();
  },
);
