// One client in a process of its own, so that the others neither fill its heap nor change what the engine has compiled.
import { clientNames, getOf } from "./clients.ts";

/** What is asked of the process: so many calls, so many of them at a time. */
export interface Task {
  readonly calls: number;
  readonly inFlight: number;
}

/** What a call took: time that passed, and time this process was at work, its garbage collection included. */
export interface Cost {
  readonly wallMs: number;
  readonly cpuMs: number;
}

const client = clientNames.find((name) => name === process.argv[2]);
if (client === undefined) throw new Error(`There is no client "${process.argv[2]}".`);
const get = getOf(client, process.argv[3] ?? "");

async function carryOut({ calls, inFlight }: Task): Promise<Cost> {
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  let left = calls;
  const worker = async () => {
    while (left-- > 0) await get();
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs: (performance.now() - startedAt) / calls, cpuMs: (user + system) / 1000 / calls };
}

process.on("message", async (task: Task) => process.send?.(await carryOut(task)));
process.on("disconnect", () => process.exit());
process.send?.("ready");
