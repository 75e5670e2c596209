import { readFileSync } from "node:fs";
import * as sdk from "@puhuri/sdk";
import { expect, it } from "vitest";
import { readPublicSources, root } from "../src/pages.ts";

it("has every code of the error classes in the table of Getting started", () => {
  const sources = readPublicSources().filter(({ file }) => file.startsWith("packages/sdk/"));
  const codes = sources.flatMap(({ text }) =>
    [...text.matchAll(/readonly code(?:: \w+)? = "(.+)";/g)].map(([, code = ""]) => code),
  );
  const classes = Object.keys(sdk).filter((name) => name.endsWith("Error"));
  const abstract = ["ApiError", "PuhuriError", "isPuhuriError"];
  expect(codes).toHaveLength(classes.filter((name) => !abstract.includes(name)).length);

  const page = readFileSync(`${root}docs/getting-started.md`, "utf8");
  const cells = [...page.matchAll(/^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \|/gm)].map(([, cell = ""]) => cell);
  const listed = cells.flatMap((cell) => [...cell.matchAll(/`([a-z-]+)`/g)].map(([, code = ""]) => code));
  expect(listed.sort()).toEqual(codes.sort());
});
