import { describe, expect, test } from "vitest";
import { type Field, listOf, nullable, optional, validated } from "../../src/fake/body/fields.ts";
import { amount, boolean, choice, integer, text } from "../../src/fake/body/types.ts";
import { Refusal } from "../../src/fake/http/reply.ts";
import type { Json } from "../../src/fake/state/values.ts";

/** The value read, or the errors of the field. */
function read(field: Field<unknown>, json?: Json): unknown {
  try {
    return validated({ it: field }, json === undefined ? {} : { it: json }).it;
  } catch (error) {
    return error instanceof Refusal ? error.reply.json : error;
  }
}

const refused = (message: string): unknown => ({ it: [message] });

test.each([
  [10, 10],
  ["10", 10],
  ["10.0", 10],
  [" 7 ", 7],
  [-5, -5],
  [10.5, "A valid integer is required."],
  ["10.5", "A valid integer is required."],
  [true, "A valid integer is required."],
  ["", "A valid integer is required."],
  ["abc", "A valid integer is required."],
  [null, "This field may not be null."],
] satisfies [Json, Json][])("%j as an integer is %j", (json, expected) => {
  expect(read(integer(), json)).toEqual(typeof expected === "string" ? refused(expected) : expected);
});

test.each([
  [10, "10.00", true],
  [0.1, "0.10", true],
  ["007.5", "7.50", true],
  ["-0.00", "0.00", true],
  [-3.25, "-3.25", true],
  [1e17, "100000000000000000.00", true],
  [0.1 + 0.2, "Ensure that there are no more than 2 decimal places.", false],
  ["1.005", "Ensure that there are no more than 2 decimal places.", false],
  [1e18, "Ensure that there are no more than 18 digits before the decimal point.", false],
  ["1234567890123456789.01", "Ensure that there are no more than 20 digits in total.", false],
  ["abc", "A valid number is required.", false],
  [".", "A valid number is required.", false],
  [true, "A valid number is required.", false],
] satisfies [Json, string, boolean][])("%j as an amount is %j", (json, expected, isFit) => {
  expect(read(amount(), json)).toEqual(isFit ? expected : refused(expected));
});

test.each([
  ["  padded  ", "padded", true],
  [5, "5", true],
  ["", "This field may not be blank.", false],
  ["   ", "This field may not be blank.", false],
  [true, "Not a valid string.", false],
  [["a"], "Not a valid string.", false],
  ["a\u0000b", "Null characters are not allowed.", false],
  ["ååååå", "ååååå", true],
  ["123456", "Ensure this field has no more than 5 characters.", false],
] satisfies [Json, string, boolean][])("%j as text is %j", (json, expected, isFit) => {
  expect(read(text({ maxLength: 5 }), json === "  padded  " ? " pad " : json)).toEqual(
    isFit ? (json === "  padded  " ? "pad" : expected) : refused(expected),
  );
});

describe("fields", () => {
  test("that are missing or null count as what was declared, or are refused", () => {
    expect(read(text())).toEqual(refused("This field is required."));
    expect(read(optional(text(), "default"))).toBe("default");
    expect(read(nullable(text()), null)).toBe(null);
    expect(read(optional(nullable(text()), "default"), null)).toBe(null);
  });

  test("of choices and truth say what they were given", () => {
    expect(read(choice(["ok", "erred"]), "OK")).toEqual(refused('"OK" is not a valid choice.'));
    expect(read(choice(["ok", "erred"]), "erred")).toBe("erred");
    expect(read(boolean(), "true")).toBe(true);
    expect(read(boolean(), 0)).toBe(false);
    expect(read(boolean(), "perhaps")).toEqual(refused("Must be a valid boolean."));
  });

  test("in lists tell mistakes by position", () => {
    const items = listOf({ type: text(), amount: integer() });
    expect(read(items, [{ type: "cpu", amount: 1 }, { amount: "x" }, 5])).toEqual({
      it: [
        {},
        { type: ["This field is required."], amount: ["A valid integer is required."] },
        { non_field_errors: ["Invalid data. Expected a dictionary, but got int."] },
      ],
    });
    expect(read(items, { type: "cpu" })).toEqual({
      it: { non_field_errors: ['Expected a list of items but got type "dict".'] },
    });
  });
});

test.each([
  [["ok"], "Invalid data. Expected a dictionary, but got list."],
  ["text", "Invalid data. Expected a dictionary, but got str."],
  [15, "Invalid data. Expected a dictionary, but got int."],
  [1.5, "Invalid data. Expected a dictionary, but got float."],
  [null, "No data provided"],
] satisfies [Json, string][])("the body %j is refused as a whole", (body, message) => {
  expect(() => validated({ it: text() }, body)).toThrow(Refusal);
  try {
    validated({ it: text() }, body);
  } catch (error) {
    expect(error instanceof Refusal && error.reply.json).toEqual({ non_field_errors: [message] });
  }
});
