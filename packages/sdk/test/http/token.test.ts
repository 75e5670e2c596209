import { describe, expect, test } from "vitest";
import { authorizationOf } from "../../src/http/token.ts";

describe("authorizationOf", () => {
  test.each([
    ["0123456789abcdef", "Token 0123456789abcdef"],
    ["Token 0123456789abcdef", "Token 0123456789abcdef"],
    ["Bearer w_secret", "Bearer w_secret"],
    ["w_1795392000_abcdef", "Bearer w_1795392000_abcdef"],
    ["Token w_1795392000_abcdef", "Token w_1795392000_abcdef"],
    ["w_hat", "Token w_hat"],
    ["a.b-c_d~e+f/g==", "Token a.b-c_d~e+f/g=="],
    ["!#[]~", "Token !#[]~"],
  ])("%s is sent as %s", (token, header) => {
    expect(authorizationOf(token)).toBe(header);
  });

  test.each([[""], [undefined], [null]])("%j is called empty", (token) => {
    expect(() => authorizationOf(token)).toThrow("token is empty: is the variable set?");
  });

  test.each([
    [" a"],
    ["a "],
    ["a\n"],
    ["Bearer  a"],
    ["Bearer a b"],
    ["to-ken x"],
    ["é"],
    ['a"b'],
    ["a\\b"],
    ["a\u007f"],
    [5],
    [{}],
  ])("%j is refused", (token) => {
    expect(() => authorizationOf(token)).toThrow(
      expect.objectContaining({ argument: "token", message: expect.stringContaining("visible ASCII") }),
    );
  });
});
