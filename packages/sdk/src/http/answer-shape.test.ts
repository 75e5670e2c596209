import { describe, expect, it } from "vitest";
import { hasShape } from "./answer-shape.ts";

describe("an answer of one object", () => {
  it.each([{}, { uuid: "a" }])("is %j", (data) => {
    expect(hasShape(data, "object")).toBe(true);
  });

  it.each([null, undefined, [], [{}], "text", 1, true])("is not %j", (data) => {
    expect(hasShape(data, "object")).toBe(false);
  });
});

describe("an answer of objects", () => {
  it.each([{ data: [] }, { data: [{}] }, { data: [{ uuid: "a" }, { uuid: "b" }] }])(
    "is $data",
    ({ data }) => {
      expect(hasShape(data, "objects")).toBe(true);
    },
  );

  it.each([
    { data: null },
    { data: {} },
    { data: "[]" },
    { data: [{}, null] },
    { data: [[]] },
    { data: ["a"] },
  ])("is not $data", ({ data }) => {
    expect(hasShape(data, "objects")).toBe(false);
  });
});
