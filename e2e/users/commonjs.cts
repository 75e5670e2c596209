// The same from a CommonJS module: `nodenext` knows that `require` loads ES modules.
import sdk = require("@puhuri/sdk");
import testing = require("@puhuri/testing");

const fake = testing.createFakePuhuri({ dialect: "current" });
export const puhuri: sdk.PuhuriClient = sdk.createPuhuriClient({
  baseUrl: "https://puhuri.test",
  token: fake.tokenOf("owner"),
  fetch: fake.fetch,
});
