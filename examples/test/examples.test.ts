import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, promisify } from "node:util";
import { createFakePuhuri, type FakePuhuri, type Store } from "@puhuri/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const folder = fileURLToPath(new URL("..", import.meta.url));

/** What each example prints, and what is stored after it. */
const examples: Record<string, { prints: RegExp; leaves?: (state: Store) => unknown }> = {
  "list-allocations": { prints: /^a1916bd53fd04b1ab1a4e700c926607b Sample resource \{/ },
  "approve-allocation": {
    prints: /^changed: Creating → OK$/,
    leaves: (state) => expect(state.resourceNamed("Sample resource")?.state).toBe("OK"),
  },
  "link-allocation": {
    prints: /^Resource backend_id has been changed\.$/,
    leaves: (state) => expect(state.resourceNamed("Sample resource")?.backend_id).toBe("slurm-account-17"),
  },
  "report-access": {
    prints: /^Report is submitted$/,
    leaves: (state) =>
      expect(state.resourceNamed("Sample resource")?.report).toEqual([
        { header: "Login", body: "ssh login.hpc.example" },
        { header: "Account", body: "Sample resource" },
      ]),
  },
  "show-team": { prints: /^Integration user \(CSC\) <CSC_api_user@example\.com>, admin, csc_api_user$/im },
  "report-usage": {
    prints: /^Running resource: changed \{ cpu: '1200.00', gpu: '35.00'/,
    leaves: (state) => {
      const uuid = state.resourceNamed("Running resource")?.uuid ?? "";
      const usages = state.componentUsages.where("resource_uuid", uuid);
      expect(usages.map(({ component_type, usage }) => [component_type, Number(usage)])).toEqual(
        expect.arrayContaining([
          ["cpu", 1200],
          ["gpu", 35],
        ]),
      );
    },
  },
  "grant-access": {
    prints: /^created: abc$/,
    leaves: (state) => expect(state.offeringUsers.all().map(({ username }) => username)).toContain("abc"),
  },
};

it("has a test of every example", () => {
  const files = globSync("*-*.ts", { cwd: folder }).map((file) => file.replace(".ts", ""));
  expect(Object.keys(examples).sort()).toEqual(files.sort());
});

describe.each(["2021", "current"] as const)("on a server of %s", (dialect) => {
  let fake: FakePuhuri;

  beforeEach(async () => {
    fake = createFakePuhuri({ dialect });
    const { url } = await fake.listen();
    vi.stubEnv("PUHURI_URL", url);
    vi.stubEnv("PUHURI_TOKEN", fake.tokenOf("owner"));
    vi.stubGlobal("process", Object.assign(Object.create(process), { argv: ["node", "example"] }));
    vi.resetModules();
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await fake.close();
  });

  it.each(Object.entries(examples))("%s does what it says", async (name, { prints, leaves }) => {
    const printed: string[] = [];
    vi.spyOn(console, "log").mockImplementation((...values) => void printed.push(format(...values)));
    vi.spyOn(console, "error").mockImplementation((...values) => void printed.push(format(...values)));
    await import(`../${name}.ts`);
    expect(printed.join("\n")).toMatch(prints);
    leaves?.(fake.state);
  });
});

describe("run.ts", { timeout: 60_000 }, () => {
  const run = async (...args: string[]) => {
    const { PUHURI_URL: _, PUHURI_TOKEN: __, ...env } = process.env;
    const command = ["--conditions=@puhuri/source", "run.ts", ...args];
    return promisify(execFile)(process.execPath, command, { cwd: folder, env: { ...env, NO_COLOR: "1" } });
  };

  it("starts a fake where no server is named, and hands arguments on", async () => {
    const { stdout } = await run("list-allocations", "Erred");
    expect(stdout).toMatch(/^On a fake Puhuri .*\n\n[0-9a-f]{32} Erred resource/);
  });

  it("says which examples there are when it does not know the one asked for", async () => {
    await expect(run("approve")).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining("approve-allocation, grant-access, link-allocation"),
    });
  });
});
