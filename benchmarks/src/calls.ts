import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Cost, Task } from "./client-process.ts";
import { clientNames } from "./clients.ts";
import { inTurn, type Measured, summarize } from "./measure.ts";

/** What a call costs each client, in milliseconds, with keep-alive and an answer of 2 kB. */
export interface CallCosts {
  readonly wall: Measured[];
  readonly cpu: Measured[];
}

/** What a call of the sdk costs over raw `fetch` and over bare openapi-fetch. */
export async function benchmarkCalls(url: string, task: Task, rounds: number): Promise<CallCosts> {
  const children = clientNames.map((name) =>
    fork(new URL("client-process.ts", import.meta.url), [name, url]),
  );
  try {
    await Promise.all(children.map((child) => once(child, "message")));
    for (const child of children) await ask(child, { ...task, calls: 2_000 });
    const costs = await inTurn(children, rounds, (child) => ask(child, task));
    const of = (figure: keyof Cost) =>
      summarize(
        clientNames,
        costs.map((rows) => rows.map((cost) => cost[figure])),
      );
    return { wall: of("wallMs"), cpu: of("cpuMs") };
  } finally {
    for (const child of children) child.disconnect();
  }
}

async function ask(child: ChildProcess, task: Task): Promise<Cost> {
  const answer = once(child, "message");
  child.send(task);
  const [cost]: Cost[] = await answer;
  if (cost === undefined) throw new Error("A client's process said nothing.");
  return cost;
}
