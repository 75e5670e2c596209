import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFakePuhuri, type FakePuhuri, type Resource } from "@puhuri/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Ended, RunningExample } from "./running-example.ts";

describe.each(["2021", "current"] as const)("report-csv on a server of %s", (dialect) => {
  let folder: string;
  let fake: FakePuhuri;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "report-csv-"));
    fake = createFakePuhuri({ dialect });
  });
  afterEach(async () => {
    await fake.close();
    await rm(folder, { recursive: true });
  });

  async function report(...args: readonly string[]): Promise<Ended> {
    const { url } = await fake.listen();
    return new RunningExample("report-csv", args, { url, token: fake.tokenOf("owner") }).ended;
  }

  async function reportText(text: string, ...args: readonly string[]): Promise<Ended> {
    const file = join(folder, "usage.csv");
    await writeFile(file, text);
    return report(file, ...args);
  }

  function linked(account: string): Resource {
    const found = fake.state.resources.all().find(({ backend_id }) => backend_id === account);
    if (found === undefined) throw new Error(`No allocation is linked to ${account}.`);
    return found;
  }

  /** What is stored of an account's usage, such as `cpu 1200`. */
  function stored(account: string): string[] {
    const usages = fake.state.componentUsages.where("resource_uuid", linked(account).uuid);
    return usages.map(({ component_type, usage }) => `${component_type} ${Number(usage)}`).sort();
  }

  it("reports the sample, each account for its allocation, and nothing the second time", async () => {
    expect(await report()).toMatchObject({
      code: 0,
      stderr: "",
      stdout: expect.stringMatching(/^hpc-\d: changed\n.*3 changed, 0 unchanged, 0 failed, 0 unknown\.$/ms),
    });
    expect(stored("hpc-1")).toEqual(expect.arrayContaining(["cpu 1200", "gpu 35"]));
    expect(stored("hpc-2")).toEqual(expect.arrayContaining(["cpu 310", "gpu 0"]));
    expect(stored("hpc-3")).toEqual(expect.arrayContaining(["cpu 18", "gpu 2"]));
    expect(await report()).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("0 changed, 3 unchanged, 0 failed, 0 unknown."),
    });
  });

  it("finds the allocations of all accounts by one sparse listing", async () => {
    await report();
    const read = fake.requests.filter(({ operationId, query }) => {
      return /resources_(list|get)$/.test(operationId ?? "") && query.field?.includes("backend_id");
    });
    expect(read.map(({ query }) => query.field)).toEqual([["uuid", "backend_id"]]);
  });

  it("tells of accounts it does not know, reports the others, and fails", async () => {
    const ended = await reportText("backend_id,cpu,gpu\nhpc-9,1,1\nhpc-1,7,8\nhpc-1,9,9\n");
    expect(ended).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(
        /hpc-1: changed\n1 changed, 0 unchanged, 0 failed, 2 unknown\.\nNot in the file: hpc-2, hpc-3\.$/m,
      ),
    });
    expect(ended.stderr).toMatch(
      /^hpc-9: no allocation .*\nhpc-1: no allocation .*the file has it twice\.$/m,
    );
    expect(stored("hpc-1")).toEqual(expect.arrayContaining(["cpu 7", "gpu 8"]));
  });

  // The rest is about the file, and the same on both.
  if (dialect === "2021") return;

  it("does not guess which of two allocations that are linked to one account is meant", async () => {
    linked("hpc-2").backend_id = "hpc-1";
    const ended = await reportText("backend_id,cpu,gpu\nhpc-1,7,8\n");
    expect(ended).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^hpc-1: no allocation .* or two do/),
    });
    expect(stored("hpc-1")).toEqual([]);
  });

  it("tells of rows that are refused, reports the others, and fails", async () => {
    const ended = await reportText("backend_id,cpu,gpu\nhpc-1,seven,8\nhpc-2,7,8\n");
    expect(ended).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("1 changed, 0 unchanged, 1 failed, 0 unknown."),
      stderr: expect.stringMatching(/^hpc-1: .*cpu/),
    });
    expect(stored("hpc-1")).toEqual([]);
    expect(stored("hpc-2")).toEqual(expect.arrayContaining(["cpu 7", "gpu 8"]));
  });

  it("does not credit what was measured last month to this one", async () => {
    const ended = await reportText(
      "backend_id,cpu,gpu\nhpc-1,7,8\n",
      "cf4eb9c29fc74af4ade667fcb53633d5",
      "2020-01-31T23:59:00Z",
    );
    expect(ended).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("0 changed, 0 unchanged, 1 failed"),
    });
    expect(stored("hpc-1")).toEqual([]);
  });

  it.each([
    ["a file that is not there", undefined, /ENOENT/],
    ["a row with too few cells", "backend_id,cpu,gpu\nhpc-1,7\n", /Invalid Record Length/],
    ["a file without the column", "account,cpu,gpu\nhpc-1,7,8\n", /has no column backend_id/],
  ])("fails on %s", async (_, text, message) => {
    const ended = await (text === undefined ? report(join(folder, "nothing.csv")) : reportText(text));
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringMatching(message) });
    expect(stored("hpc-1")).toEqual([]);
  });
});
