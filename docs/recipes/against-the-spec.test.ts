import { createPuhuriClient } from "@puhuri/sdk";
import { createMockFetch } from "@puhuri/testing";
import { expect, it } from "vitest";

const mock = await createMockFetch({ dialect: "current" });
const puhuri = createPuhuriClient({ baseUrl: "https://puhuri.test", token: "any", fetch: mock.fetch });

it("sends only what the spec allows", async () => {
  await puhuri.resources.team("a1916bd53fd04b1ab1a4e700c926607b");

  expect(mock.requests).toHaveLength(1);
  expect(mock.violations).toEqual([]);
});
