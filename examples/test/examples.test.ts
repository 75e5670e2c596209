import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format } from "node:util";
import { createFakePuhuri, type FakePuhuri, type Store } from "@puhuri/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RunningExample } from "./running-example.ts";

const folder = fileURLToPath(new URL("..", import.meta.url));

/** What each example prints, and what is stored after it. */
const examples: Record<string, { prints: RegExp; leaves?: (state: Store) => unknown; only?: "current" }> = {
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
    prints: /^Running resource: changed \{ cpu: '1200(\.00)?', gpu: '35(\.00)?'/,
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
  "serve-users": {
    prints: /^Integration user \(CSC\): create done, hpcbb235c67$/m,
    leaves: (state) =>
      expect(state.offeringUsers.all().map(({ username }) => username)).toContain("hpcbb235c67"),
  },
  "show-offering": { prints: /^Sample offering: sample-plan\ncpu: usage(, in \w+)?\ngpu: usage/ },
  "show-plan-periods": { prints: /^sample-plan, \S+ to now$/m },
  "list-orders": { prints: /^[0-9a-f]{32} Create pending-provider \{ storage: 10 \}$/m, only: "current" },
};

/** Each has a test file of its own. */
const others = ["log-calls", "provision-allocations", "report-csv", "trace-calls"];

it("has a test of every example", () => {
  const files = globSync("*-*.ts", { cwd: folder }).map((file) => file.replace(".ts", ""));
  expect([...Object.keys(examples), ...others].sort()).toEqual(files.sort());
});

describe.each(["2021", "current"] as const)("on a server of %s", (dialect) => {
  let fake: FakePuhuri;

  beforeEach(async () => {
    fake = createFakePuhuri({ dialect });
    const { url } = await fake.listen();
    vi.stubEnv("PUHURI_URL", url);
    vi.stubEnv("PUHURI_TOKEN", fake.tokenOf("owner"));
    vi.stubEnv("PUHURI_TIME_ZONE", "UTC");
    vi.stubGlobal("process", Object.assign(Object.create(process), { argv: ["node", "example"] }));
    vi.resetModules();
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await fake.close();
  });

  const ours = Object.entries(examples).filter(([, { only = dialect }]) => only === dialect);

  it.each(ours)("%s does what it says", async (name, { prints, leaves }) => {
    const printed: string[] = [];
    vi.spyOn(console, "log").mockImplementation((...values) => void printed.push(format(...values)));
    vi.spyOn(console, "error").mockImplementation((...values) => void printed.push(format(...values)));
    await import(`../${name}.ts`);
    expect(printed.join("\n")).toMatch(prints);
    leaves?.(fake.state);
  });
});

it("list-orders says that a server of 2021 shows a provider no orders", async () => {
  const fake = createFakePuhuri({ dialect: "2021" });
  const { url } = await fake.listen();
  const { code, stderr } = await new RunningExample("list-orders", [], { url, token: fake.tokenOf("owner") })
    .ended;
  await fake.close();
  expect(code).toBe(1);
  expect(stderr).toContain("UnsupportedByServerError");
});

describe("run.ts", () => {
  it("starts a fake where no server is named, and hands arguments on", async () => {
    const { code, stdout } = await new RunningExample("list-allocations", ["Erred"]).ended;
    expect(stdout).toMatch(/^On a fake Puhuri .*\n\n[0-9a-f]{32} Erred resource/);
    expect(code).toBe(0);
  });

  it("lets a daemon end by itself, and its fake with it", async () => {
    const args = ["--passes", "2", "--interval-ms", "1"];
    const { code, stdout } = await new RunningExample("provision-allocations", args).ended;
    expect(stdout).toMatch(/^Sample resource: create done .*^Stopped\.$/ms);
    expect(code).toBe(0);
  });

  it("says which examples there are when it does not know the one asked for", async () => {
    expect(await new RunningExample("approve").ended).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("approve-allocation, grant-access, link-allocation"),
    });
  });
});
