import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { afterAll, expect, it } from "vitest";
import { findChromium } from "../src/hosts/chromium.ts";
import { newFolder, removeFolder } from "../src/packed/fresh-folder.ts";
import { e2e } from "../src/packed/places.ts";

const folder = newFolder("chromium");
afterAll(() => removeFolder(folder));

it("finds the first Chromium on the path, under any of its names", () => {
  const [none, some] = [join(folder, "none"), join(folder, "some")];
  mkdirSync(none);
  mkdirSync(some);
  writeFileSync(join(some, "chromium-browser"), "");
  expect(findChromium(none)).toBeUndefined();
  expect(findChromium([none, some].join(delimiter))).toBe(join(some, "chromium-browser"));
});

it("says in one line what to do where it cannot install one", () => {
  const script = join(e2e, "src/hosts/install-chromium.ts");
  // Neither a Chromium nor apt-get is there.
  const { status, stderr } = spawnSync(process.execPath, [script], {
    env: { PATH: folder },
    encoding: "utf8",
  });
  expect(status).toBe(1);
  expect(stderr).toBe(
    "There is no Chromium, and it could not be installed: run `apt-get install chromium` as root first.\n",
  );
});
