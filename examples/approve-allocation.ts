// Approves, fails or rejects an allocation: approve-allocation [uuid] [OK | Erred | Terminated] [message]
import { puhuri } from "./client.ts";

const [uuid = "a1916bd53fd04b1ab1a4e700c926607b", state = "OK", message = ""] = process.argv.slice(2);
if (state !== "OK" && state !== "Erred" && state !== "Terminated") {
  throw new Error("The state is OK, Erred or Terminated.");
}

const { outcome, from, to } = await puhuri.resources.setState(uuid, state, { message, onPending: "approve" });
console.log(`${outcome}: ${from} → ${to}`);
