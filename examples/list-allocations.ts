// Lists the allocations in a state, with what was asked for in each: list-allocations [state]
import { type ResourceState, resourceStates } from "@puhuri/api-types";
import { puhuri } from "./client.ts";

const [wanted = "Creating"] = process.argv.slice(2);
const state = resourceStates.find((it): it is ResourceState => it === wanted);
if (state === undefined) throw new Error(`The state is one of ${resourceStates.join(", ")}.`);

for await (const { uuid, name, limits } of puhuri.resources.list({
  state,
  fields: ["uuid", "name", "limits"],
})) {
  console.log(uuid, name, limits);
}
