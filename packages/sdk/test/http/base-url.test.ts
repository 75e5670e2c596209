import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { InvalidArgumentError } from "../../src/errors.ts";
import { normalizeBaseUrl } from "../../src/http/options.ts";

describe("normalizeBaseUrl", () => {
  test.each([
    ["https://puhuri.example", "https://puhuri.example"],
    ["https://puhuri.example/", "https://puhuri.example"],
    ["https://puhuri.example/api", "https://puhuri.example"],
    ["https://puhuri.example/api/", "https://puhuri.example"],
    ["https://puhuri.example/api//", "https://puhuri.example"],
    ["  https://puhuri.example/api/\n", "https://puhuri.example"],
    ["HTTPS://Puhuri.Example:443/api/", "https://puhuri.example"],
    ["https://puhuri.example:8443/api/", "https://puhuri.example:8443"],
    ["https://host.example/puhuri/api/", "https://host.example/puhuri"],
    ["https://host.example/puhuri", "https://host.example/puhuri"],
    ["https://host.example/myapi", "https://host.example/myapi"],
    ["https://host.example/apiary", "https://host.example/apiary"],
    ["https://host.example/api/v2", "https://host.example/api/v2"],
    ["https://waldur.api", "https://waldur.api"],
    ["https://waldur.api/api/", "https://waldur.api"],
    ["https://puhuri.example/api/../", "https://puhuri.example"],
  ])("%j is %s", (given, base) => {
    expect(normalizeBaseUrl(given)).toBe(base);
  });

  test("takes a URL object", () => {
    expect(normalizeBaseUrl(new URL("https://puhuri.example/api/"))).toBe("https://puhuri.example");
  });

  test.each([
    "http://localhost:8000",
    "http://puhuri.localhost",
    "http://a.b.localhost:1",
    "http://127.0.0.1:8000",
    "http://127.1.2.3",
    "http://127.100.20.3",
    "http://[::1]:8000",
  ])("%s may be plain http: it does not leave the machine", (url) => {
    expect(normalizeBaseUrl(url)).toBe(url);
  });

  test.each([
    "http://puhuri.example",
    "http://localhost.example",
    "http://127.0.0.1.example",
    "http://mylocalhost",
    "http://10.0.0.1",
    "http://128.0.0.1",
  ])("%s must be https, unless plain http is allowed", (url) => {
    expect(() => normalizeBaseUrl(url)).toThrow(/https.*allowInsecureHttp/);
    expect(normalizeBaseUrl(url, true)).toBe(url);
  });

  test.each([
    ["", /a URL like/],
    ["puhuri.example", /a URL like/],
    ["/api/", /a URL like/],
    ["https://", /a URL like/],
    ["ftp://puhuri.example", /a URL like/],
    ["xhttps://puhuri.example", /a URL like/],
    ["javascript:alert(1)", /a URL like/],
    ["file:///etc/passwd", /a URL like/],
    ["https://puhuri example/", /a URL like/],
    ["https://puhuri.example/a\nb", /a URL like/],
    ["https:\\\\puhuri.example", /a URL like/],
    ["https://user@puhuri.example", /without credentials/],
    ["https://:SECRET@puhuri.example", /without credentials/],
    ["https://puhuri.example/?token=SECRET", /query/],
    ["https://puhuri.example/?", /query/],
    ["https://puhuri.example//api//", /a URL like/],
    ["https://puhuri.example/#x", /fragment/],
    ["https://puhuri.example/#", /fragment/],
  ])("%j is refused, and not printed", (url, problem) => {
    let error: unknown;
    try {
      normalizeBaseUrl(url, true);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error).toMatchObject({ argument: "baseUrl", message: expect.stringMatching(problem) });
    expect(inspect(error)).not.toContain("SECRET");
  });

  test("what is no text at all is refused", () => {
    const untyped: (url: never) => string = normalizeBaseUrl;
    for (const value of [undefined, null, 5, {}, Symbol("x")]) {
      expect(() => Reflect.apply(untyped, undefined, [value])).toThrow(InvalidArgumentError);
    }
  });
});
