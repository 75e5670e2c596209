// Shows who belongs to the project that holds an allocation: show-team [uuid]
import { puhuri } from "./client.ts";

const [uuid = "a1916bd53fd04b1ab1a4e700c926607b"] = process.argv.slice(2);

for (const { full_name, email, role, username } of await puhuri.resources.team(uuid)) {
  console.log(`${full_name} <${email}>, ${role ?? "no role"}, ${username}`);
}
