// A daemon that carries out what waits for a provider, until it gets SIGTERM or SIGINT: provision-allocations
//   --offering <uuid>  whose allocations; the guide's by default
//   --cluster <file>   where the pretend cluster is kept, so that it is there after a restart; a new one by default
//   --interval-ms <n>  the pause between two passes, 5000 by default
//   --passes <n>       ends after so many passes
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type AllocationHandlers, type AllocationPass, watchAllocations } from "@puhuri/sdk/loop";
import { puhuri } from "./client.ts";
import { type Account, Cluster } from "./cluster.ts";

const { values } = parseArgs({
  options: {
    offering: { type: "string", default: "cf4eb9c29fc74af4ade667fcb53633d5" },
    cluster: { type: "string" },
    "interval-ms": { type: "string", default: "5000" },
    passes: { type: "string", default: "Infinity" },
  },
});
const file = values.cluster ?? join(mkdtempSync(join(tmpdir(), "pretend-cluster-")), "cluster.jsonl");
const cluster = new Cluster(file);

/** What Puhuri gets to know of an account. */
const linked = ({ id }: Account) => ({
  backend_id: id,
  report: [{ header: "Login", body: `ssh ${id}@login.hpc.example` }],
});

// Each of these may be called again after a crash, and finds out what is done already.
const handlers: AllocationHandlers = {
  create({ uuid, limits }, { idempotencyKey: key }) {
    return linked(cluster.find(key) ?? cluster.create({ id: `hpc-${uuid.slice(0, 8)}`, key, limits }));
  },
  update({ uuid, backend_id }, limits) {
    cluster.change({ id: backend_id, key: uuid, limits });
  },
  // Reported before it ends: once it is Terminated, no server takes usage.
  lastUsage({ backend_id }) {
    const { used = {} } = cluster.find(backend_id) ?? {};
    return Object.keys(used).length === 0 ? undefined : { amounts: used };
  },
  terminate({ backend_id }, { idempotencyKey }) {
    cluster.end(backend_id || idempotencyKey);
  },
};

const stop = new AbortController();
// Only the first time: a second signal ends the process at once.
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stop.abort());

let passes = 0;
function onPass({ summary, error }: AllocationPass): void {
  if (error !== undefined) console.error(`Puhuri could not be asked: ${error}`);
  else if (summary.total > 0) console.log(`pass: ${summary.done} of ${summary.total} done`);
  if (++passes >= Number(values.passes)) stop.abort();
}

console.log(`Watching ${values.offering}, with the cluster in ${file}.`);
const scope = { offering_uuid: values.offering };
const options = { intervalMs: Number(values["interval-ms"]), signal: stop.signal, onPass };
for await (const result of watchAllocations(puhuri, scope, handlers, options)) {
  const { outcome, kind, resource, steps } = result;
  console.log(`${resource.name}: ${kind} ${outcome} (${steps.join(", ")})`);
  if ("error" in result) console.error(`${resource.name}: ${result.error}`);
  // A first failure may be over by the next pass. Somebody has to look at one that stays.
  if ("failures" in result && result.failures === 3) {
    console.error(`${resource.name} has been failing since ${result.failingSince.toISOString()}.`);
  }
}
console.log("Stopped.");
