import { fork } from "node:child_process";

/** Starts a benchmark's server in a process of its own. */
export async function startServer(file = "server.ts"): Promise<{ url: string; stop(): void }> {
  const child = fork(new URL(file, import.meta.url), { execArgv: ["--max-old-space-size=4096"] });
  const port = await new Promise<unknown>((resolve, reject) => {
    child.once("message", resolve);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`The benchmark's server ended with ${code}.`)));
  });
  return { url: `http://127.0.0.1:${port}`, stop: () => child.disconnect() };
}
