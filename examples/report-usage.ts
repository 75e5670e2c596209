// Reports what every allocation of an offering that takes usage has used this month: report-usage [offering uuid]
import { isPuhuriError, reportableStates } from "@puhuri/sdk";
import { puhuri } from "./client.ts";

const [offering_uuid = "cf4eb9c29fc74af4ade667fcb53633d5"] = process.argv.slice(2);
const reportable = puhuri.resources.list({
  offering_uuid,
  state: reportableStates,
  fields: ["uuid", "name", "backend_id"],
});

for await (const { uuid, name, backend_id } of reportable) {
  try {
    const { outcome, sent } = await puhuri.resources.reportUsage(uuid, await measure(backend_id));
    console.log(`${name}: ${outcome}`, sent);
  } catch (error) {
    // Report the others all the same, and let the run fail in the end.
    if (!isPuhuriError(error)) throw error;
    console.error(`${name}: ${error.message}`);
    process.exitCode = 1;
  }
}

/** Yours: the totals of the month so far, by component. */
async function measure(_account: string): Promise<Record<string, number>> {
  return { cpu: 1200, gpu: 35 };
}
