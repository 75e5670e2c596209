// Tells the users of an allocation how to get in: report-access [uuid] [host]
import { puhuri } from "./client.ts";

const [uuid = "a1916bd53fd04b1ab1a4e700c926607b", host = "login.hpc.example"] = process.argv.slice(2);
const { name, backend_id } = await puhuri.resources.get(uuid, { fields: ["name", "backend_id"] });

const { status } = await puhuri.resources.submitReport(uuid, [
  { header: "Login", body: `ssh ${host}` },
  { header: "Account", body: backend_id || name },
]);
console.log(status);
