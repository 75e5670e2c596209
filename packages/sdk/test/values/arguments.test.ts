import { describe, expect, it } from "vitest";
import {
  requireDay,
  requireFlag,
  requireFunction,
  requireItems,
  requireKeys,
  requireObject,
  requireOneOf,
  requireText,
  userName,
  withNumbers,
} from "../../src/values/arguments.ts";

/** A refusal that names the argument, in its properties and in its sentence. */
const refusal = (argument: string, must = "must be") =>
  expect.objectContaining({
    code: "invalid-argument",
    argument,
    message: expect.stringMatching(new RegExp(`^${argument} ${must}.*[.?"] Nothing was sent\\.$`)),
  });

describe("an object", () => {
  it.each([{}, { a: 1 }, Object.create(null), new Date(0)])("may be %j", (value) => {
    expect(() => requireObject(value, "input")).not.toThrow();
  });

  it.each([undefined, null, 1, "text", true, [], ["a"]])("is not %j", (value) => {
    expect(() => requireObject(value, "input")).toThrow(refusal("input", "must be an object"));
  });
});

describe("a flag", () => {
  it.each([true, false])("may be %j", (value) => {
    expect(() => requireFlag(value, "dryRun")).not.toThrow();
  });

  it.each([undefined, null, 0, 1, "", "false", {}])("is not %j", (value) => {
    expect(() => requireFlag(value, "dryRun")).toThrow(refusal("dryRun", "must be true or false"));
  });
});

describe("a function", () => {
  it("may be left out", () => {
    expect(() => requireFunction(undefined, "fetch")).not.toThrow();
    expect(() => requireFunction(() => 1, "fetch")).not.toThrow();
  });

  it.each([null, {}, "fetch", 1])("is not %j", (value) => {
    expect(() => requireFunction(value, "fetch")).toThrow(refusal("fetch", "must be a function"));
  });
});

describe("a day", () => {
  it.each(["2026-11-23", "2024-02-29", "1999-12-31"])("may be %s", (value) => {
    expect(() => requireDay(value, "date")).not.toThrow();
  });

  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-11-31",
    "2026-11-3",
    "23.11.2026",
    "2026-11-23T00:00",
    "x2026-11-23",
    "",
    20261123,
    new Date(0),
  ])("is not %j", (value) => {
    expect(() => requireDay(value, "date")).toThrow(refusal("date", "must be a day such as 2026-11-23"));
  });
});

describe("numbers", () => {
  const defaults = { maxRetries: 3, baseDelayMs: 500 };

  it("given take the place of the defaults, which stay as they are", () => {
    expect(withNumbers(defaults, { maxRetries: 0 })).toEqual({ maxRetries: 0, baseDelayMs: 500 });
    expect(withNumbers(defaults, { maxRetries: undefined })).toEqual(defaults);
    expect(withNumbers(defaults)).toEqual(defaults);
    expect(withNumbers(defaults, { baseDelayMs: 1 }, 1).baseDelayMs).toBe(1);
    expect(defaults).toEqual({ maxRetries: 3, baseDelayMs: 500 });
  });

  it.each([-1, Number.NaN, "5", null, 5n])("are not %s", (value) => {
    expect(() => withNumbers(defaults, { ...defaults, maxRetries: value as number })).toThrow(
      refusal("maxRetries", "must be a number of at least 0"),
    );
  });

  it("must reach the least one", () => {
    expect(() => withNumbers(defaults, { baseDelayMs: 0.5 }, 1)).toThrow(
      refusal("baseDelayMs", "must be a number of at least 1"),
    );
  });
});

describe("keys", () => {
  const known = { message: true, onPending: true } as const;

  it("may be all the known ones, some, or none", () => {
    for (const value of [
      { message: undefined, onPending: 1 },
      { message: "a" },
      {},
      Object.create({ more: 1 }),
    ]) {
      expect(() => requireKeys(value, known, "options")).not.toThrow();
    }
  });

  it.each([
    ["onPendng", ' Did you mean "onPending"?'],
    ["OnPending", ' Did you mean "onPending"?'],
    ["toString", ""],
    ["__proto__", ""],
  ])("are not %s", (key, meant) => {
    const value = JSON.parse(`{ "message": "a", "${key}": 1 }`);
    expect(() => requireKeys(value, known, "options")).toThrow(
      expect.objectContaining({
        code: "invalid-argument",
        argument: key,
        message: `options must not have "${key}", only message, onPending.${meant} Nothing was sent.`,
      }),
    );
  });
});

describe("items", () => {
  it("are an array with something in it", () => {
    expect(() => requireItems([undefined], "states")).not.toThrow();
    for (const value of [[], "OK", { length: 1 }, undefined, null]) {
      expect(() => requireItems(value, "states")).toThrow(
        refusal("states", "must be an array with at least one item"),
      );
    }
  });
});

describe("a choice", () => {
  it("is one of those there are, and the others are named", () => {
    expect(() => requireOneOf("ok", ["ok", "erred"], "state")).not.toThrow();
    for (const value of ["OK", "", undefined, null, ["ok"]]) {
      expect(() => requireOneOf(value, ["ok", "erred"], "state")).toThrow(refusal("state"));
    }
    expect(() => requireOneOf("OK", ["ok", "erred"], "state")).toThrow(/ok, erred/);
  });
});

describe("text", () => {
  it("may be empty unless it must not", () => {
    expect(() => requireText("", "comment")).not.toThrow();
    for (const blank of ["", " ", "\n\t"]) {
      expect(() => requireText(blank, "header", { blank: false })).toThrow(
        refusal("header", "must be a string, and not blank"),
      );
    }
  });

  it("is as long as the servers count it: by code point", () => {
    expect(() => requireText("😀".repeat(255), "backendId", { max: 255 })).not.toThrow();
    expect(() => requireText("😀".repeat(256), "backendId", { max: 255 })).toThrow(/at most 255 characters/);
    expect(() => requireText("e\u0301".repeat(128), "backendId", { max: 255 })).toThrow(refusal("backendId"));
    expect(() => requireText("", "name", { max: 9, blank: false })).toThrow(
      refusal("name", "must be a string of at most 9 characters, and not blank"),
    );
  });

  it.each([undefined, null, 17, {}, ["a"], true])("is not %j", (value) => {
    expect(() => requireText(value, "comment")).toThrow(
      /^comment must be a string(, and holds half a character)?\. Nothing was sent\.$/,
    );
  });
});

describe("a user name", () => {
  it("is trimmed as the servers trim it", () => {
    expect(userName(" abc\n", { blank: false })).toBe("abc");
    expect(userName("", { blank: true })).toBe("");
  });

  it("has at most 100 characters, and where it is needed at least one", () => {
    expect(userName("a".repeat(100), { blank: false })).toHaveLength(100);
    expect(() => userName("a".repeat(101), { blank: true })).toThrow(refusal("username"));
    expect(() => userName(" ", { blank: false })).toThrow(refusal("username"));
  });
});
