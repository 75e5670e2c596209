import {
  createFakePuhuri,
  type FakePuhuri,
  type FaultRule,
  type Intercept,
  injectFaults,
} from "@puhuri/testing";
import { createPuhuriClient, type PuhuriClientOptions, PuhuriError } from "../../src/index.ts";
// The SDK loads it when it first needs it, which takes real time that no schedule knows of.
import "../../src/servers/server-2021.ts";
import type { Call, CarryOut, Made, Targets } from "./calls.ts";
import { unexplained } from "./judge.ts";
import { type Holdings, holdingsOf, plantScene, type Server, type Situation, targetsOf } from "./scene.ts";
import { Schedule } from "./schedule.ts";
import { withSdk } from "./sdk-calls.ts";

/** Everything a run depends on: the same plan gives the same run. */
export interface Plan {
  readonly server: Server;
  /** After how many reads its worker gets to what was approved; 0: at once. */
  readonly lateBy: number;
  readonly situations: readonly Situation[];
  /** Calls that are made one after the other; lanes work side by side. The third one shares the client of the first. */
  readonly lanes: readonly (readonly Call[])[];
  readonly faults: readonly FaultRule[];
  /** Whose request is next, time after time. */
  readonly choices: readonly number[];
}

export interface Run {
  readonly plan: Plan;
  readonly before: Holdings;
  readonly after: Holdings;
  readonly made: readonly Made[];
  /** What went over the wire, for people to read. */
  readonly wire: readonly string[];
  readonly faults: Readonly<Record<string, number>>;
  /** What the model cannot explain. */
  readonly unexplained: readonly string[];
}

/** Makes what carries calls out, once for each client. */
export type MakeClient = (options: PuhuriClientOptions) => CarryOut;

const CLIENTS = 2;
const sdk: MakeClient = (options) => withSdk(createPuhuriClient(options));

/** Lets clients make their calls against a faulty server, and judges what it holds then. */
export async function runPlan(plan: Plan, makeClient: MakeClient = sdk): Promise<Run> {
  const schedule = new Schedule(plan.choices);
  const trouble = injectFaults(plan.faults, { sleep: (ms) => schedule.sleep(ms) });
  const wire: string[] = [];
  const fake = fakeOf(plan, schedule, async (exchange, next) => {
    const said = await lineOf(exchange);
    await schedule.turn();
    const number = wire.push(said);
    const note = (came: string | number): void => {
      const struck = trouble.log.filter(({ request }) => request === number).map(({ fault }) => fault);
      wire[number - 1] = [said, "→", came, ...struck].join(" ");
    };
    try {
      const response = await trouble.intercept(exchange, next);
      note(response.status);
      return response;
    } catch (error) {
      note("lost");
      throw error;
    }
  });
  const targets = targetsOf(fake, plan.situations.length);
  const before = holdingsOf(fake, plan, targets);
  const clients = Array.from({ length: CLIENTS }, (_, number) =>
    makeClient({
      baseUrl: "https://puhuri.test",
      token: fake.tokenOf("owner"),
      dialect: plan.server === "2021" ? "2021" : "current",
      fetch: fake.fetch,
      clock: schedule,
      random: () => 0.5,
      headers: { "x-client": "AB"[number] ?? "" },
    }),
  );
  const made: Made[] = [];
  let moments = 0;
  const lanes = plan.lanes.map(async (calls, by) => {
    const carryOut = clients[by % CLIENTS];
    for (const call of calls)
      if (carryOut) made.push(await make(call, by, carryOut, targets, () => ++moments));
  });
  await schedule.run(Promise.all(lanes));
  // What the server's worker has not got to yet, it will.
  fake.process();
  const after = holdingsOf(fake, plan, targets);
  return {
    plan,
    before,
    after,
    made,
    wire,
    faults: trouble.counts(),
    unexplained: unexplained(before, after, made),
  };
}

async function make(
  call: Call,
  by: number,
  carryOut: CarryOut,
  targets: Targets,
  moment: () => number,
): Promise<Made> {
  const began = moment();
  try {
    const result = await carryOut(call, targets);
    return { call, by, began, ended: moment(), outcome: "done", result };
  } catch (error) {
    // Anything else is a mistake of the SDK, or of this test.
    if (!(error instanceof PuhuriError)) throw error;
    const outcome = error.maybeApplied ? "unknown" : "failed";
    return { call, by, began, ended: moment(), outcome, result: {}, error };
  }
}

interface Stage {
  readonly fake: FakePuhuri;
  plan: Plan;
  schedule: Schedule;
  intercept: Intercept;
}

const stages = new Map<string, Stage>();

/** The fake of a server, with the scene of the plan: one for all runs, for making its routes takes a while. */
function fakeOf(plan: Plan, schedule: Schedule, intercept: Intercept): FakePuhuri {
  const key = `${plan.server} ${plan.lateBy}`;
  const known = stages.get(key);
  if (known !== undefined) {
    Object.assign(known, { plan, schedule, intercept });
    known.fake.reset();
    return known.fake;
  }
  const [generation] = plan.server.split(" ");
  const stage: Omit<Stage, "fake"> = { plan, schedule, intercept };
  const fake = createFakePuhuri({
    dialect: generation === "2021" ? "2021" : "current",
    ...(generation === "2024-10" || generation === "8.0" || generation === "8.1" ? { generation } : {}),
    background: plan.lateBy === 0 ? "at-once" : { afterReads: plan.lateBy },
    seed: (seed) => plantScene(seed, stage.plan.server, stage.plan.situations),
    now: () => new Date(stage.schedule.now()),
    intercept: (exchange, next) => stage.intercept(exchange, next),
  });
  stages.set(key, Object.assign(stage, { fake }));
  return fake;
}

/** Who asks for what. */
async function lineOf({ request, operationId = "?" }: Parameters<Intercept>[0]): Promise<string> {
  const body = request.body === null ? "" : ` ${await request.clone().text()}`;
  return `${request.headers.get("x-client")} ${operationId}${body}`;
}
