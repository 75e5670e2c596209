import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createFakePuhuri, type FakePuhuri } from "@puhuri/testing";
import { onTestFinished } from "vitest";
import { PATH } from "../tools/path.ts";
import { OFFERING } from "./site.ts";

const BIN = fileURLToPath(new URL("../../src/puhuri.ts", import.meta.url));

/** A provider whose agent is a process, its programs are scripts, and the cluster is a file. */
export interface ProcessSite {
  readonly fake: FakePuhuri;
  readonly folder: string;
  /** What the agent that was started last has logged. */
  readonly log: string[];
  /** Called with each request, before it is answered. */
  onRequest: () => void;
  /** Starts it, with the token in a variable unless the environment is another one. */
  start(args?: readonly string[], env?: Readonly<Record<string, string>>): ChildProcess;
  configure(offering: string): void;
  /** The lines of a file that programs have written. */
  lines(file: string): string[];
}

/** Two new allocations, one to be changed and one to be ended. */
export async function openProcessSite(): Promise<ProcessSite> {
  const fake = createFakePuhuri({
    dialect: "current",
    intercept(_exchange, next) {
      site.onRequest();
      return next();
    },
    seed: (seed) => {
      seed.guide();
      seed.offering({ uuid: OFFERING, name: "site", type: "Marketplace.Slurm" });
      const limits = { cpu: 10 };
      for (const name of ["new", "other"]) seed.allocation({ name, offering: OFFERING, limits });
      const running = { offering: OFFERING, limits, state: "OK" } as const;
      const changed = seed.allocation({ ...running, name: "changed", backend_id: "hpc-changed" });
      const ended = seed.allocation({ ...running, name: "ended", backend_id: "hpc-ended" });
      seed.order({ type: "Update", allocation: changed, state: "pending-provider", limits: { cpu: 99 } });
      seed.order({ type: "Terminate", allocation: ended, state: "pending-provider" });
    },
  });
  onTestFinished(() => fake.close());
  const { url } = await fake.listen();
  const folder = mkdtempSync(join(tmpdir(), "puhuri-agent-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(import.meta.dirname, "cluster"), join(folder, "programs"), { recursive: true });
  const before = ["changed", "ended"].map(
    (name) => `hpc-${name} ${fake.state.resourceNamed(name)?.uuid} 10\n`,
  );
  writeFileSync(join(folder, "cluster"), before.join(""));
  const programs = ["create", "update", "terminate", "exists", "usage"].map(
    (name) => `      ${name}: ./programs/${name}`,
  );
  const log: string[] = [];
  const site: ProcessSite = {
    fake,
    folder,
    log,
    onRequest() {},
    start(args = [], env = { PUHURI_TOKEN: fake.tokenOf("owner") }) {
      const child = spawn(
        process.execPath,
        ["--conditions=@puhuri/source", BIN, "agent", "--config", "agent.yaml", ...args],
        {
          cwd: folder,
          env: { PATH, ...env },
          stdio: ["ignore", "ignore", "pipe"],
        },
      );
      onTestFinished(() => void child.kill("SIGKILL"));
      log.length = 0;
      child.stderr.setEncoding("utf8").on("data", (text: string) => log.push(text));
      return child;
    },
    configure: (offering) =>
      writeFileSync(
        join(folder, "agent.yaml"),
        `url: ${url}\nofferings:\n  - uuid: "${OFFERING}"\n    ${offering}\n    programs:\n${programs.join("\n")}\n`,
      ),
    lines(file) {
      const path = join(folder, file);
      return existsSync(path) ? readFileSync(path, "utf8").trim().split("\n").sort() : [];
    },
  };
  site.configure("every: 1s");
  return site;
}

interface Traces {
  readonly allocations: readonly {
    readonly name: string;
    readonly state: string;
    readonly usages: readonly string[];
  }[];
  readonly cluster: readonly string[];
  readonly journal: readonly string[];
}

/** Everything that an agent leaves, at Puhuri and on the cluster. */
export function tracesOf({ fake, lines }: ProcessSite): Traces {
  const allocations = fake.state.resources.where("offering_uuid", OFFERING);
  return {
    allocations: allocations.map(({ uuid, name, state, backend_id, report, limits }) => ({
      name,
      state,
      backend_id,
      report,
      limits,
      orders: fake.state.orders.where("resource_uuid", uuid).map(({ type, state }) => ({ type, state })),
      usages: fake.state.componentUsages
        .where("resource_uuid", uuid)
        .map(({ component_type, usage }) => `${component_type} ${usage}`),
    })),
    cluster: lines("cluster").map((line) => line.replace(/ \w{32} /, " ")),
    journal: lines("journal"),
  };
}

/** Waits for a process to end, and returns its exit code. */
export async function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const [code] = await once(child, "exit");
  return code;
}
