import type { Reporter, TestCase, TestModule } from "vitest/node";
import { allHosts } from "../hosts/hosts.ts";
import { drawn, type Ending } from "./table.ts";

/** Prints the table of the contract on every runtime, after everything else. */
export default class TableReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const contract = modules.find(({ moduleId }) => moduleId.endsWith("/contract.test.ts"));
    if (contract === undefined) return;
    const endings = new Map<string, Ending>();
    const tests = new Set<string>();
    for (const test of contract.children.allTests()) {
      tests.add(test.name);
      endings.set(keyOf(hostOf(test), test.name), endingOf(test));
    }
    if (tests.size === 0) return;
    const hosts = allHosts().map(({ name, command }) => ({ name, isInstalled: command !== undefined }));
    const ending = (host: string, test: string) => endings.get(keyOf(host, test));
    console.log(`\n${drawn({ hosts, tests: [...tests], ending })}\n`);
  }
}

function hostOf({ parent }: TestCase): string {
  return "name" in parent ? parent.name : "";
}

function endingOf(test: TestCase): Ending {
  const { state } = test.result();
  return state === "passed" || state === "failed" ? state : undefined;
}

function keyOf(host: string, test: string): string {
  return `${host}\n${test}`;
}
