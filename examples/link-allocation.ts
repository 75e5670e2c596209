// Links an allocation to your own id: link-allocation [uuid] [backend id]
import { puhuri } from "./client.ts";

const [uuid = "a1916bd53fd04b1ab1a4e700c926607b", backendId = "slurm-account-17"] = process.argv.slice(2);

const { status } = await puhuri.resources.setBackendId(uuid, backendId);
console.log(status);
