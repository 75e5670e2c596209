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
  for (const offering of config.offerings) {
    const check = new OfferingCheck(config, offering, world);
    await check.run();
    isGood &&= check.isGood;
  }
  return isGood;
}

class OfferingCheck {
  isGood = true;
  readonly #config: AgentConfig;
  readonly #world: CheckWorld;
  readonly #programs: Programs;
  #components: readonly string[] | undefined;

  constructor(config: AgentConfig, offering: OfferingConfig, world: CheckWorld) {
    const { env, execute, stderr, clock } = world;
    const log = createLog(stderr, "pretty", () => new Date(clock.now()));
    this.#config = config;
    this.#world = world;
    this.#programs = {
      offering,
      folder: config.folder,
      env,
      lock: undefined,
      execute,
      log,
    };
  }

  async run(): Promise<void> {
    await this.#try("server", () => this.#askServer());
    await this.#tryProgram("exists", found, "", ({ exists }) =>
      exists ? "yes, from an earlier check" : "no",
    );
    let id = "";
    await this.#tryProgram("create", created, "", ({ backend_id }) => {
      id = backend_id;
      return id;
    });
    // The program that the agent would run for it in the next pass.
    if (this.#programs.offering.programs.exists === undefined) {
      await this.#tryProgram("create", created, "", ({ backend_id }) => requireSame(backend_id, id));
    } else {
      await this.#tryProgram("exists", found, id, (again) =>
        requireSame(again.exists ? (again.backend_id ?? id) : "", id),
      );
    }
    await this.#tryProgram("update", nothing, id, () => "done");
    await this.#tryProgram("usage", measured, id, ({ amounts = {} }) => this.#reviewAmounts(amounts));
    await this.#tryProgram("members", present, id, ({ members }) => members.join(", ") || "nobody");
    await this.#tryProgram("user-create", userCreated, id, (made) => JSON.stringify(made));
    await this.#tryProgram("user-remove", nothing, id, () => "done");
    await this.#tryProgram("terminate", nothing, id, () => "done");
    await this.#tryProgram("terminate", nothing, id, () => "done, although it was already gone");
    await this.#tryProgram("exists", found, id, ({ exists }) => {
      if (exists) throw new Error("it says that the sample still exists, although terminate has ended it.");
      return "no";
    });
  }

  async #askServer(): Promise<string> {
    const { uuid, timeZone } = this.#programs.offering;
    const puhuri = clientOf(this.#config, timeZone, { hooks: {} }, this.#world);
    const { name, components } = await puhuri.offerings.get(uuid, { fields: ["name", "components"] });
    this.#components = (components ?? []).map(({ type }) => type);
    return `offering "${name}", components ${this.#components.join(", ") || "none"}`;
  }

  /** @throws {Error} Puhuri would refuse a report of these components. */
  #reviewAmounts(amounts: Readonly<Record<string, unknown>>): string {
    const unknown = Object.keys(amounts).filter((type) => this.#components?.includes(type) === false);
    if (unknown.length > 0) throw new Error(`the offering has no component ${unknown.join(", ")}.`);
    return JSON.stringify(amounts);
  }

  async #tryProgram<T>(
    program: ProgramName,
    output: z.ZodType<T>,
    backendId: string,
    review: (printed: T) => string,
  ): Promise<void> {
    if (this.#programs.offering.programs[program] === undefined) return;
    await this.#try(program, async () =>
      review(await callProgram(this.#programs, program, this.#sample(backendId), output)),
    );
  }

  #sample(backend_id: string) {
    const limits = Object.fromEntries((this.#components ?? []).map((type) => [type, 1]));
    const { uuid: offering_uuid, timeZone: time_zone } = this.#programs.offering;
    const allocation = {
      uuid: SAMPLE,
      name: "puhuri agent check",
      state: "Creating",
      backend_id,
      limits,
      attributes: {},
      offering_uuid,
      project_uuid: SAMPLE,
      project_name: "puhuri agent check",
    };
    const user = {
      user_uuid: SAMPLE,
      username: "",
      user_username: "puhuri-agent-check",
      user_full_name: "Puhuri Agent Check",
      user_email: "nobody@puhuri.example",
    };
    return {
      allocation,
      user,
      idempotency_key: SAMPLE,
      limits,
      order: null,
      month: wallTime(this.#world.clock.now(), time_zone).slice(0, 7),
      time_zone,
      add: [],
      remove: [],
      sample: true,
    };
  }

  async #try(what: string, act: () => Promise<string>): Promise<void> {
    const line = (mark: string, text: string) =>
      this.#world.stdout.write(`${mark.padEnd(4)} ${this.#programs.offering.uuid} ${what}: ${text}\n`);
    try {
      line("ok", await act());
    } catch (error) {
      this.isGood = false;
      line("FAIL", errorFields(error).error);
    }
  }
}

function requireSame(again: string, first: string): string {
  if (again === first) return `${first}, as before`;
  throw new Error(`run again, it printed "${again}", not "${first}": it would create the allocation twice.`);
}
