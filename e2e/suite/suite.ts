import { runTests, type SuiteTest, type TestResult } from "./harness.ts";
import { aborting } from "./tests/aborting.ts";
import { beyondTheGuide } from "./tests/beyond-the-guide.ts";
import { errors } from "./tests/errors.ts";
import { guide } from "./tests/guide.ts";
import { lists } from "./tests/lists.ts";

/** The whole contract of the sdk. */
export const contract: readonly SuiteTest[] = [...guide, ...beyondTheGuide, ...lists, ...errors, ...aborting];

/** Runs it against the fakes that a server of worlds opens. */
export function runSuite(worldsUrl: string): Promise<TestResult[]> {
  return runTests(contract, worldsUrl);
}
