// Shows what is stored of an allocation's usage, plan period by plan period: show-plan-periods [uuid]
import { puhuri } from "./client.ts";

const [given] = process.argv.slice(2);
const uuid = given ?? (await puhuri.resources.list({ state: "OK", fields: ["uuid"] }).first())?.uuid ?? "";

for (const { plan_name, start, end, components } of await puhuri.resources.planPeriods(uuid)) {
  console.log(`${plan_name}, ${start} to ${end ?? "now"}`);
  for (const { type, usage } of components) console.log(`  ${type}: ${usage}`);
}
