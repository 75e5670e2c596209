import { afterAll, beforeAll, describe, inject, it } from "vitest";
import { allHosts } from "../src/hosts/hosts.ts";
import { runOnHost } from "../src/hosts/run-on-host.ts";
import { startWorlds, type Worlds } from "../src/hosts/worlds.ts";
import { cellsOf, type TestResult } from "../suite/harness.ts";
import { contract } from "../suite/suite.ts";

/** What a test said on the host. It has frames of its own. */
class HostFailure extends Error {
  override readonly stack = "";
}

const folder = inject("folder");
const bundles = inject("bundles");
let worlds: Worlds;

beforeAll(async () => {
  worlds = await startWorlds(folder);
});

afterAll(() => worlds.close());

for (const { name, command } of allHosts()) {
  // The table says that it is not installed.
  if (command === undefined) continue;

  describe(name, () => {
    let run: Promise<readonly TestResult[]> | undefined;

    for (const { dialect, test } of cellsOf(contract)) {
      it(`${dialect}: ${test.says}`, async () => {
        run ??= runOnHost(command({ folder, bundles, worldsUrl: worlds.url }), folder);
        const result = (await run).find((it) => it.dialect === dialect && it.says === test.says);
        if (result === undefined) throw new Error("It was not run.");
        if (result.error !== undefined) throw new HostFailure(result.error);
      });
    }
  });
}
