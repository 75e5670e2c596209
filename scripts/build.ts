// Builds the packages. Says nothing of it unless it takes a while or fails, so that a command begins with what it is for.
import process from "node:process";
import { runCommand } from "../runtimes/src/run-command.ts";

const WHILE_MS = 1500;

const told = setTimeout(() => console.error("Building the packages, which takes a few seconds…"), WHILE_MS);
try {
  await runCommand(["turbo", "run", "build", "--output-logs=errors-only"]);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error("\nThe packages could not be built. `npx -y pnpm@12 build` shows all of it.");
  process.exitCode = 1;
} finally {
  clearTimeout(told);
}
