import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FakePuhuriOptions, Resource } from "@puhuri/testing";
import { onTestFinished } from "vitest";
import type { World } from "../../src/world.ts";
import { type Finished, openTerminal, type Terminal, wordsOf } from "../terminal.ts";

export const OFFERING = "0ffe0000000000000000000000000001";

/** A cluster with allocations `a1`, `a2`…, and a folder with files. */
export interface Scene extends Terminal {
  readonly folder: string;
  /** Runs `puhuri usage report` in the folder, with the offering. */
  report(line: string, world?: Partial<World>): Promise<Finished>;
  write(name: string, ...lines: readonly string[]): void;
  read(name: string): string;
  /** The row of an allocation, to be changed in place. */
  named(backendId: string): Resource;
  /** What is stored of an allocation, by component, and of its users. */
  storedOf(backendId: string): Record<string, string>;
  /** How many requests were sent that write. */
  writes(): number;
}

export function openScene(count: number, options: Partial<FakePuhuriOptions> = {}): Scene {
  const terminal = openTerminal({
    seed(seed) {
      seed.guide();
      const offering = seed.offering({ uuid: OFFERING, name: "Cluster" });
      for (let n = 1; n <= count; n++) {
        seed.allocation({ name: `Allocation ${n}`, state: "OK", offering, backend_id: `a${n}` });
      }
    },
    ...options,
  });
  const { state } = terminal.fake;
  const folder = mkdtempSync(join(tmpdir(), "usage-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const named = (backendId: string): Resource => {
    const found = state.resources.all().find(({ backend_id }) => backend_id === backendId);
    if (found === undefined) throw new Error(`No allocation is ${backendId}.`);
    return found;
  };
  return {
    ...terminal,
    folder,
    named,
    report: (line, world) =>
      terminal.puhuri(["usage", "report", ...wordsOf(line), "--offering", OFFERING], { folder, ...world }),
    write(name, ...lines) {
      const file = join(folder, name);
      const now = (options.now ?? terminal.world.now)();
      writeFileSync(file, `${lines.join("\n")}\n`);
      utimesSync(file, now, now);
    },
    read: (name) => readFileSync(join(folder, name), "utf8"),
    storedOf(backendId) {
      const usages = state.componentUsages.where("resource_uuid", named(backendId).uuid);
      const parts = usages.flatMap(({ uuid, component_type }) =>
        state.componentUserUsages
          .where("component_usage_uuid", uuid)
          .map(({ username, usage }) => [`${username} ${component_type}`, usage] as const),
      );
      return Object.fromEntries([
        ...usages.map(({ component_type, usage }) => [component_type, usage] as const),
        ...parts,
      ]);
    },
    writes: () => terminal.fake.requests.filter(({ method }) => method !== "GET").length,
  };
}
