import { createPuhuriClient } from "@puhuri/sdk";
import { createFakePuhuri } from "@puhuri/testing";
import { beforeEach, expect, it } from "vitest";

const fake = createFakePuhuri({ dialect: "current" });
const puhuri = createPuhuriClient({
  baseUrl: "https://puhuri.test",
  token: fake.tokenOf("owner"),
  fetch: fake.fetch,
});

beforeEach(() => fake.reset());

it("approves what waits", async () => {
  for await (const { uuid } of puhuri.resources.list({ state: "Creating", fields: ["uuid"] })) {
    await puhuri.resources.setState(uuid, "OK");
  }

  expect(fake.state.resourceNamed("Sample resource")?.state).toBe("OK");
  expect(fake.requests.map(({ operationId }) => operationId)).toContain("orders_approve_by_provider");
});
