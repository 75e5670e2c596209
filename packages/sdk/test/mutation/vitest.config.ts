import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { shared } from "../../../../vitest.shared.ts";
import { ROOMS } from "./rooms.ts";

const room = ROOMS[process.env.MUTATED_ROOM ?? ""];
if (room === undefined) throw new Error("MUTATED_ROOM names no room.");

/** The tests beside the sources are the quickest, and a mutant's first failing test is the last that is run. */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isFar = ({ moduleId }: TestSpecification) => Number(moduleId.includes("/packages/sdk/test/"));
    return (await super.sort(files)).toSorted((a, b) => isFar(a) - isFar(b));
  }
}

export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    include: room.tests.map((glob) => `packages/sdk/${glob}`),
    reporters: [],
    isolate: room.isolate,
    setupFiles: ["packages/sdk/test/mutation/forget-modules.ts"],
    sequence: { sequencer: NearestFirst },
  },
});
