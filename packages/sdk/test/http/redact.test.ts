import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { Redactor } from "../../src/http/token.ts";

const SECRET = "0123/4567+89";

function redactor(...secrets: string[]): Redactor {
  const made = new Redactor();
  for (const secret of secrets) made.remember(`Token ${secret}`);
  return made;
}

describe("Redactor.text", () => {
  test("takes out every occurrence", () => {
    const text = `${SECRET} ${SECRET}, ${JSON.stringify({ token: SECRET })}`;
    expect(redactor(SECRET).text(text)).toBe('[redacted] [redacted], {"token":"[redacted]"}');
    expect(redactor().text(text)).toBe(text);
  });

  test("takes it out of JSON that escapes its slashes, which would read the same", () => {
    const echoed = JSON.stringify({ detail: `Invalid ${SECRET}.` }).replaceAll("/", "\\/");
    expect(echoed).toContain("\\/");
    expect(redactor(SECRET).text(echoed)).toBe('{"detail":"Invalid [redacted]."}');
  });

  test("leaves words of less than 8 characters alone: they are no tokens", () => {
    expect(redactor("token", "1234567").text("Invalid token 1234567.")).toBe("Invalid token 1234567.");
    expect(redactor("12345678").text("12345678")).toBe("[redacted]");
  });

  test("knows the last eight tokens", () => {
    const secrets = Array.from({ length: 9 }, (_, i) => `secret-number-${i}`);
    const clean = redactor(...secrets).text(secrets.join(" "));
    expect(clean).toBe(`secret-number-0 ${Array(8).fill("[redacted]").join(" ")}`);
  });

  test("one that is seen again is not forgotten for it", () => {
    const many = redactor("secret-a", "secret-a", "secret-b");
    expect(many.text("secret-a secret-b")).toBe("[redacted] [redacted]");
  });
});

describe("Redactor.cause", () => {
  test("copies names, messages, codes and stacks through the chain of causes", () => {
    const inner = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
    const outer = new TypeError("fetch failed", { cause: inner });
    const copy = redactor(SECRET).cause(outer);
    expect(copy).toBeInstanceOf(Error);
    expect(copy).not.toBe(outer);
    expect(copy).toMatchObject({
      name: "TypeError",
      message: "fetch failed",
      stack: outer.stack,
      cause: { name: "Error", message: "read ECONNRESET", code: "ECONNRESET" },
    });
  });

  test("leaves everything else behind", () => {
    const error = Object.assign(new Error(`to ${SECRET}`), {
      code: `E-${SECRET}`,
      request: { headers: { authorization: SECRET } },
      [Symbol("state")]: SECRET,
      name: SECRET,
    });
    error.cause = new Error(SECRET);
    const copy = redactor(SECRET).cause(error);
    expect(inspect(copy, { showHidden: true, depth: 9 })).not.toContain(SECRET);
    expect(copy).not.toHaveProperty("request");
    expect(copy).toMatchObject({ code: "E-[redacted]" });
  });

  test("a code that is no text, and a missing stack, are no matter", () => {
    const error = Object.assign(new Error("odd"), { code: 20 });
    delete error.stack;
    expect(redactor().cause(error)).toMatchObject({ message: "odd", code: "20" });
    expect(redactor().cause(new Error("plain"))).not.toHaveProperty("code");
  });

  test("the chain is cut where it bites its tail", () => {
    const error = new Error("again");
    error.cause = error;
    let depth = 0;
    for (let at = redactor().cause(error); at instanceof Error; at = at.cause) depth++;
    expect(depth).toBe(6);
  });

  test("what is thrown and is no error is told by its kind", () => {
    expect(redactor(SECRET).cause(`x ${SECRET}`)).toBe("x [redacted]");
    expect(redactor().cause({ authorization: SECRET })).toBe("object");
    expect(redactor().cause(undefined)).toBe("undefined");
  });
});
