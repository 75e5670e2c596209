import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createFakePuhuri } from "@puhuri/testing";
import { afterAll, expect, inject, it } from "vitest";
import { nodes } from "../src/hosts/hosts.ts";
import { runCommand } from "../src/run-command.ts";

const folder = inject("folder");
const installed = join(folder, "node_modules/@puhuri/cli");
const { version } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
const fake = createFakePuhuri({ dialect: "current" });
const { url } = await fake.listen();
const env = { PUHURI_URL: url, PUHURI_TOKEN: fake.tokenOf("owner") };

afterAll(() => fake.close());

it("is installed as the command puhuri", async () => {
  const puhuri = join(folder, "node_modules/.bin/puhuri");
  expect(await runCommand([puhuri, "--version"], { cwd: folder })).toBe(`${version}\n`);
});

it.each(nodes)("lists the offerings of a server on $name", async ({ path }) => {
  const command = [path, join(installed, "dist/puhuri.js"), "offerings", "--csv", "--fields", "name,state"];
  expect(await runCommand(command, { cwd: folder, env })).toBe(
    "name,state\nSample offering,Active\nRemote offering (really),Active\n",
  );
});
