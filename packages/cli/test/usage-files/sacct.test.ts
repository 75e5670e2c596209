import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read } from "./reading.ts";

const HEADER = "JobID|Account|User|State|Start|End|ElapsedRaw|AllocTRES";
const components = ["cpu = cpu:seconds", "gpu = gres/gpu:seconds", "memory = mem:seconds / 1024"];
const DAY = "2026-11-05T";

const jobs = (...rows: string[]) => read([HEADER, ...rows, ""].join("\n"), { components });
const job = (
  id: string,
  seconds: number | string,
  { tres = "cpu=1", user = "alice", times = `${DAY}00:00:00|${DAY}01:00:00` } = {},
) => `${id}|x|${user}|COMPLETED|${times}|${seconds}|${tres}`;

describe("jobs of sacct", () => {
  test("count what they were given, times how long they ran, and steps do not count twice", async () => {
    const tres = "billing=4,cpu=4,gres/gpu=2,gres/gpu:a100=2,mem=16G,node=1";
    const steps = ["123.batch", "123.extern", "123.0", "123.interactive"].map((id) =>
      job(id, 100, { tres: "cpu=4,mem=16G,node=1", user: "" }),
    );
    expect(await jobs(job("123", 100, { tres }), ...steps)).toEqual({
      x: {
        cpu: ["400", { alice: "400" }],
        gpu: ["200", { alice: "200" }],
        memory: ["1600", { alice: "1600" }],
      },
    });
  });

  test("of which nothing counts are refused: the name of a counter is misspelt", async () => {
    const text = [HEADER, job("1", 1)].join("\n");
    await expect(read(text, { components: ["cpu = cpus:hours"] })).rejects.toThrow(/^No line counts cpus:/);
    expect(await read(HEADER, { components: ["cpu = cpus:hours"] })).toEqual({});
  });

  test("are tasks of an array and parts of a heterogeneous job, each separately", async () => {
    const waiting = "123_[5-10%4]|x|alice|PENDING|Unknown|Unknown|0|";
    const ids = ["123_4", "123_3", "200+0", "200+1"];
    const steps = ["123_4.batch", "200+0.0"];
    expect(await jobs(waiting, ...[...ids, ...steps].map((id) => job(id, 10)))).toEqual({
      x: { cpu: ["40", { alice: "40" }] },
    });
  });

  test("count up to now while they run, and not at all before they begin", async () => {
    expect(
      await jobs(
        "1|x|alice|RUNNING|2026-11-05T00:00:00|Unknown|50|cpu=2",
        "2|x|alice|PENDING|Unknown|Unknown|0|",
        "3|x|bob|CANCELLED by 1000|None|2026-11-05T00:00:00|0|",
        "4|x|bob|CANCELLED by 1000|2026-11-05T00:00:00|2026-11-05T00:00:00|0|cpu=2",
      ),
    ).toEqual({ x: { cpu: ["100", { alice: "100" }] } });
  });

  test("are cut at the month's start and end", async () => {
    const running = "3|x|alice|RUNNING|2026-11-30T23:59:00|Unknown|7200|cpu=1";
    expect(
      await jobs(
        job("1", 7200, { times: "2026-10-31T23:00:00|2026-11-01T01:00:00" }),
        job("2", 7200, { times: "2026-11-30T23:00:00|2026-12-01T01:00:00" }),
        running,
        job("4", 60, { times: "2026-10-31T00:00:00|2026-10-31T00:01:00" }),
        job("5", 60, { times: "2026-12-01T00:00:00|2026-12-01T00:01:00" }),
        // Suspended for most of the time.
        job("6", 5, { times: "2026-10-31T23:00:00|2026-11-01T01:00:00" }),
      ),
    ).toEqual({ x: { cpu: ["7265", { alice: "7265" }] } });
  });

  test("are cut at the server's month, with times by the clocks of the cluster", async () => {
    const row = job("1", 7200, { times: "2026-11-01T01:00:00|2026-11-01T03:00:00" });
    const inHelsinki = { components, timeZone: "Europe/Helsinki" };
    expect(await read(`${HEADER}\n${row}\n`, inHelsinki)).toEqual({
      x: { cpu: ["3600", { alice: "3600" }] },
    });
    const seconds = `${Date.UTC(2026, 9, 31, 23) / 1000}|${Date.UTC(2026, 10, 1, 1) / 1000}`;
    expect(await read(`${HEADER}\n${job("1", 7200, { times: seconds })}\n`, inHelsinki)).toEqual({
      x: { cpu: ["3600", { alice: "3600" }] },
    });
  });

  test("that were requeued count for each run, but a run that occurs twice counts once", async () => {
    const again = job("1", 30, { times: `${DAY}02:00:00|${DAY}03:00:00` });
    const running = `2|x|alice|RUNNING|${DAY}00:00:00|Unknown|50|cpu=1`;
    expect(await jobs(job("1", 10), again, running, job("2", 80), job("2", 80))).toEqual({
      x: { cpu: ["120", { alice: "120" }] },
    });
  });

  test("may say how long they ran with days, and what they were given in processors", async () => {
    const text = [
      "JobIDRaw|Cluster|Account|Start|End|Elapsed|AllocCPUS",
      "1|a|x|2026-11-05T00:00:00|2026-11-06T01:00:01|1-01:00:01|2",
      "1|b|x|2026-11-05T00:00:00|2026-11-05T00:01:00|00:01:00|1",
    ].join("\n");
    const cpu = "cpu = cpu:seconds";
    expect(await read(text, { components: [cpu] })).toEqual({ x: { cpu: "180062" } });
    await expect(read(text, { components: [cpu, "gpu = gres/gpu:hours"] })).rejects.toThrow(
      /^Line 2: there is no column AllocTRES/,
    );
  });

  test("count memory in MiB, with any suffix", async () => {
    const total = async (mem: string) => (await jobs(job("1", 1, { tres: `mem=${mem}` })))["x"];
    const written = { "1024M": "1", "1024": "1", "1G": "1", "1048576K": "1", "1T": "1024", "1.50G": "1.5" };
    for (const [mem, memory] of Object.entries(written)) {
      expect(await total(mem)).toEqual({ memory: [memory, { alice: memory }] });
    }
  });

  test("add up to the same in any order, with or without their steps", async () => {
    const row = fc.record({
      seconds: fc.integer({ min: 1, max: 10 ** 9 }),
      cpus: fc.integer({ min: 1, max: 10 ** 6 }),
      user: fc.constantFrom("alice", "bob"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const lines = rows.map(({ seconds, cpus, user }, i) =>
          job(`${i}`, seconds, { tres: `cpu=${cpus}`, user }),
        );
        const steps = rows.map(({ seconds, cpus }, i) =>
          job(`${i}.batch`, seconds, { tres: `cpu=${cpus}`, user: "" }),
        );
        const sumOf = (user?: string) =>
          rows
            .filter((it) => user === undefined || it.user === user)
            .reduce((sum, { seconds, cpus }) => sum + BigInt(seconds) * BigInt(cpus), 0n);
        const users = Object.fromEntries(
          [...new Set(rows.map(({ user }) => user))].map((user) => [user, `${sumOf(user)}`]),
        );
        const usage = { x: { cpu: [`${sumOf()}`, users] } };
        expect(await jobs(...lines)).toEqual(usage);
        expect(await jobs(...steps, ...lines.toReversed())).toEqual(usage);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    [
      `${HEADER}\n1|x|alice|COMPLETED|${DAY}00:00:00|${DAY}01:00:00|3600|cpu=`,
      /"cpu=" does not say what the job was given/,
    ],
    [`${HEADER}\n${job("1", "01:00")}`, /"01:00" does not say how long/],
    [
      `${HEADER}\n${job("1", 1, { times: "5 Nov 00:00|Unknown" })}`,
      /"5 Nov 00:00" is not a time.*SLURM_TIME_FORMAT/,
    ],
    [
      "JobID|Account|Start|End|Elapsed\n1|x|Unknown|Unknown|00:00:01\n2|x|2026-11-05T00:00:00|Unknown|00:00:01",
      /^Line 3: there is no column AllocTRES/,
    ],
    [
      "JobID|Account|Start|AllocTRES|Elapsed\n1|x|2026-11-05T00:00:00|cpu=1|00:00:01",
      /no column End.*--format=JobID/,
    ],
    ["JobID|JobName|Partition\n1|a|b", /no column Start/],
  ])("that cannot be used are refused (%#)", async (text, message) => {
    await expect(read(text, { components })).rejects.toThrow(message);
  });
});
