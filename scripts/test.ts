// Runs every check and every test.
import process from "node:process";
import { runTasks } from "./run-tasks.ts";

const TASKS = ["lint", "imports", "unused", "types", "test", "site"];

const options = ["--continue=dependencies-successful", ...process.argv.slice(2)];
if (!(await runTasks([...TASKS, ...options], { print: "everything" }))) process.exitCode = 1;
