import type { Dialect } from "@puhuri/sdk";
import { Stage } from "./stage.ts";

/** One sentence about what the sdk does, and the code that finds out whether it is so. */
export interface SuiteTest {
  readonly says: string;
  /** The generations it holds for. Default: both. */
  readonly dialects?: readonly Dialect[];
  run(stage: Stage): Promise<void>;
}

/** How one test ended on the runtime that ran it. */
export interface TestResult {
  readonly dialect: Dialect;
  readonly says: string;
  /** What went wrong; undefined when it passed. */
  readonly error?: string;
}

/** Which tests are run against which generation, in order. */
export function cellsOf(tests: readonly SuiteTest[]): { dialect: Dialect; test: SuiteTest }[] {
  return DIALECTS.flatMap((dialect) =>
    tests.filter(({ dialects = DIALECTS }) => dialects.includes(dialect)).map((test) => ({ dialect, test })),
  );
}

const DIALECTS: readonly Dialect[] = ["2021", "current"];

/** Only what hangs takes this long. */
const LIMIT_MS = 20_000;

/**
 * Runs tests one after the other, each on new fakes. What it uses, every runtime has.
 *
 * @param worldsUrl - Where new fakes can be had.
 */
export async function runTests(tests: readonly SuiteTest[], worldsUrl: string): Promise<TestResult[]> {
  const results: TestResult[] = [];
  for (const { dialect, test } of cellsOf(tests)) {
    const error = await failureOf(test, new Stage(dialect, worldsUrl));
    results.push({ dialect, says: test.says, ...(error === undefined ? {} : { error }) });
  }
  return results;
}

async function failureOf(test: SuiteTest, stage: Stage): Promise<string | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`It did not end within ${LIMIT_MS} ms.`)), LIMIT_MS);
  });
  try {
    await Promise.race([test.run(stage), late]);
    return undefined;
  } catch (error) {
    return described(error);
  } finally {
    clearTimeout(timer);
    await stage.close();
  }
}

function described(error: unknown): string {
  if (!(error instanceof Error)) return `It threw ${String(error)}.`;
  const { name, message, stack = "", cause } = error;
  const frames = stack.split("\n").filter((line) => /^\s*at |@/.test(line) && !line.includes(message));
  const because = cause === undefined ? [] : [`because of ${described(cause)}`];
  return [`${name}: ${message}`, ...frames.slice(0, 4), ...because].join("\n");
}
