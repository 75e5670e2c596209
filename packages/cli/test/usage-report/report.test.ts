import { utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { screen, typed } from "../terminal.ts";
import { OFFERING, openScene } from "./scene.ts";

const SACCT = [
  "JobID|Account|User|State|Start|End|ElapsedRaw|AllocTRES",
  "1|a1|alice|COMPLETED|2026-11-02T00:00:00|2026-11-03T00:00:00|86400|billing=100,cpu=100,gres/gpu=4",
  "1.batch|a1||COMPLETED|2026-11-02T00:00:00|2026-11-03T00:00:00|86400|cpu=100",
  "2_7|a1|bob|RUNNING|2026-11-02T00:00:00|Unknown|3600|billing=1000,cpu=1000",
  "3|root|root|COMPLETED|2026-11-02T00:00:00|2026-11-03T00:00:00|86400|cpu=1",
];
const COMPONENTS = ["cpu = cpu:hours / 1000", "gpu = gres/gpu:hours / 1000"];

test("a dry run shows the changes, a report writes them, and a second one writes nothing", async () => {
  const scene = openScene(2);
  scene.write("usage.csv", "backend_id,cpu,gpu", "a1,10,3.5", "a2,0.1,");
  const dry = await scene.report("usage.csv --dry-run --csv");
  expect(dry).toEqual({
    code: 0,
    out: "allocation,component,user,stored,reported\na1,cpu,,,10.00\na1,gpu,,,3.50\na2,cpu,,,0.10\n",
    err: "",
  });
  expect(scene.writes()).toBe(0);
  expect((await scene.report("usage.csv")).out).toMatch(/\n2 changed, 0 unchanged\.\n$/);
  expect([scene.storedOf("a1"), scene.storedOf("a2")]).toEqual([
    { cpu: "10.00", gpu: "3.50" },
    { cpu: "0.10" },
  ]);
  const writes = scene.writes();
  expect(await scene.report("usage.csv")).toEqual({ code: 0, out: "0 changed, 2 unchanged.\n", err: "" });
  expect(scene.writes()).toBe(writes);
  scene.write("usage.csv", "backend_id,cpu,gpu", "a1,11,3.5", "a2,0.1,");
  const [change = "", ...others] = (await scene.report("usage.csv --dry-run --json")).out.trim().split("\n");
  expect(others).toEqual([]);
  expect(JSON.parse(change)).toEqual({
    allocation: "a1",
    resource: scene.named("a1").uuid,
    month: "2026-11",
    component: "cpu",
    user: "",
    stored: "10.00",
    reported: "11.00",
  });
});

test("a counter that no line has is named, since it may be misspelt", async () => {
  const scene = openScene(1);
  scene.write("jobs.txt", ...SACCT);
  scene.write("map.txt", "cpu = cpu:minutes / 60000", "gpu = gres/gpus:minutes / 60000");
  const { out } = await scene.report("jobs.txt --map map.txt --rounding down --dry-run");
  expect(out).toContain("1 would change, 0 unchanged, left out: root, no figures of: gres/gpus.");
  const forPrograms = await scene.report("jobs.txt --map map.txt --rounding down --dry-run --csv");
  expect(forPrograms.err).toBe("puhuri: no figures of: gres/gpus\n");
});

test.each(["8.0", "2024-10"] as const)(
  "what sacct prints is reported by user, on a server of %s",
  async (generation) => {
    const scene = openScene(1, { generation });
    scene.write("jobs.txt", ...SACCT);
    scene.write("map.txt", ...COMPONENTS);
    const first = await scene.report("jobs.txt --map map.txt --rounding down");
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out).toContain("1 changed, 0 unchanged, left out: root.");
    const stored = { cpu: "3.40", gpu: "0.09", "alice cpu": "2.40", "alice gpu": "0.09", "bob cpu": "1.00" };
    expect(scene.storedOf("a1")).toEqual(stored);
    const writes = scene.writes();
    expect((await scene.report("jobs.txt --map map.txt --rounding down")).out).toMatch(
      /^0 changed, 1 unchanged/,
    );
    expect(scene.writes()).toBe(writes);
  },
);

test("changes are shown in the order of the file, whichever is done first", async () => {
  let [isFirst, release] = [true, () => {}];
  const second = new Promise<void>((resolve) => {
    release = resolve;
  });
  const scene = openScene(2, {
    async intercept({ operationId }, next) {
      if (operationId !== "component_usages_set_usage") return next();
      if (isFirst) {
        isFirst = false;
        await second;
        return next();
      }
      const answer = await next();
      setImmediate(release);
      return answer;
    },
  });
  scene.write("usage.csv", "backend_id,user,gpu,cpu", "a2,bob,1,2", "a1,bob,1,2", "a1,alice,3,0.5");
  const { out } = await scene.report("usage.csv --csv --fields allocation,component,user,reported");
  expect(out.trim().split("\n").slice(1)).toEqual([
    "a2,cpu,,2.00",
    "a2,cpu,bob,2.00",
    "a2,gpu,,1.00",
    "a2,gpu,bob,1.00",
    "a1,cpu,,2.50",
    "a1,cpu,alice,0.50",
    "a1,cpu,bob,2.00",
    "a1,gpu,,4.00",
    "a1,gpu,alice,3.00",
    "a1,gpu,bob,1.00",
  ]);
});

test("a dry run shows what is stored of users, too", async () => {
  const scene = openScene(1);
  scene.write("usage.csv", "backend_id,user,cpu", "a1,,10", "a1,alice,4");
  await scene.report("usage.csv");
  scene.write("usage.csv", "backend_id,user,cpu", "a1,,10", "a1,alice,4.5", "a1,bob,1");
  const { out } = await scene.report("usage.csv --dry-run --csv");
  expect(out).toBe("allocation,component,user,stored,reported\na1,cpu,alice,4.00,4.50\na1,cpu,bob,,1.00\n");
});

test("after a change of plan it shows the totals of the month, not what is sent of them", async () => {
  const scene = openScene(1);
  scene.write("usage.csv", "backend_id,user,cpu", "a1,,10", "a1,alice,4");
  await scene.report("usage.csv");
  const { planPeriods } = scene.fake.state;
  const [period] = planPeriods.where("resource_uuid", scene.named("a1").uuid);
  if (period === undefined) throw new Error("The seed lost its plan period.");
  period.end = "2026-11-20T00:00:00Z";
  planPeriods.add({ ...period, uuid: "b".repeat(32), start: period.end, end: null });
  scene.write("usage.csv", "backend_id,user,cpu", "a1,,12", "a1,alice,5");
  const { out } = await scene.report("usage.csv --dry-run --csv");
  expect(out).toBe(
    "allocation,component,user,stored,reported\na1,cpu,,10.00,12.00\na1,cpu,alice,4.00,5.00\n",
  );
  expect(await scene.report("usage.csv")).toMatchObject({ code: 0 });
  expect((await scene.report("usage.csv")).out).toBe("0 changed, 1 unchanged.\n");
});

test("without users, only totals are reported, as a 2021 server needs it", async () => {
  const scene = openScene(1, { dialect: "2021" });
  scene.write("jobs.txt", ...SACCT);
  const line = `jobs.txt ${COMPONENTS.map((rule) => `--component "${rule}"`).join(" ")} --rounding down`;
  expect(await scene.report(line)).toMatchObject({ code: 1, err: expect.stringContaining("a1:") });
  expect(await scene.report(`${line} --no-users`)).toMatchObject({ code: 0 });
  expect(scene.storedOf("a1")).toMatchObject({ cpu: "3.00", gpu: "0.00" });
});

test("decimals that the server does not keep, and totals that fall, need consent", async () => {
  const scene = openScene(1);
  scene.write("usage.csv", "backend_id,cpu", "a1,1.125");
  const refused = await scene.report("usage.csv");
  expect(refused).toMatchObject({
    code: 1,
    err: expect.stringContaining("or pass --rounding down or half-even."),
  });
  expect(await scene.report("usage.csv --rounding half-even")).toMatchObject({ code: 0 });
  scene.write("usage.csv", "backend_id,cpu", "a1,1");
  expect(await scene.report("usage.csv")).toMatchObject({
    code: 1,
    err: expect.stringContaining("If the lower total is right, pass --allow-decrease."),
  });
  expect(scene.storedOf("a1")).toEqual({ cpu: "1.12" });
  expect(await scene.report("usage.csv --allow-decrease")).toMatchObject({ code: 0 });
  expect(scene.storedOf("a1")).toEqual({ cpu: "1.00" });
});

test("parts of users who are no longer in the file stay, or become zero", async () => {
  const scene = openScene(1);
  scene.write("usage.csv", "backend_id,user,cpu", "a1,,10", "a1,alice,4");
  await scene.report("usage.csv");
  scene.write("usage.csv", "backend_id,user,cpu", "a1,,10", "a1,bob,5");
  await scene.report("usage.csv");
  expect(scene.storedOf("a1")).toEqual({ cpu: "10.00", "alice cpu": "4.00", "bob cpu": "5.00" });
  await scene.report("usage.csv --missing-users zero");
  expect(scene.storedOf("a1")).toMatchObject({ "alice cpu": "0.00", "bob cpu": "5.00" });
});

test("a line fails if its allocation takes no usage yet", async () => {
  const scene = openScene(3);
  scene.write("jobs.txt", ...SACCT);
  scene.write("map.txt", ...COMPONENTS);
  scene.named("a1").state = "Erred";
  const { code, err } = await scene.report("jobs.txt --map map.txt --rounding down");
  expect(code).toBe(1);
  expect(err).toMatch(/^puhuri: a1: The allocation was Erred/);
  expect(err).toContain("0 changed, 0 unchanged, 1 failed, left out: root.");
  scene.named("a2").backend_id = "a1";
  expect(await scene.report("jobs.txt --map map.txt --rounding down")).toMatchObject({ code: 0 });
});

test("a refusal of the server is printed in the words of the command line", async () => {
  const scene = openScene(1);
  scene.write("usage.csv", "resource,cpu", "b20fcfc28c1ebcc2835e86597cdeb1a4,1");
  const { code, err } = await scene.report("usage.csv");
  expect(code).toBe(1);
  expect(err).toMatch(/was Erred when it was read, .*Terminating\. Nothing was sent\.\n/);
});

test("a file may name allocations by uuid, and come through a pipe", async () => {
  const scene = openScene(1);
  const stdin = typed(`{"resource":"${scene.named("a1").uuid}","component":"cpu","amount":7}\n`, false);
  expect(await scene.puhuri("usage report", { stdin })).toMatchObject({ code: 0 });
  expect(scene.storedOf("a1")).toEqual({ cpu: "7.00" });
});

test.each([
  ["usage.csv", ["backend_id,cpu", "a1,x"], /^puhuri: Line 2: cpu is "x"/],
  ["usage.csv", ["backend_id,resource,cpu", "a1,,1", `,${"a".repeat(32)},1`], undefined],
  ["gone.csv", [], /gone\.csv cannot be read \(no such file or directory\)/],
  [
    "usage.csv --month 2026-10",
    ["backend_id,cpu", "a1,1"],
    /The file is about 2026-10, but for the server it is 2026-11/,
  ],
  [
    "usage.csv --measured-at 2026-11-23",
    ["backend_id,cpu", "a1,1"],
    /--measured-at takes a time with its zone/,
  ],
  ["usage.csv --time-zone Mars", ["backend_id,cpu", "a1,1"], /It must be a time zone such as Europe/],
  ["usage.csv --map gone.txt", ["backend_id,cpu", "a1,1"], /gone\.txt cannot be read/],
  ["usage.csv --component nonsense", ["backend_id,cpu", "a1,1"], /Write a component as/],
  ["usage.csv --failed gone/failed.csv", ["backend_id,cpu", "a1,1"], /failed\.csv cannot be written/],
  ["usage.csv --fields nothing", ["backend_id,cpu", "a1,1"], /There is no column "nothing"/],
])("nothing is sent where the command line or the file is wrong: %s", async (line, lines, message) => {
  const scene = openScene(1);
  scene.write("usage.csv", ...lines.map((text) => text.replace("a".repeat(32), scene.named("a1").uuid)));
  const { code, err } = await scene.report(line);
  expect(err).toMatch(message ?? /twice, by uuid and by backend id/);
  expect([code, scene.writes()]).toEqual([2, 0]);
});

test("a file that was written last month is not reported in this one", async () => {
  const scene = openScene(1);
  scene.write("usage.csv", "backend_id,cpu", "a1,1");
  const october = new Date("2026-10-31T23:59:59Z");
  utimesSync(join(scene.folder, "usage.csv"), october, october);
  const stale = await scene.report("usage.csv");
  expect(stale).toMatchObject({ code: 2, err: expect.stringContaining("The file is about 2026-10") });
  expect(scene.writes()).toBe(0);
  // By the clocks of Helsinki it was November already.
  const env = { ...scene.world.env, PUHURI_TIME_ZONE: "Europe/Helsinki" };
  expect(await scene.report("usage.csv", { env })).toMatchObject({ code: 0 });
});

test("a file with backend ids needs an offering, and somebody at a terminal a file", async () => {
  const scene = openScene(1);
  scene.write("usage.csv", "backend_id,cpu", "a1,1");
  const { folder } = scene;
  const noOffering = await scene.puhuri("usage report usage.csv", { folder });
  expect(noOffering).toMatchObject({ code: 2, err: expect.stringContaining("--offering") });
  const noFile = await scene.puhuri(`usage report --offering ${OFFERING}`, { stdin: typed("") });
  expect(noFile).toMatchObject({ code: 2, err: expect.stringContaining("No file: name one") });
  expect(scene.writes()).toBe(0);
});

test("an offering without allocations is refused as a mistake", async () => {
  const scene = openScene(0);
  scene.write("usage.csv", "backend_id,cpu", "a1,1");
  expect(await scene.report("usage.csv")).toMatchObject({
    code: 2,
    err: expect.stringContaining("Is --offering right?"),
  });
  scene.write("usage.csv", "backend_id,cpu");
  expect(await scene.report("usage.csv")).toMatchObject({ code: 0, out: "0 changed, 0 unchanged.\n" });
});

test("a job without a Slurm account is not reported for an allocation without a backend id", async () => {
  const scene = openScene(2);
  const { uuid } = Object.assign(scene.named("a1"), { backend_id: "" });
  scene.write(
    "jobs.txt",
    SACCT[0] ?? "",
    "1||alice|COMPLETED|2026-11-02T00:00:00|2026-11-03T00:00:00|86400|cpu=100",
  );
  await scene.report('jobs.txt --component "cpu = cpu:hours"');
  expect(scene.fake.state.componentUsages.where("resource_uuid", uuid)).toEqual([]);
  expect(scene.writes()).toBe(0);
});

test("a terminal shows how far it is, how fast, and how long it will take", async () => {
  const scene = openScene(3);
  scene.write("usage.csv", "backend_id,cpu", "a1,1", "a2,1", "a3,1");
  const stderr = screen(80);
  let time = Date.UTC(2026, 10, 23);
  const now = () => {
    time += 500;
    return new Date(time);
  };
  await scene.report("usage.csv", { stderr, now });
  expect(stderr.text).toMatch(/1 of 3 allocations, \d\.\d\/s, \d+ s left/);
});
