import { describe, expect, test } from "vitest";
import { Redactor } from "./redact.ts";
import { credentialsOf, Tokens } from "./token.ts";

describe("credentialsOf", () => {
  test.each([
    ["0123456789abcdef", "Token 0123456789abcdef", "0123456789abcdef"],
    ["Token 0123456789abcdef", "Token 0123456789abcdef", "0123456789abcdef"],
    ["Bearer w_secret", "Bearer w_secret", "w_secret"],
    ["a.b-c_d~e+f/g==", "Token a.b-c_d~e+f/g==", "a.b-c_d~e+f/g=="],
  ])("%s is sent as %s", (token, header, secret) => {
    expect(credentialsOf(token)).toEqual({ header, secret });
  });

  test.each([
    [""],
    [" a"],
    ["a "],
    ["a\n"],
    ["Bearer  a"],
    ["Bearer a b"],
    ["to-ken x"],
    ["é"],
    [undefined],
    [null],
    [5],
    [{}],
  ])("%j is refused", (token) => {
    expect(() => credentialsOf(token)).toThrow(expect.objectContaining({ argument: "token" }));
  });
});

describe("Tokens", () => {
  test("keep a fixed token at hand, and have it redacted from the start", async () => {
    const redactor = new Redactor();
    const tokens = new Tokens("0123456789abcdef", redactor);
    expect(tokens.fixed?.secret).toBe("0123456789abcdef");
    expect((await tokens.ask()).secret).toBe("0123456789abcdef");
    expect(redactor.text("x 0123456789abcdef")).toBe("x [redacted]");
  });

  test("ask a function each time, and have what it gives redacted", async () => {
    const redactor = new Redactor();
    let number = 0;
    const tokens = new Tokens(async () => `secret-number-${++number}`, redactor);
    expect(tokens.fixed).toBeUndefined();
    expect((await tokens.ask()).header).toBe("Token secret-number-1");
    expect((await tokens.ask()).header).toBe("Token secret-number-2");
    expect(redactor.text("secret-number-1 secret-number-2")).toBe("[redacted] [redacted]");
  });
});
