import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseErrorBody, snippetOf } from "./error-body.ts";

const parse = (body: unknown, contentType: string | null = "application/json") =>
  parseErrorBody(
    new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body)),
    contentType,
    (text) => text.replaceAll("SECRET", "[redacted]"),
  );

describe("parseErrorBody", () => {
  test.each([
    ["detail", { detail: "Not found." }, "Not found."],
    ["details", { details: "No." }, "No."],
    ["status", { status: "Can't switch to OK." }, "Can't switch to OK."],
    ["error_message", { error_message: "No." }, "No."],
    ["several of them", { detail: "One.", status: "Two." }, "One. Two."],
  ])("a sentence under %s is the general one", (_, body, detail) => {
    expect(parse(body)).toEqual({ detail, fieldErrors: {}, body });
  });

  test("a bare string is the general sentence", () => {
    expect(parse('"Duplicate."')).toEqual({
      detail: "Duplicate.",
      fieldErrors: {},
      body: "Duplicate.",
    });
  });

  test.each([
    [
      "fields",
      { name: ["Too long.", "Too odd."], state: ["Unknown."] },
      { name: ["Too long.", "Too odd."], state: ["Unknown."] },
    ],
    ["a field with a sentence instead of an array", { name: "Too long." }, { name: ["Too long."] }],
    ["cross-field", { non_field_errors: ["Twice."] }, { non_field_errors: ["Twice."] }],
    ["a bare array", ["Over the limit.", "Blocked."], { non_field_errors: ["Over the limit.", "Blocked."] }],
    [
      "rows by position",
      { usages: [{}, { amount: ["Too big."] }, {}, { type: ["Unknown."], amount: ["Too small."] }] },
      { "usages.1.amount": ["Too big."], "usages.3.type": ["Unknown."], "usages.3.amount": ["Too small."] },
    ],
    ["objects in objects", { limits: { cpu: { max: ["Too many."] } } }, { "limits.cpu.max": ["Too many."] }],
    ["a bare array of objects", [{}, { name: ["No."] }], { "1.name": ["No."] }],
    ["what is no text", { count: [1, true, null], nothing: null }, { count: ["1", "true"] }],
    ["a status that is a field's", { status: ["No such state."] }, { status: ["No such state."] }],
    [
      "names that mean something to JavaScript",
      JSON.parse('{"__proto__": ["a"], "constructor": ["b"]}'),
      JSON.parse('{"__proto__": ["a"], "constructor": ["b"]}'),
    ],
  ])("%s", (_, body, fieldErrors) => {
    const parsed = parse(body);
    expect(parsed.fieldErrors).toEqual(fieldErrors);
    expect(Object.keys(parsed.fieldErrors)).toEqual(Object.keys(fieldErrors));
    expect(parsed.detail).toBeUndefined();
    expect(parsed.body).toEqual(body);
  });

  test.each([
    ["HTML", "<h1>Server Error (500)</h1>\n"],
    ["a plain sentence", "upstream timed out"],
    ["truncated JSON", '{"detail": "Not'],
  ])("%s is kept as text", (_, text) => {
    expect(parse(text, "text/html")).toEqual({
      detail: undefined,
      fieldErrors: {},
      body: text.trim(),
    });
  });

  test("nothing is nothing", () => {
    for (const text of ["", "  \n", "\ufeff"]) {
      expect(parse(text, null)).toEqual({
        detail: undefined,
        fieldErrors: {},
        body: undefined,
      });
    }
  });

  test("JSON that is no message says at most itself", () => {
    expect(parse("null")).toEqual({ detail: undefined, fieldErrors: {}, body: null });
    expect(parse("42")).toEqual({ detail: "42", fieldErrors: {}, body: 42 });
  });

  test("a text in Latin-1 is readable", () => {
    const { body } = parseErrorBody(new Uint8Array([0x76, 0xf5, 0x69]), "text/html", (text) => text);
    expect(body).toBe("või");
  });

  test("a secret is taken out everywhere, before anything is made of the body", () => {
    const parsed = parse({ detail: "Bad SECRET", SECRET: ["SECRET"], rows: [{ SECRET: "SECRET" }] });
    expect(JSON.stringify(parsed)).not.toContain("SECRET");
    expect(parsed.detail).toBe("Bad [redacted]");
  });

  test("depth is bounded", () => {
    const deep = `${'{"a":'.repeat(1000)}1${"}".repeat(1000)}`;
    expect(parse(deep).fieldErrors).toEqual({});
    const justDeep = `${'{"a":'.repeat(8)}["x"]${"}".repeat(8)}`;
    expect(parse(justDeep).fieldErrors).toEqual({});
    const fine = `${'{"a":'.repeat(7)}["x"]${"}".repeat(7)}`;
    expect(parse(fine).fieldErrors).toEqual({ "a.a.a.a.a.a.a": ["x"] });
  });

  test("any JSON can be read, and every message of it is a string", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        const { fieldErrors, body: read } = parse(JSON.stringify(body));
        expect(read).toEqual(JSON.parse(JSON.stringify(body)));
        for (const messages of Object.values(fieldErrors)) {
          expect(messages.length).toBeGreaterThan(0);
          for (const message of messages) expect(message).toBeTypeOf("string");
        }
      }),
    );
  });
});

describe("snippetOf", () => {
  test("is on one line and at most 500 characters long", () => {
    expect(snippetOf("  a\r\n\tb  ")).toBe("a b");
    expect(snippetOf("x".repeat(500))).toBe("x".repeat(500));
    expect(snippetOf("x".repeat(501))).toBe("x".repeat(500));
  });
});
