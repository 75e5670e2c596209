// Adds up what the last `test` run did: every vitest test, and every other turbo task as one check.
import { existsSync, readdirSync, readFileSync } from "node:fs";

const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const runs = existsSync(".turbo/runs") ? readdirSync(".turbo/runs").sort() : [];
let passed = 0;
let failed = 0;

if (runs.length === 0) failed += 1;
for (const task of runs.length === 0 ? [] : read(`.turbo/runs/${runs.at(-1)}`).tasks) {
  if (task.command === "<NONEXISTENT>") continue;
  const report = `${task.directory || "."}/reports/vitest.json`;
  const exitCode = task.execution?.exitCode ?? 0;
  if (task.task === "test" && existsSync(report)) {
    const { numPassedTests, numFailedTests } = read(report);
    passed += numPassedTests;
    failed += numFailedTests;
    // A crash outside of any test fails the task but no test.
    if (exitCode !== 0 && numFailedTests === 0) failed += 1;
  } else if (exitCode === 0) passed += 1;
  else failed += 1;
}

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
