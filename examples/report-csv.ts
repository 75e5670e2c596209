// Reports usage from a CSV file, as a nightly cron job: report-csv [file] [offering uuid] [when it was measured]
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { fileURLToPath } from "node:url";
import { isPuhuriError, reportableStates } from "@puhuri/sdk";
import { reportUsageMany } from "@puhuri/sdk/bulk";
import { parse } from "csv-parse";
import { puhuri } from "./client.ts";

const [
  file = fileURLToPath(new URL("usage.csv", import.meta.url)),
  offering_uuid = "cf4eb9c29fc74af4ade667fcb53633d5",
  measuredAt = new Date().toISOString(),
] = process.argv.slice(2);

/** The allocation of each account; undefined if two are linked to the same account. */
const allocations = new Map<string, string | undefined>();
const reportable = puhuri.resources.list({
  offering_uuid,
  state: reportableStates,
  fields: ["uuid", "backend_id"],
});
for await (const { uuid, backend_id } of reportable) {
  if (backend_id !== "") allocations.set(backend_id, allocations.has(backend_id) ? undefined : uuid);
}

let unknown = 0;

/** The rows of the file with their allocations, read while they are reported. */
async function* items() {
  for await (const { backend_id, ...cells } of rows()) {
    if (backend_id === undefined) throw new Error(`${file} has no column backend_id.`);
    const resource = allocations.get(backend_id);
    // A second row of the same account would overwrite the first.
    allocations.delete(backend_id);
    if (resource === undefined) {
      unknown++;
      console.error(`${backend_id}: no allocation takes usage for it, or two do, or the file has it twice.`);
      continue;
    }
    // A blank cell means that it was not measured, which is not 0.
    const amounts = Object.fromEntries(Object.entries(cells).filter(([, amount]) => amount !== ""));
    yield { resource, amounts, tag: backend_id };
  }
}

async function* rows(): AsyncGenerator<Record<string, string>> {
  const parser = parse({ bom: true, columns: true, skip_empty_lines: true, trim: true });
  // An error while reading ends the parser, and so the loop below.
  yield* pipeline(createReadStream(file), parser, () => {});
}

const run = reportUsageMany(puhuri, items(), { offering_uuid, measuredAt: new Date(measuredAt) });
for await (const outcome of run) {
  const { tag: account } = outcome.input;
  if (outcome.outcome !== "failed") console.log(`${account}: ${outcome.outcome}`);
  else console.error(`${account}: ${isPuhuriError(outcome.error) ? outcome.error.message : outcome.error}`);
}

const { changed, unchanged, failed } = run.summary();
console.log(`${changed} changed, ${unchanged} unchanged, ${failed} failed, ${unknown} unknown.`);
if (allocations.size > 0) console.log(`Not in the file: ${[...allocations.keys()].join(", ")}.`);
// So that cron reports it.
if (failed + unknown > 0) process.exitCode = 1;
