import fc from "fast-check";
import { plansOf } from "./plans.ts";
import { type MakeClient, type Run, runPlan } from "./run.ts";
import type { Server } from "./scene.ts";
import { storyOf } from "./story.ts";
import type { Tally } from "./tally.ts";

export interface Trial {
  readonly server: Server;
  readonly runs: number;
  readonly seed: number;
  /** Default: clients of the SDK. */
  readonly makeClient?: MakeClient;
  readonly tally?: Pick<Tally, "add">;
}

/** Runs plan after plan until the model cannot explain what the server holds, and then looks for the smallest such plan. */
export async function findCounterexample({
  server,
  runs,
  seed,
  makeClient,
  tally,
}: Trial): Promise<Run | undefined> {
  const property = fc.asyncProperty(plansOf(server), async (plan) => {
    const run = await runPlan(plan, makeClient);
    tally?.add(run);
    return run.unexplained.length === 0;
  });
  const { failed, counterexample, errorInstance } = await fc.check(property, { numRuns: runs, seed });
  if (errorInstance instanceof Error && counterexample === null) throw errorInstance;
  const [plan] = counterexample ?? [];
  return failed && plan !== undefined ? runPlan(plan, makeClient) : undefined;
}

/** @throws {Error} There is a plan after which the server does not hold what the calls have said. */
export async function holdToModel(trial: Trial): Promise<void> {
  const run = await findCounterexample(trial);
  if (run !== undefined) throw new Error(storyOf(run));
}
