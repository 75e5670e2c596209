import { createFakePuhuri, startValidationProxy } from "@puhuri/testing";
import { afterAll, expect, it } from "vitest";

const fake = createFakePuhuri({ dialect: "current" });
const server = await fake.listen(); // or the URL of a real test server
const proxy = await startValidationProxy(server.url, { dialect: "current" });

afterAll(async () => {
  await proxy.close();
  await fake.close();
});

it("finds a filter that the server does not know", async () => {
  const headers = { Authorization: `Token ${fake.tokenOf("owner")}` };
  // The server takes no notice of it and sends all rows.
  const response = await fetch(`${proxy.url}/api/marketplace-orders/?stat=done`, { headers });

  expect(response.status).toBe(200);
  expect(proxy.exchanges).toBe(1);
  expect(proxy.violations.map(({ operationId, location }) => [operationId, location])).toEqual([
    ["orders_list", "query.stat"],
  ]);
});
