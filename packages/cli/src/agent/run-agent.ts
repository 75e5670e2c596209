import { type Clock, createPuhuriClient } from "@puhuri/sdk";
import { tokenIn } from "../server/settings.ts";
import type { World } from "../world.ts";
import { type AgentConfig, readConfig } from "./config.ts";
import { type HealthServer, serveHealth } from "./health.ts";
import { takeLock } from "./lock.ts";
import { createLog, errorFields, type Log } from "./log.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { OfferingAgent, type Standing } from "./offering-agent.ts";
import type { Execute } from "./programs/execute.ts";
import { openMemory } from "./report-times.ts";

/** What an agent takes from outside, in addition to every command. */
export interface AgentWorld extends Pick<World, "env" | "fetch" | "stderr"> {
  readonly clock: Clock;
  readonly random: () => number;
  readonly execute: Execute;
  /** Aborted to stop: the agent waits for the program at work, and begins nothing new. */
  readonly stop: AbortSignal;
  /** Takes a function to call when the file has to be read again. */
  readonly onReload: (reload: () => void) => void;
}

/** What an agent keeps as long as it runs, also when its file changes. */
interface Running {
  config: AgentConfig;
  readonly metrics: Metrics;
  readonly agents: OfferingAgent[];
  readonly standings: Map<string, Standing>;
  readonly log: Log;
}

/**
 * Serves the offerings that a file names: until it is stopped, or with `once` for one pass.
 *
 * @returns Whether all went well.
 * @throws {UsageError} The file is wrong.
 * @throws {LockedError} Another agent serves one of the offerings.
 */
export async function runAgent(file: string, world: AgentWorld, { once = false } = {}): Promise<boolean> {
  const now = () => world.clock.date?.() ?? world.clock.now();
  const agents: OfferingAgent[] = [];
  const log: Log = (...line) => createLog(world.stderr, running.config.logs, () => new Date(now()))(...line);
  const running: Running = {
    config: readConfig(file, world.env),
    metrics: createMetrics(() => agents),
    agents,
    standings: new Map(),
    log,
  };
  const { listen } = running.config;
  const health =
    listen === undefined || once ? undefined : await serveHealth(listen, () => agents, running.metrics, now);
  try {
    if (once) return await serve(running, world, world.stop, true);
    if (health !== undefined) log("info", "health checks are served", { port: health.port });
    await serveUntilStopped(file, running, world, health);
    log("info", "agent has stopped");
    return true;
  } finally {
    await health?.close();
  }
}

/** Serves, and begins again each time the file has changed. */
async function serveUntilStopped(
  file: string,
  running: Running,
  world: AgentWorld,
  health: HealthServer | undefined,
): Promise<void> {
  let reload = new AbortController();
  world.onReload(() => {
    const config = readAgain(file, world, running.log);
    if (config === undefined || JSON.stringify(config) === JSON.stringify(running.config)) return;
    const { listen } = running.config;
    if (JSON.stringify(config.listen) !== JSON.stringify(listen)) {
      running.log("warn", "listen has changed: restart the agent to apply it", { port: health?.port });
    }
    running.config = { ...config, listen };
    running.log("info", "the file has changed: the agent now follows the new one");
    reload.abort();
  });
  let served: AgentConfig | undefined;
  while (!world.stop.aborted) {
    reload = new AbortController();
    const { config } = running;
    try {
      await serve(running, world, AbortSignal.any([world.stop, reload.signal]), false);
      served = config;
    } catch (error) {
      // An offering that another agent serves, for example.
      if (served === undefined || served === config) throw error;
      running.log("error", "the new file cannot be used: the agent keeps to the old one", errorFields(error));
      running.config = served;
    }
  }
}

/** Undefined if the file is wrong: then nothing changes. */
function readAgain(file: string, { env }: AgentWorld, log: Log): AgentConfig | undefined {
  try {
    return readConfig(file, env);
  } catch (error) {
    log("error", "the file is wrong: the agent keeps to the old one", errorFields(error));
    return undefined;
  }
}

/** Serves all offerings side by side. */
async function serve(
  running: Running,
  world: AgentWorld,
  signal: AbortSignal,
  once: boolean,
): Promise<boolean> {
  const { config, metrics, agents, standings, log } = running;
  const { clock, random, execute, env } = world;
  const locks = await takeLocks(config);
  try {
    const served = config.offerings.map((offering, index) => {
      const lock = locks[index]?.fd;
      const onRun = (program: string, ended: string) => metrics.program(offering.uuid, program, ended);
      const standing = standings.get(offering.uuid) ?? {
        allocations: new Map(),
        users: new Map(),
        lastGoodPass: 0,
      };
      standings.set(offering.uuid, standing);
      return new OfferingAgent({
        standing,
        puhuri: clientOf(config, offering.timeZone, metrics, world),
        programs: {
          offering,
          folder: config.folder,
          env,
          lock,
          execute,
          log: (level, message, fields) => log(level, message, { offering: offering.uuid, ...fields }),
          onRun,
        },
        memory: openMemory(config.stateDir, offering.uuid, offering.dryRun),
        metrics,
        clock,
        random,
      });
    });
    agents.splice(0, agents.length, ...served);
    log("info", "agent serves", { offerings: config.offerings.map(({ uuid }) => uuid).join(" ") });
    const all = await Promise.all(served.map((agent) => (once ? agent.once(signal) : agent.run(signal))));
    return all.every((isGood) => isGood !== false);
  } finally {
    for (const lock of locks) lock.release();
  }
}

async function takeLocks({ stateDir, offerings }: AgentConfig) {
  const locks: Awaited<ReturnType<typeof takeLock>>[] = [];
  try {
    for (const { uuid } of offerings) locks.push(await takeLock(stateDir, uuid));
    return locks;
  } catch (error) {
    for (const lock of locks) lock.release();
    throw error;
  }
}

/** The client of an offering: its months are those of the offering's time zone. */
export function clientOf(
  { url, tokenFile }: AgentConfig,
  billingTimeZone: string,
  metrics: Pick<Metrics, "hooks">,
  { env, fetch, clock, random }: Pick<AgentWorld, "env" | "fetch" | "clock" | "random">,
) {
  return createPuhuriClient({
    baseUrl: url,
    // Read each time: a token may change while the agent runs.
    token:
      tokenFile === undefined
        ? (env["PUHURI_TOKEN"] ?? "")
        : () => tokenIn(tokenFile, "The file with the token"),
    dialect: "auto",
    fetch,
    headers: { "user-agent": "puhuri-agent" },
    billingTimeZone,
    hooks: metrics.hooks,
    clock,
    random,
  });
}
