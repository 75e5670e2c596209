import { describe, expect, test } from "vitest";
import { isRedirect, redirectTarget } from "./redirects.ts";

const FROM = "https://puhuri.example/api/things/?page=2";
const to = (location?: string) =>
  new Response(null, { status: 302, headers: location === undefined ? {} : { location } });

describe("isRedirect", () => {
  test.each([301, 302, 303, 307, 308])("%i is one", (status) => {
    expect(isRedirect(new Response(null, { status }))).toBe(true);
  });
  test.each([200, 204, 300, 304, 305, 400])("%i is not", (status) => {
    expect(isRedirect(new Response(null, { status }))).toBe(false);
  });
});

test("an answer that a browser hides is a redirect", () => {
  const hidden = Object.defineProperty(new Response(), "type", { value: "opaqueredirect" });
  expect(isRedirect(hidden)).toBe(true);
  expect(redirectTarget(hidden, FROM)).toBeUndefined();
});

describe("redirectTarget", () => {
  test.each([
    ["/api/other/", "https://puhuri.example/api/other/"],
    ["other/", "https://puhuri.example/api/things/other/"],
    ["?page=3", "https://puhuri.example/api/things/?page=3"],
    ["https://puhuri.example:443/x", "https://puhuri.example/x"],
    ["//puhuri.example/x", "https://puhuri.example/x"],
  ])("%s leads to %s", (location, target) => {
    expect(redirectTarget(to(location), FROM)).toBe(target);
  });

  test.each([
    undefined,
    "http://puhuri.example/x",
    "https://puhuri.example:444/x",
    "https://other.example/x",
    "https://user@puhuri.example/x",
    "https://:password@puhuri.example/x",
    "javascript:alert(1)",
    "data:,x",
    "https://",
  ])("%s leads nowhere", (location) => {
    expect(redirectTarget(to(location), FROM)).toBeUndefined();
  });
});
