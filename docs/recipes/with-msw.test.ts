import { createFakePuhuri } from "@puhuri/testing";
import { http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";

const fake = createFakePuhuri({ dialect: "2021" });
const server = setupServer(http.all("https://puhuri.test/*", ({ request }) => fake.fetch(request)));

beforeAll(() => server.listen());
afterEach(() => fake.reset());
afterAll(() => server.close());

it("answers whatever your integration sends its requests with", async () => {
  const headers = { Authorization: `Token ${fake.tokenOf("owner")}` };
  const response = await fetch("https://puhuri.test/api/marketplace-resources/?state=Creating&field=name", {
    headers,
  });

  expect(await response.json()).toEqual([{ name: "Sample resource" }]);
});
