import { describe, expect, test } from "vitest";
import { InvalidArgumentError } from "../../src/errors.ts";
import { fillPath } from "../../src/http/openapi-client.ts";

describe("fillPath", () => {
  test.each([
    ["/api/things/{uuid}/", { uuid: "0a1b" }, "/api/things/0a1b/"],
    ["/api/{a}/{b}/{a}/", { a: "1", b: "2" }, "/api/1/2/1/"],
    ["/api/things/", {}, "/api/things/"],
    ["/api/{uuid}/", { uuid: "äö @:&=+$,;" }, "/api/%C3%A4%C3%B6%20%40%3A%26%3D%2B%24%2C%3B/"],
    ["/api/{uuid}/", { uuid: "a.b..c" }, "/api/a.b..c/"],
    ["/api/{uuid}/", { uuid: "{other}", other: "x" }, "/api/%7Bother%7D/"],
    ["/api/{uuid}/", { uuid: "$&$1" }, "/api/%24%26%241/"],
  ])("%s with %j is %s", (template, parameters, path) => {
    expect(fillPath(template, parameters)).toBe(path);
  });

  test.each([
    ["", "text"],
    [".", "text"],
    ["..", "text"],
    ["....", "text"],
    [" ", "text"],
    [". .", "text"],
    ["a/b", "/"],
    ["a\\b", "\\"],
    ["a?b", "?"],
    ["a#b", "#"],
    ["a%2fb", "%"],
    ["a\u0000", "control"],
    ["a\nb", "control"],
    ["a\u0085b", "control"],
    ["a\u2028b", "control"],
    ["a\u2029b", "control"],
    ["a\u202eb", "control"],
    ["a\ud800", "control"],
  ])("%j is refused, by name and not by value", (uuid, problem) => {
    const fill = () => fillPath("/api/{uuid}/", { uuid });
    expect(fill).toThrow(InvalidArgumentError);
    expect(fill).toThrow(
      expect.objectContaining({ argument: "uuid", message: expect.stringContaining(problem) }),
    );
    expect(fill).toThrow("Nothing was sent");
  });

  test.each([[undefined], [null], [42], [Number.NaN], [true], [{}], [["a"]]])(
    "%j is refused as no text",
    (uuid) => {
      expect(() => fillPath("/api/{uuid}/", { uuid })).toThrow("uuid must be text");
    },
  );
});
