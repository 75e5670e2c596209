#!/usr/bin/env node
import { homedir } from "node:os";
import process from "node:process";
import { run } from "./program.ts";

const interrupted = new AbortController();
// Once: the second Ctrl-C ends the program at once.
process.once("SIGINT", () => {
  interrupted.abort();
  if (process.stderr.isTTY)
    process.stderr.write("\nFinishing what is in flight; Ctrl-C again ends it at once.\n");
});
// As services are stopped.
process.once("SIGTERM", () => interrupted.abort());
// Whoever reads may have seen enough (`puhuri allocations | head`).
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => process.exit("code" in error && error.code === "EPIPE" ? 0 : 1));
}

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  fetch: (url, init) => fetch(url, init),
  folder: process.cwd(),
  home: homedir(),
  now: () => new Date(),
  interrupted: interrupted.signal,
});
// A question that nobody answered would keep it waiting.
if ("unref" in process.stdin) process.stdin.unref();
