import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AllocationFailed } from "@puhuri/sdk/loop";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import type { ProgramName } from "../../src/agent/config.ts";
import { execute } from "../../src/agent/programs/execute.ts";
import { callProgram } from "../../src/agent/programs/program.ts";
import { PATH } from "../tools/path.ts";

const UUID = "a1916bd53fd04b1ab1a4e700c926607b";
const ACCOUNT = "puhuri_a1916bd53fd0";
const PROGRAMS = join(import.meta.dirname, "../../slurm");

const linked = { uuid: UUID, backend_id: ACCOUNT, project_uuid: "p1" };

interface SlurmState {
  readonly accounts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly users?: Readonly<
    Record<string, { readonly default: string; readonly accounts: readonly string[] }>
  >;
  readonly jobs: readonly string[];
  readonly usage: readonly (readonly string[])[];
}

/** A cluster that the emulated commands keep in a file, and the programs as the agent runs them. */
function openCluster(initial: Partial<SlurmState> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "puhuri-slurm-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "state.json");
  writeFileSync(file, JSON.stringify({ accounts: {}, jobs: [], usage: [], ...initial }));
  interface Given {
    readonly allocation?: typeof linked;
    readonly [key: string]: unknown;
  }
  const call = (program: ProgramName, input: Given = {}, env: Record<string, string> = {}) =>
    callProgram(
      {
        offering: {
          uuid: "e1",
          programs: { create: [join(PROGRAMS, "create")], [program]: [join(PROGRAMS, program)] as const },
          everyMs: 1,
          usersEveryMs: 1,
          timeLimitMs: 60_000,
          usageAt: "02:30",
          timeZone: "Europe/Tallinn",
          dryRun: false,
          env: { SLURM_CLUSTER: "hpc", SLURM_COMPONENTS: "cpu=cpu:60 gpu=gres/gpu:60", ...env },
        },
        folder,
        env: { PATH: `${import.meta.dirname}/bin:${PATH}`, SLURM_STATE: file },
        lock: undefined,
        execute,
        log: () => {},
      },
      program,
      {
        allocation: { ...linked, backend_id: "" },
        limits: { cpu: 100, gpu: 2.5, storage: 10 },
        month: "2026-11",
        ...input,
      },
      z.unknown(),
    );
  return {
    call,
    file,
    get state(): SlurmState {
      return JSON.parse(readFileSync(file, "utf8"));
    },
    get commands(): string[] {
      return readFileSync(`${file}.log`, "utf8").trim().split("\n");
    },
  };
}

test("create makes a Slurm account with the limits that were ordered, and finds it again", async () => {
  const cluster = openCluster();
  expect(await cluster.call("exists")).toEqual({ exists: false });
  const made = await cluster.call("create", {}, { SLURM_LOGIN: "login.hpc.example" });
  expect(made).toEqual({
    backend_id: ACCOUNT,
    report: [{ header: "Login", body: `ssh login.hpc.example\nSubmit jobs with --account=${ACCOUNT}` }],
  });
  expect(cluster.state.accounts[ACCOUNT]).toEqual({
    description: `puhuri:${UUID}`,
    organization: "p1",
    grptresmins: "cpu=6000,gres/gpu=150",
  });
  expect(await cluster.call("create")).toEqual({ backend_id: ACCOUNT });
  expect(await cluster.call("exists")).toEqual({ backend_id: ACCOUNT, exists: true });
  expect(cluster.commands.filter((line) => line.includes(" add account"))).toHaveLength(1);
});

test("update gives it the limits that were ordered", async () => {
  const cluster = openCluster();
  await cluster.call("create");
  await cluster.call("update", { allocation: linked, limits: { cpu: 7 } });
  expect(cluster.state.accounts[ACCOUNT]).toMatchObject({ grptresmins: "cpu=420" });
});

test("usage prints what the Slurm account and its users have used, in the components of the offering", async () => {
  const cluster = openCluster({
    usage: [
      [ACCOUNT, "", "cpu", "615"],
      [ACCOUNT, "", "gres/gpu", "30"],
      [ACCOUNT, "alice", "cpu", "600"],
      [ACCOUNT, "alice", "gres/gpu", "30"],
      [ACCOUNT, "bob", "cpu", "15"],
      ["another", "", "cpu", "999"],
    ],
  });
  expect(await cluster.call("usage", { allocation: linked })).toEqual({
    amounts: { cpu: 10.25, gpu: 0.5 },
    per_user: { alice: { cpu: 10, gpu: 0.5 }, bob: { cpu: 0.25 } },
  });
  expect(cluster.commands.at(-1)).toContain("TZ=Europe/Tallinn");
  expect(cluster.commands.at(-1)).toContain("start=2026-11-01");
});

test("usage of a Slurm account that has used nothing is nothing", async () => {
  expect(await openCluster().call("usage", { allocation: linked })).toEqual({ amounts: {}, per_user: {} });
});

test("members adds and removes users, and prints who is there", async () => {
  const cluster = openCluster({
    users: {
      bob: { default: ACCOUNT, accounts: [ACCOUNT, "another"] },
      carl: { default: ACCOUNT, accounts: [ACCOUNT] },
    },
  });
  await cluster.call("create");
  const allocation = linked;
  expect(await cluster.call("members", { allocation, add: [], remove: [] })).toEqual({
    members: ["bob", "carl"],
  });
  const change = { allocation, add: ["alice", "carl"], remove: ["bob", "nobody"] };
  expect(await cluster.call("members", change)).toEqual({ members: ["carl", "alice"] });
  // Again, as after a crash.
  expect(await cluster.call("members", change)).toEqual({ members: ["carl", "alice"] });
  expect(cluster.state.users).toEqual({
    bob: { default: "another", accounts: ["another"] },
    carl: { default: ACCOUNT, accounts: [ACCOUNT] },
    alice: { default: ACCOUNT, accounts: [ACCOUNT] },
  });
  await cluster.call("members", { allocation, add: [], remove: ["carl"] });
  expect(cluster.state.users).not.toHaveProperty("carl");
});

test("terminate cancels the jobs, and closes the account once the accounting has what they used", async () => {
  const cluster = openCluster({ jobs: [ACCOUNT, "another"] });
  await cluster.call("create");
  await expect(cluster.call("terminate", { allocation: linked })).rejects.toMatchObject({
    code: "program-try-later",
  });
  expect(cluster.state.jobs).toEqual(["another"]);
  expect(cluster.state.accounts[ACCOUNT]).toMatchObject({ grpsubmitjobs: "0" });
  await expect(cluster.call("terminate", { allocation: linked })).rejects.toMatchObject({
    code: "program-try-later",
  });
  expect(await cluster.call("exists", { allocation: linked })).toMatchObject({ exists: true });
  // As if the first run had been two hours ago.
  const ended = Math.floor(Date.now() / 1000) - 7200;
  const { [ACCOUNT]: account = {}, ...others } = cluster.state.accounts;
  const accounts = { ...others, [ACCOUNT]: { ...account, description: `puhuri:${UUID}:ended-${ended}` } };
  writeFileSync(cluster.file, JSON.stringify({ ...cluster.state, accounts }));
  await cluster.call("terminate", { allocation: linked });
  expect(await cluster.call("exists", { allocation: linked })).toEqual({ exists: false });
  // Again, as after a crash.
  await cluster.call("terminate", { allocation: linked });
  expect(cluster.state.accounts[ACCOUNT]).toMatchObject({ description: `puhuri:${UUID}:closed` });
});

test("terminate deletes the sample of a check at once, and succeeds if there is nothing to end", async () => {
  const cluster = openCluster();
  await cluster.call("create");
  await cluster.call("terminate", { sample: true });
  expect(cluster.state.accounts).toEqual({});
  await cluster.call("terminate");
});

test.each(["create", "exists", "members", "terminate", "usage"] as const)(
  "%s asks to be tried later when the accounting does not answer",
  async (program) => {
    const cluster = openCluster();
    writeFileSync(`${cluster.file}.down`, "");
    const tried = cluster.call(program, { allocation: linked });
    await expect(tried).rejects.toMatchObject({ code: "program-try-later" });
    await expect(tried).rejects.not.toBeInstanceOf(AllocationFailed);
  },
);

test("each fails, and does nothing, without its settings", async () => {
  const cluster = openCluster();
  await expect(cluster.call("create", {}, { SLURM_CLUSTER: "" })).rejects.toMatchObject({
    code: "program-exit",
  });
  expect(cluster.state.accounts).toEqual({});
});
