// Builds the packages. Says nothing of it unless it takes a while or fails, so that a command begins with what it is for.
import process from "node:process";
import { runTasks } from "./run-tasks.ts";

const WHILE_MS = 1500;

const told = setTimeout(() => console.error("Building the packages, which takes a few seconds…"), WHILE_MS);
const isBuilt = await runTasks(["build"], { print: "what failed" });
clearTimeout(told);
if (!isBuilt) process.exitCode = 1;
