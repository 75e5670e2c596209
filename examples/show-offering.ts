// Shows what can be reported for an offering, and its plans: show-offering [uuid]
import { puhuri } from "./client.ts";

const [uuid = "cf4eb9c29fc74af4ade667fcb53633d5"] = process.argv.slice(2);
const { name, components, plans } = await puhuri.offerings.get(uuid, {
  fields: ["name", "components", "plans"],
});

console.log(`${name}: ${plans.map((plan) => plan.name).join(", ")}`);
for (const { type, billing_type, measured_unit } of components) {
  console.log(`${type}: ${billing_type}${measured_unit ? `, in ${measured_unit}` : ""}`);
}
