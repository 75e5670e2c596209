import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import {
  createFakePuhuri,
  type FakePuhuri,
  type FakePuhuriOptions,
  type Resource,
  type SeedBuilder,
} from "@puhuri/testing";
import { onTestFinished } from "vitest";
import type { Execute, Execution } from "../../src/agent/programs/execute.ts";
import { type AgentWorld, runAgent } from "../../src/agent/run-agent.ts";

export const OFFERING = "e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1";
export const START = Date.parse("2026-11-10T12:00:00Z");

/** What a program of a test gets, as it reads it. */
export interface Input {
  readonly program: string;
  readonly allocation: { readonly uuid: string; readonly name: string; readonly backend_id: string };
  readonly user: { readonly user_username: string };
  readonly limits: Readonly<Record<string, number>>;
  readonly month: string;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** What a program of a test prints, or its exit code and what it prints. */
export type Program = (input: Input) => unknown;

/** An exit of a program with another code than 0. */
export class Exit {
  readonly code: number;
  readonly stdout: string;
  constructor(code: number, stdout = "") {
    this.code = code;
    this.stdout = stdout;
  }
}

/** A provider: a fake with their offering, programs that are functions, a folder with the file, a clock that only sleeping moves. */
export interface Site {
  readonly fake: FakePuhuri;
  readonly folder: string;
  readonly file: string;
  readonly programs: Record<string, Program>;
  /** The programs that ran, with the names of their allocations or users. */
  readonly ran: string[];
  /** The lines of the log. */
  readonly lines: Record<string, unknown>[];
  readonly clock: { time: number };
  /** Writes the file: settings of the offering, and those above it. */
  configure(offering?: string, top?: string): void;
  /** What the agent takes from outside. */
  world(): AgentWorld;
  /** Does all that waits, once. */
  once(): Promise<boolean>;
  /** Runs until so many pauses between passes were begun. */
  run(pauses: number, onPause?: (pause: number) => unknown): Promise<void>;
  stop(): void;
  reload(): void;
  allocation(name: string): Resource;
}

export interface SiteOptions extends Partial<Pick<FakePuhuriOptions, "dialect" | "generation">> {
  readonly type?: string;
  readonly seed?: (builder: SeedBuilder) => void;
}

export function createSite({ type = "Marketplace.Slurm", seed, ...options }: SiteOptions = {}): Site {
  const clock = { time: START };
  const fake = createFakePuhuri({
    dialect: "current",
    ...options,
    now: () => new Date(clock.time),
    seed: (builder) => {
      builder.guide();
      builder.offering({ uuid: OFFERING, name: "site", type });
      seed?.(builder);
    },
  });
  const folder = mkdtempSync(join(tmpdir(), "puhuri-agent-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "agent.yaml");
  const programs: Record<string, Program> = {};
  const ran: string[] = [];
  const lines: Record<string, unknown>[] = [];
  let stopper = new AbortController();
  let reload = () => {};

  const execute: Execute = async ([path], text): Promise<Execution> => {
    const input: Input = JSON.parse(text);
    ran.push(`${input.program} ${input.allocation?.name ?? input.user?.user_username}`);
    const printed = await programs[basename(path)]?.(input);
    if (printed instanceof Exit) return { ended: "exit", code: printed.code, stdout: printed.stdout };
    return { ended: "exit", code: 0, stdout: printed === undefined ? "" : JSON.stringify(printed) };
  };
  const worldOf = (sleep: AgentWorld["clock"]["sleep"]): AgentWorld => ({
    env: { PUHURI_TOKEN: fake.tokenOf("owner") },
    fetch: fake.fetch,
    stderr: { write: (line) => lines.push(JSON.parse(line)) },
    clock: { now: () => clock.time, sleep },
    random: () => 0.5,
    execute,
    stop: stopper.signal,
    onReload: (callback) => {
      reload = callback;
    },
  });

  const pass = async (ms: number) => {
    clock.time += ms;
  };

  return {
    fake,
    folder,
    file,
    programs,
    ran,
    lines,
    clock,
    configure(offering = "", top = "") {
      const named = Object.keys(programs).map((name) => `      ${name}: ./programs/${name}`);
      mkdirSync(join(folder, "programs"), { recursive: true });
      for (const name of Object.keys(programs))
        writeFileSync(join(folder, "programs", name), "", { mode: 0o755 });
      const own = offering === "" ? "" : `\n    ${offering}`;
      writeFileSync(
        file,
        `url: https://puhuri.test\n${top}\nofferings:\n  - uuid: "${OFFERING}"${own}\n    programs:\n${named.join("\n")}\n`,
      );
    },
    world: () => worldOf(pass),
    once() {
      stopper = new AbortController();
      return runAgent(file, worldOf(pass), { once: true });
    },
    async run(pauses, onPause) {
      const own = new AbortController();
      stopper = own;
      let count = 0;
      const sleep = async (ms: number) => {
        clock.time += ms;
        // Others are those of the client, before it tries again.
        if (ms < 10_000) return;
        count += 1;
        await onPause?.(count);
        if (count >= pauses) own.abort();
      };
      await runAgent(file, worldOf(sleep));
    },
    stop: () => stopper.abort(),
    reload: () => reload(),
    allocation(name) {
      const resource = fake.state.resourceNamed(name);
      if (resource === undefined) throw new Error(`There is no allocation ${name}.`);
      return resource;
    },
  };
}
