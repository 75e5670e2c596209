import type { z } from "zod";
import { wallTime } from "../time-zone.ts";
import type { World } from "../world.ts";
import { type AgentConfig, type OfferingConfig, type ProgramName, readConfig } from "./config.ts";
import { createLog, errorFields } from "./log.ts";
import { created, found, userCreated } from "./programs/handlers.ts";
import { present } from "./programs/members.ts";
import { callProgram, nothing, type Programs } from "./programs/program.ts";
import { measured } from "./programs/usage.ts";
import { type AgentWorld, clientOf } from "./run-agent.ts";

/** A uuid that no allocation and no user has. */
const SAMPLE = "0000000000000000000000000000c4ec";

type CheckWorld = Omit<AgentWorld, "stop" | "onReload"> & Pick<World, "stdout">;

/**
 * Tries the file, the server, and every program: they create, find, change, measure and end a sample allocation.
 *
 * @returns Whether all went well.
 * @throws {UsageError} The file is wrong.
 */
export async function checkAgent(file: string, world: CheckWorld): Promise<boolean> {
  const config = readConfig(file, world.env);
  let isGood = true;
  for (const offering of config.offerings) isGood = (await checkOffering(config, offering, world)) && isGood;
  return isGood;
}

async function checkOffering(
  config: AgentConfig,
  offering: OfferingConfig,
  world: CheckWorld,
): Promise<boolean> {
  const { env, execute, stderr, stdout, clock } = world;
  const log = createLog(stderr, "pretty", () => new Date(clock.now()));
  const programs: Programs = { offering, folder: config.folder, env, lock: undefined, execute, log };
  let isGood = true;
  let components: readonly string[] | undefined;

  async function attempt(what: string, act: () => Promise<string>): Promise<void> {
    const line = (mark: string, text: string) =>
      stdout.write(`${mark.padEnd(4)} ${offering.uuid} ${what}: ${text}\n`);
    try {
      line("ok", await act());
    } catch (error) {
      isGood = false;
      line("FAIL", errorFields(error).error);
    }
  }

  async function tryProgram<T>(
    program: ProgramName,
    output: z.ZodType<T>,
    backendId: string,
    review: (printed: T) => string,
  ): Promise<void> {
    if (offering.programs[program] === undefined) return;
    const sample = sampleOf(offering, components ?? [], backendId, clock.now());
    await attempt(program, async () => review(await callProgram(programs, program, sample, output)));
  }

  await attempt("server", async () => {
    const puhuri = clientOf(config, offering.timeZone, { hooks: {} }, world);
    const fields = ["name", "components"] as const;
    const { name, components: those = [] } = await puhuri.offerings.get(offering.uuid, { fields });
    components = those.map(({ type }) => type);
    return `offering "${name}", components ${components.join(", ") || "none"}`;
  });
  await tryProgram("exists", found, "", ({ exists }) => (exists ? "yes, from an earlier check" : "no"));
  let id = "";
  await tryProgram("create", created, "", ({ backend_id }) => {
    id = backend_id;
    return id;
  });
  // The program that the agent would run for it in the next pass.
  if (offering.programs.exists === undefined) {
    await tryProgram("create", created, "", ({ backend_id }) => requireSame(backend_id, id));
  } else {
    await tryProgram("exists", found, id, (again) =>
      requireSame(again.exists ? (again.backend_id ?? id) : "", id),
    );
  }
  await tryProgram("update", nothing, id, () => "done");
  await tryProgram("usage", measured, id, ({ amounts = {} }) => {
    const unknown = Object.keys(amounts).filter((type) => components?.includes(type) === false);
    // Puhuri would refuse the report.
    if (unknown.length > 0) throw new Error(`the offering has no component ${unknown.join(", ")}.`);
    return JSON.stringify(amounts);
  });
  await tryProgram("members", present, id, ({ members }) => members.join(", ") || "nobody");
  await tryProgram("user-create", userCreated, id, (made) => JSON.stringify(made));
  await tryProgram("user-remove", nothing, id, () => "done");
  await tryProgram("terminate", nothing, id, () => "done");
  await tryProgram("terminate", nothing, id, () => "done, although it was already gone");
  await tryProgram("exists", found, id, ({ exists }) => {
    if (exists) throw new Error("it says that the sample still exists, although terminate has ended it.");
    return "no";
  });
  return isGood;
}

/** What every program gets, for an allocation and for a user. */
function sampleOf(
  { uuid: offering_uuid, timeZone: time_zone }: OfferingConfig,
  components: readonly string[],
  backend_id: string,
  now: number,
) {
  const limits = Object.fromEntries(components.map((type) => [type, 1]));
  return {
    allocation: {
      uuid: SAMPLE,
      name: "puhuri agent check",
      state: "Creating",
      backend_id,
      limits,
      attributes: {},
      offering_uuid,
      project_uuid: SAMPLE,
      project_name: "puhuri agent check",
    },
    user: {
      user_uuid: SAMPLE,
      username: "",
      user_username: "puhuri-agent-check",
      user_full_name: "Puhuri Agent Check",
      user_email: "nobody@puhuri.example",
    },
    idempotency_key: SAMPLE,
    limits,
    order: null,
    month: wallTime(now, time_zone).slice(0, 7),
    time_zone,
    add: [],
    remove: [],
    sample: true,
  };
}

function requireSame(again: string, first: string): string {
  if (again === first) return `${first}, as before`;
  throw new Error(`run again, it printed "${again}", not "${first}": it would create the allocation twice.`);
}
