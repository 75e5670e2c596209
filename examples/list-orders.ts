// Lists the orders that wait for their provider, on current servers: list-orders [offering uuid]
import { puhuri } from "./client.ts";

const [offering_uuid = "cf4eb9c29fc74af4ade667fcb53633d5"] = process.argv.slice(2);

for await (const { uuid, type, state, limits } of puhuri.orders.list({
  offering_uuid,
  state: ["pending-provider", "executing"],
  fields: ["uuid", "type", "state", "limits"],
})) {
  console.log(uuid, type, state, limits);
}
