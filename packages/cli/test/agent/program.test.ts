import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AllocationFailed } from "@puhuri/sdk/loop";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Command, ProgramName } from "../../src/agent/config.ts";
import { execute } from "../../src/agent/programs/execute.ts";
import { callProgram } from "../../src/agent/programs/program.ts";
import { PATH } from "../tools/path.ts";

const folder = mkdtempSync(join(tmpdir(), "puhuri-programs-"));
afterAll(() => rmSync(folder, { recursive: true }));

const lines: string[] = [];

interface Run {
  readonly name?: ProgramName;
  readonly timeLimitMs?: number;
}

/** Runs a shell script as a program of a provider. */
const runScript = (script: string, run?: Run) => runCommand(["sh", "-c", script], run);

function runCommand(command: Command, { name = "create", timeLimitMs = 60_000 }: Run = {}) {
  lines.length = 0;
  const offering = {
    uuid: "e1",
    programs: { create: command, [name]: command },
    everyMs: 1,
    usersEveryMs: 1,
    timeLimitMs,
    usageAt: "02:30",
    timeZone: "Europe/Tallinn",
    dryRun: false,
    env: { SITE: "tartu" },
  };
  const env = { PATH, PUHURI_TOKEN: "secret", CREDENTIALS_DIRECTORY: "/run/secret" };
  return callProgram(
    {
      offering,
      folder,
      env,
      lock: undefined,
      execute,
      log: (level, message) => level !== "debug" && lines.push(message),
    },
    name,
    { allocation: { uuid: "a1" } },
    z.unknown(),
  );
}

describe("a program of a provider", () => {
  test("reads JSON, and prints JSON", async () => {
    expect(await runScript("cat")).toEqual({ program: "create", allocation: { uuid: "a1" } });
    expect(await runScript("exit 0")).toEqual({});
  });

  test("runs in the folder and the time zone of the config, without what is secret", async () => {
    const script = `printf '["%s", "%s", "%s", "%s"]' "$PWD" "$TZ" "$SITE" "$PUHURI_TOKEN$CREDENTIALS_DIRECTORY"`;
    expect(await runScript(script)).toEqual([folder, "Europe/Tallinn", "tartu", ""]);
  });

  test("gets its standard error into the log, line by line", async () => {
    await runScript("echo one >&2; echo two >&2");
    expect(lines).toEqual(["one", "two"]);
  });

  test("shows users its message with exit code 65, if they wait for it", async () => {
    const script = `echo '{"message": "No quota left."}'; exit 65`;
    await expect(runScript(script)).rejects.toThrow(new AllocationFailed("No quota left."));
    await expect(runScript("echo no JSON; exit 65")).rejects.toThrow(AllocationFailed);
    await expect(runScript(script, { name: "usage" })).rejects.toMatchObject({ code: "program-exit" });
  });

  test.each([
    ["exit 75", "program-try-later"],
    ["exit 3", "program-exit"],
    ["kill -9 $$", "program-killed"],
    ["echo made it", "program-bad-output"],
    ["yes", "program-bad-output"],
  ])("ends in its own way: %s", async (script, code) => {
    await expect(runScript(script)).rejects.toMatchObject({ code });
  });

  test("is ended with all it has started when its time is over", async () => {
    const file = join(folder, "survivor");
    writeFileSync(file, "");
    const script = `sh -c 'trap "" TERM; echo $$ > ${file}; while :; do sleep 0.1; done' & while [ ! -s ${file} ]; do sleep 0.05; done; exec sleep 600`;
    await expect(runScript(script, { timeLimitMs: 1000 })).rejects.toMatchObject({
      code: "program-time-limit",
    });
    const pid = Number(readFileSync(file, "utf8"));
    await expect.poll(() => isRunning(pid), { timeout: 30_000 }).toBe(false);
  });

  test("that is not there is named", async () => {
    await expect(runCommand(["no-such-program"], { name: "usage" })).rejects.toMatchObject({
      code: "program-not-started",
      message: expect.stringContaining("usage"),
    });
  });

  test("with a slash in its name starts from the folder of the config", async () => {
    mkdirSync(join(folder, "bin"));
    writeFileSync(join(folder, "bin", "cat"), "#!/bin/sh\necho 17\n", { mode: 0o755 });
    expect(await runCommand(["bin/cat"])).toBe(17);
    expect(await runCommand(["./bin/cat"])).toBe(17);
  });
});

function isRunning(pid: number): boolean {
  try {
    // A zombie has been ended, too.
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
