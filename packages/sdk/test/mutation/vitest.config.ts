import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { shared } from "../../../../vitest.shared.ts";
import { ROOMS } from "./rooms.ts";

const tests = ROOMS[process.env.MUTATED_ROOM ?? ""];
if (tests === undefined) throw new Error("MUTATED_ROOM names no room.");

/** The quickest first, for a mutant's first failing test is the last that is run. */
class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      ["/sdk/test/servers/", "/sdk/test/set-state/", ""].findIndex((part) => moduleId.includes(part));
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    include: tests.map((glob) => `packages/sdk/${glob}`),
    reporters: [],
    sequence: { sequencer: QuickestFirst },
  },
});
