import { expect, it } from "vitest";
import { objection } from "../release/objection.ts";
import { missingOn, publish, rehearse } from "../release/publish.ts";

const packages = ["api-types", "sdk", "testing"].map((name) => ({
  name: `@puhuri/${name}`,
  to: "0.1.0",
  tarball: `/tarballs/${name}.tgz`,
}));

/** An npm that has some versions already. */
function npmWith(there: readonly string[], unknown = "npm error code E404") {
  const commands: string[] = [];
  const run = async (command: readonly string[]): Promise<string> => {
    commands.push(command.join(" "));
    const [, verb, version = ""] = command;
    if (verb === "view" && !there.includes(version)) throw new Error(unknown);
    return verb === "view" ? "0.1.0\n" : "";
  };
  return { commands, run };
}

it("rehearses what it publishes, one after the other, as one needs the other", async () => {
  const { commands, run } = npmWith([]);
  await rehearse(run, packages);
  await publish(run, packages);
  const files = packages.map(({ tarball }) => tarball);
  expect(commands).toEqual([
    ...files.map((file) => `npm publish ${file} --dry-run`),
    ...files.map((file) => `npm publish ${file}`),
  ]);
});

it("finds what npm does not have, so that what broke off is run again", async () => {
  expect(await missingOn(npmWith([]).run, packages)).toEqual(packages);
  expect(await missingOn(npmWith(["@puhuri/api-types@0.1.0"]).run, packages)).toEqual(packages.slice(1));
});

it("does not take silence for an answer", async () => {
  await expect(missingOn(npmWith([], "npm error network").run, packages)).rejects.toThrow("network");
});

it("refuses to publish in a CI, before the versions are set, and what is not committed", () => {
  const ready = { isCi: false, pending: [], uncommitted: "" };
  expect(objection(ready)).toBeUndefined();
  expect(objection({ ...ready, isCi: true })).toBe("A CI does not publish.");
  expect(objection({ ...ready, pending: ["a.md"] })).toMatch(/1 changesets wait/);
  expect(objection({ ...ready, uncommitted: " M package.json\n" })).toMatch(/not committed/);
});
