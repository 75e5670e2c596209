import { createPuhuriClient } from "@puhuri/sdk";
import { createFakePuhuri } from "@puhuri/testing";
import { afterAll, beforeEach, expect, it } from "vitest";

// Each test file makes its own server, on a port that was free: workers never meet.
const fake = createFakePuhuri({ dialect: "current" });
const { url } = await fake.listen();

beforeEach(() => fake.reset());
afterAll(() => fake.close());

it("is a server like any other", async () => {
  const puhuri = createPuhuriClient({ baseUrl: url, token: fake.tokenOf("owner") });

  expect(await puhuri.resources.list().count()).toBe(6);
});
