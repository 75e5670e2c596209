#!/usr/bin/env node
import { homedir } from "node:os";
import process from "node:process";
import { run } from "./program.ts";

const interrupted = new AbortController();
// Only the first Ctrl-C comes here: the second ends the program at once.
process.once("SIGINT", () => {
  interrupted.abort();
  if (process.stderr.isTTY)
    process.stderr.write("\nFinishing what is in flight; Ctrl-C again ends it at once.\n");
});
// How systemd and Kubernetes stop a service.
process.once("SIGTERM", () => interrupted.abort());
// The reader may close the pipe before all is written, as in `puhuri allocations | head`.
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
// A question that nobody answered would keep the program waiting.
if ("unref" in process.stdin) process.stdin.unref();
