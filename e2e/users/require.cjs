// A CommonJS program of a user: Node 22 and newer load ES modules by `require`.
const { createPuhuriClient, NotFoundError } = require("@puhuri/sdk");
const { setBackendIdMany } = require("@puhuri/sdk/bulk");
const { processAllocations } = require("@puhuri/sdk/loop");
const { resourceStates } = require("@puhuri/api-types");
const { createFakePuhuri } = require("@puhuri/testing");

async function main() {
  const fake = createFakePuhuri({ dialect: "current" });
  const puhuri = createPuhuriClient({
    baseUrl: "https://puhuri.test",
    token: fake.tokenOf("owner"),
    fetch: fake.fetch,
  });
  const scope = { offering_uuid: "cf4eb9c29fc74af4ade667fcb53633d5" };
  const create = async () => ({ backend_id: "slurm-account-17" });
  const { done } = await processAllocations(puhuri, scope, { create }).finish();
  const refused = await puhuri.resources.get("0".repeat(32)).catch((error) => error);
  const links = [{ resource: "a1916bd53fd04b1ab1a4e700c926607b", backend_id: "other" }];
  const { changed } = await setBackendIdMany(puhuri, links).finish();
  console.log(JSON.stringify([resourceStates[0], done, refused instanceof NotFoundError, changed]));
}

main();
