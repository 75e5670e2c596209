// Approves, fails or rejects an allocation: approve-allocation [uuid] [ok | erred | terminated] [message]
import { puhuri } from "./client.ts";

const [uuid = "a1916bd53fd04b1ab1a4e700c926607b", state = "ok", message = ""] = process.argv.slice(2);
if (state !== "ok" && state !== "erred" && state !== "terminated") {
  throw new Error("The state is ok, erred or terminated.");
}

const { outcome, from, to } = await puhuri.resources.setState(uuid, state, { message, onPending: "approve" });
console.log(`${outcome}: ${from} → ${to}`);
