import { unwatchFile, watchFile } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "@puhuri/sdk";
import { execute } from "../agent/programs/execute.ts";
import { UsageError } from "../exit-codes.ts";
import type { World } from "../world.ts";
import type { PuhuriCommand } from "./command.ts";

/** How often the file is looked at. */
const LOOK_MS = 5000;

const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  date: () => Date.now(),
  sleep: (ms, signal) =>
    sleep(ms, undefined, signal && { signal }).catch(() => Promise.reject(signal?.reason)),
};

export function addAgent(program: PuhuriCommand, world: World): void {
  const { interrupted: stop, clock = systemClock } = world;
  const agentWorld = { ...world, clock, random: Math.random, execute, stop };
  const agent = program
    .command("agent")
    .description("serve offerings with your own programs, set up in a config file")
    .option("--config <file>", "the config file: which programs do what")
    .option("--once", "do what waits now, and exit")
    .examples(
      "puhuri agent check agent.yaml",
      "puhuri agent --config agent.yaml --once",
      "puhuri agent --config agent.yaml",
    )
    .action(async ({ config, once = false }: { readonly config?: string; readonly once?: boolean }) => {
      if (config === undefined) throw new UsageError("Name the config file, as in --config agent.yaml.");
      // Loaded only here, since it takes longer to load than all the rest of the program.
      const { runAgent } = await import("../agent/run-agent.ts");
      const file = resolve(world.folder, config);
      const onReload = (reload: () => void) => {
        process.on("SIGHUP", reload);
        // Compares times of change, and so also notices a new folder in the place of the old one, as in Kubernetes.
        watchFile(file, { interval: LOOK_MS, persistent: false }, reload);
        stop.addEventListener("abort", () => unwatchFile(file, reload));
      };
      requireGood(await runAgent(file, { ...agentWorld, onReload }, { once }));
    });
  agent
    .command("check <file>")
    .description("try the file, the server and every program, on a sample allocation")
    .examples("puhuri agent check agent.yaml")
    .action(async (file: string) => {
      const { checkAgent } = await import("../agent/check.ts");
      requireGood(await checkAgent(resolve(world.folder, file), agentWorld));
    });
}

/** What went wrong has been printed. */
function requireGood(isGood: boolean): void {
  if (!isGood) throw new Error("Something failed: see above.");
}
