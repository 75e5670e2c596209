import * as sdk from "@puhuri/sdk";
import { expect, it } from "vitest";
import { errorClasses, reasonsOf } from "../src/error-classes.ts";
import { errorsPage } from "../src/errors-page.ts";

const classes = errorClasses();
const page = errorsPage();

it("has every class of errors that the sdk exports on the page of errors, with its code", () => {
  const exported = Object.keys(sdk).filter((name) => name.endsWith("Error") && name !== "isPuhuriError");
  const abstract = ["ApiError", "ExchangeError", "PuhuriError"];
  expect(classes.map(({ name }) => name).sort()).toEqual([...new Set([...exported, "ExchangeError"])].sort());
  expect(
    classes
      .filter(({ code }) => code === undefined)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(abstract);
  for (const { name, code } of classes) {
    if (code !== undefined) expect(page, name).toContain(`\n### ${code}\n\n\`${name}\`. `);
  }
});

it("says of each when it is thrown, what to do, and what its properties are", () => {
  for (const { name, code, paragraphs, properties } of classes) {
    if (code !== undefined) expect([name, paragraphs.length]).toEqual([name, 2]);
    for (const property of properties) expect([name, property.name, property.description]).not.toContain("");
  }
});

it("says what each reason of a refused report means", () => {
  const reasons = reasonsOf("UsageReportProblem");
  expect(reasons.map(({ name }) => name)).toContain("no-open-period");
  expect(reasons.filter(({ description }) => description === "")).toEqual([]);
});

it("knows the properties a class declares, with their types", () => {
  const found = classes.find(({ name }) => name === "InvalidTransitionError");
  expect(found?.properties.map(({ name, type }) => [name, type])).toEqual([
    ["from", "string"],
    ["to", "string"],
    ["choices?", "readonly string[]"],
    ["waitsFor?", "string"],
    ["startDate?", "string"],
  ]);
});
