import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkAgent } from "../../src/agent/check.ts";
import { createSite, type Input, type Program, type Site } from "./site.ts";

/** A cluster that its programs make right. */
function withCluster(site: Site): Set<string> {
  const cluster = new Set<string>();
  const programs: Record<string, Program> = {
    exists: ({ allocation }) => ({ exists: cluster.has(allocation.name), backend_id: allocation.name }),
    create: ({ allocation }) => {
      cluster.add(allocation.name);
      return { backend_id: allocation.name };
    },
    update: () => {},
    usage: () => ({ amounts: { cpu: 1 } }),
    members: () => ({ members: ["alice"] }),
    "user-create": ({ user }) => ({ username: user.user_username }),
    "user-remove": () => {},
    terminate: ({ allocation }) => void cluster.delete(allocation.name),
  };
  Object.assign(site.programs, programs);
  return cluster;
}

async function check(site: Site, top = "") {
  site.configure("", top);
  let out = "";
  const isGood = await checkAgent(site.file, { ...site.world(), stdout: { write: (text) => (out += text) } });
  return { isGood, out: out.split("\n").map((line) => line.replace(/[0-9a-f]{32} /, "")) };
}

test("check asks the server, and makes, measures and ends a sample", async () => {
  const site = createSite();
  const cluster = withCluster(site);
  const { isGood, out } = await check(site);
  expect(out).toEqual([
    'ok   server: offering "site", components cpu, gpu',
    "ok   exists: no",
    "ok   create: puhuri agent check",
    "ok   exists: puhuri agent check, as before",
    "ok   update: done",
    'ok   usage: {"cpu":1}',
    "ok   members: alice",
    'ok   user-create: {"username":"puhuri-agent-check"}',
    "ok   user-remove: done",
    "ok   terminate: done",
    "ok   terminate: done, although it was already gone",
    "ok   exists: no",
    "",
  ]);
  expect(isGood).toBe(true);
  expect(cluster.size).toBe(0);
  expect(site.fake.requests.every(({ method }) => method === "GET")).toBe(true);
});

test("check finds a create that would create an allocation twice", async () => {
  const site = createSite();
  withCluster(site);
  delete site.programs["exists"];
  let made = 0;
  site.programs["create"] = () => ({ backend_id: `hpc-${++made}` });
  const { isGood, out } = await check(site);
  expect(isGood).toBe(false);
  expect(out).toContain(
    'FAIL create: run again, it printed "hpc-2", not "hpc-1": it would create the allocation twice.',
  );
});

test("check finds usage of a component that the offering does not have, and still ends the sample", async () => {
  const site = createSite();
  const cluster = withCluster(site);
  site.programs["usage"] = () => ({ amounts: { cpus: 1 } });
  const { isGood, out } = await check(site);
  expect(isGood).toBe(false);
  expect(out).toContain("FAIL usage: the offering has no component cpus.");
  expect(cluster.size).toBe(0);
});

test("check tells programs that it is a sample, and goes on without the server", async () => {
  const site = createSite();
  withCluster(site);
  const inputs: Input[] = [];
  site.programs["update"] = (input) => void inputs.push(input);
  Object.assign(site.fake, {
    fetch: async () => Response.json({ detail: "Invalid token." }, { status: 401 }),
  });
  const { isGood, out } = await check(site);
  expect(isGood).toBe(false);
  expect(out[0]).toMatch(/^FAIL server: .*token/);
  expect(out).toContain("ok   terminate: done");
  expect(inputs).toMatchObject([{ sample: true, idempotency_key: "0000000000000000000000000000c4ec" }]);
});

test.each([
  ["is not there", undefined, "The file with the token cannot be read (no such file or directory)."],
  ["is empty", "\n", "The file with the token is empty."],
  ["has two lines", "one\ntwo\n", "The file with the token has more than the token in it."],
])("check says so if the file of the token %s", async (_, text, words) => {
  const site = createSite();
  withCluster(site);
  if (text !== undefined) writeFileSync(join(site.folder, "token"), text);
  const { isGood, out } = await check(site, "token_file: token");
  expect([isGood, out[0]]).toEqual([false, `FAIL server: ${words}`]);
});
