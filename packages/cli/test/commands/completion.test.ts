import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openTerminal } from "../terminal.ts";

const { puhuri, fake } = openTerminal();

/** What completes the last of these words. */
const completed = async (...words: string[]) =>
  (await puhuri(["complete", "--", ...words])).out.split("\n").filter(Boolean);

test("commands are completed, and options of the command that is typed", async () => {
  expect(await completed("allo")).toEqual(["allocations", "allocation"]);
  expect(await completed("")).toContain("set-state");
  expect(await completed("")).not.toContain("complete");
  expect(await completed("orders", "--st")).toEqual(["--state"]);
  expect(await completed("link", "hpc-1", "hpc-2", "--d")).toEqual(["--dry-run"]);
  expect(await completed("nonsense", "--")).toContain("--version");
});

test("states are completed, as many as an option takes", async () => {
  expect(await completed("allocations", "--state", "Er")).toEqual(["Erred"]);
  expect(await completed("allocations", "--state", "Erred", "T")).toEqual(["Terminating", "Terminated"]);
  expect(await completed("allocations", "--state", "Erred", "--off")).toEqual(["--offering"]);
  expect(await completed("orders", "--state", "pending-p")).toEqual(["pending-provider", "pending-project"]);
  expect(await completed("set-state", "hpc-1", "")).toEqual(["OK", "Erred", "Terminated"]);
  expect(await completed("set-state", "hpc-1", "--on-pending", "a")).toEqual(["approve"]);
  expect(await completed("set-state", "--on-pending", "approve", "E")).toEqual(["Erred"]);
});

test("columns are completed, one after the other", async () => {
  expect(await completed("orders", "--fields", "resource_n")).toEqual(["resource_name"]);
  expect(await completed("users", "--fields", "state,user_fu")).toEqual(["state,user_full_name"]);
  expect(await completed("team", "--fields", "email,")).toContain("email,role");
});

test("unknown values are left to the shell", async () => {
  expect(await completed("describe", "hpc-1", "--file", "")).toEqual([]);
  expect(await completed("allocations", "--offering", "")).toEqual([]);
  expect(await completed("allocations", "--offering", "x", "--json", "")).toEqual([]);
});

test("completing sends nothing, and needs no settings", async () => {
  expect(await puhuri("complete -- allo", { env: {} })).toMatchObject({ code: 0, err: "" });
  expect(fake.requests).toEqual([]);
});

test("bash is completed by the script that is printed for it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "puhuri-completion-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  // A stand-in for puhuri, since this is about how bash calls it.
  writeFileSync(
    join(folder, "puhuri"),
    `#!/bin/sh\nprintf '%s|' "$@" > ${folder}/asked\nprintf 'OK\\nErred\\n'\n`,
    {
      mode: 0o755,
    },
  );
  const { out } = await puhuri("completion bash");
  const script = `${out}
    COMP_WORDS=(puhuri set-state hpc-1 ""); COMP_CWORD=3; _puhuri
    printf '%s ' "\${COMPREPLY[@]}"; cat ${folder}/asked`;
  const env = { PATH: `${folder}:${process.env["PATH"]}` };
  expect(execFileSync("bash", ["--norc", "-c", script], { env, encoding: "utf8" })).toBe(
    "OK Erred complete|--|set-state|hpc-1||",
  );
});

test.each(["zsh", "fish"])("the script for %s asks puhuri with the words up to the cursor", async (shell) => {
  const { code, out } = await puhuri(`completion ${shell}`);
  expect(code).toBe(0);
  expect(out).toContain("puhuri complete -- ");
});
