import { expect, test } from "vitest";
import { openScene } from "./scene.ts";

const HEADER = "resource,backend_id,user,component,amount,month";

test("one failure does not stop the others, and is written to a file to run again", async () => {
  const scene = openScene(2);
  scene.write("usage.csv", "backend_id,user,cpu", "a1,,1", "b1,,2.5", "b1,alice,0.125");
  const { code, out, err } = await scene.report("usage.csv --failed failed.csv");
  expect(code).toBe(1);
  expect(out).toContain("a1          cpu");
  expect(err).toMatch(/^puhuri: b1: no allocation of this offering/);
  expect(err).toContain("1 changed, 0 unchanged, 1 failed; to run again: failed.csv.");
  expect(scene.read("failed.csv")).toBe(`${HEADER}\n,b1,,cpu,2.5,2026-11\n,b1,alice,cpu,0.125,2026-11\n`);
  scene.named("a2").backend_id = "b1";
  const again = await scene.report("failed.csv --failed failed.csv --rounding down");
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining("1 changed, 0 unchanged.") });
  expect(scene.storedOf("b1")).toEqual({ cpu: "2.50", "alice cpu": "0.12" });
  expect(scene.read("failed.csv")).toBe(`${HEADER}\n`);
});

test("endless decimals are rounded in the same way when they are run again", async () => {
  const scene = openScene(2);
  const second = scene.named("a2");
  second.backend_id = "a1";
  const header = "JobID|Account|User|Start|End|ElapsedRaw|AllocTRES";
  scene.write("jobs.txt", header, "1|a1|alice|2026-11-02T00:00:00|Unknown|100000|cpu=7");
  const rule = '--component "cpu = cpu:hours / 900" --rounding half-even';
  const failed = await scene.report(`jobs.txt ${rule} --failed failed.csv`);
  expect(failed).toMatchObject({ code: 1, err: expect.stringContaining("a1: several allocations") });
  expect(scene.read("failed.csv")).toContain(",a1,alice,cpu,0.2160493827161,");
  second.backend_id = "a2";
  expect(await scene.report("failed.csv --rounding half-even")).toMatchObject({ code: 0 });
  expect(scene.storedOf("a1")).toEqual({ cpu: "0.22", "alice cpu": "0.21" });
  const same = await scene.report(`jobs.txt ${rule}`);
  expect(same.out).toBe("0 changed, 1 unchanged.\n");
});

test("a backend id that several allocations have is a failure, and the uuid names one of them", async () => {
  const scene = openScene(2);
  const second = scene.named("a2");
  second.backend_id = "a1";
  scene.write("usage.csv", "backend_id,cpu", "a1,1");
  expect(await scene.report("usage.csv")).toMatchObject({
    code: 1,
    err: expect.stringContaining("a1: several allocations"),
  });
  scene.write("usage.csv", "resource,cpu", `${second.uuid},1`);
  expect(await scene.report("usage.csv")).toMatchObject({ code: 0 });
});

test("Ctrl-C finishes what is in flight, and the rest is in the file", async () => {
  const ctrlC = new AbortController();
  const scene = openScene(20, {
    intercept(request, next) {
      if (request.operationId === "component_usages_set_usage") ctrlC.abort();
      return next();
    },
  });
  const names = Array.from({ length: 20 }, (_, i) => `a${i + 1}`);
  scene.write("usage.csv", "backend_id,cpu", ...names.map((name) => `${name},1`));
  const { code, out, err } = await scene.report("usage.csv --failed rest.csv", { interrupted: ctrlC.signal });
  expect(code).toBe(130);
  const stored = names.filter((name) => scene.storedOf(name)["cpu"] === "1.00");
  expect(stored.length).toBeGreaterThan(0);
  expect(stored.length).toBeLessThan(20);
  expect(out.match(/^a\d+ /gm)?.length).toBe(stored.length);
  expect(err).toContain(
    `Interrupted: ${stored.length} changed, 0 unchanged, ${20 - stored.length} not sent; to run again: rest.csv.`,
  );
  expect(await scene.report("rest.csv")).toMatchObject({
    code: 0,
    out: expect.stringContaining(`${20 - stored.length} changed`),
  });
  expect(names.every((name) => scene.storedOf(name)["cpu"] === "1.00")).toBe(true);
});

test.each([
  [
    "a token that is not valid any more",
    3,
    () => Promise.resolve(Response.json({ detail: "Invalid token." }, { status: 401 })),
  ],
  ["no connection", 4, () => Promise.reject(new TypeError("fetch failed"))],
])("with %s it does not go on", async (_, expected, answer) => {
  const scene = openScene(30);
  scene.write("usage.csv", "backend_id,cpu", ...Array.from({ length: 30 }, (_, i) => `a${i + 1},1`));
  let writes = 0;
  const fetch: typeof scene.fake.fetch = (url, init) => {
    const isWrite = String(url).includes("set_usage");
    if (isWrite) writes += 1;
    return isWrite && writes > 10 ? answer() : scene.fake.fetch(url, init);
  };
  const { code, err } = await scene.report("usage.csv --failed rest.csv", { fetch });
  expect(code).toBe(expected);
  expect(err).toMatch(/\d+ changed, 0 unchanged, \d+ failed, \d+ not sent; to run again: rest\.csv\./);
  expect(writes).toBeLessThan(60);
  const left = scene.read("rest.csv").trim().split("\n").length - 1;
  expect(await scene.report("rest.csv")).toMatchObject({
    code: 0,
    out: expect.stringMatching(new RegExp(`^${left} changed`, "m")),
  });
});

test("where nobody can tell which month it is for the server, it stops at once and says so once", async () => {
  const at = "2026-11-30T22:30:00Z";
  const now = () => new Date(at);
  const scene = openScene(30, { now });
  scene.write("usage.csv", "backend_id,cpu", ...Array.from({ length: 30 }, (_, i) => `a${i + 1},1`));
  const clock = { now: () => now().getTime(), sleep: async () => {} };
  const { code, err } = await scene.report("usage.csv", { now, clock });
  expect([code, scene.writes()]).toEqual([1, 0]);
  expect(err).toMatch(/2\d not sent/);
  expect(err.match(/Set PUHURI_TIME_ZONE/g)).toHaveLength(1);
  const env = { ...scene.world.env, PUHURI_TIME_ZONE: "Europe/Helsinki" };
  scene.write("usage.csv", "backend_id,cpu", "a1,1");
  const known = await scene.report("usage.csv --dry-run --csv --fields month", { now, clock, env });
  expect(known).toMatchObject({ code: 0, out: "month\n2026-12\n" });
});
