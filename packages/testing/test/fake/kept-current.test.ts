import { expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import { isJsonObject, type Json, type JsonObject } from "../../src/fake/state/values.ts";
import { ask } from "./ask.ts";
import { currentFake } from "./scene.ts";

async function made(fake: FakePuhuri, path: string, body: Json): Promise<JsonObject> {
  const answer = await ask(fake, "owner", "POST", path, body);
  expect(answer.status).toBe(201);
  if (!isJsonObject(answer.body)) throw new Error(`${path} made nothing.`);
  return answer.body;
}

const MAINTENANCE = {
  name: "New firmware",
  scheduled_start: "2026-12-01T06:00:00Z",
  scheduled_end: "2026-12-01T12:00:00Z",
  service_provider: "/api/marketplace-service-providers/60e3b8f6b1a44d0d9f0d0c9a1f1f8d27/",
};

test("what is made is listed, found by what it holds, changed, moved on and deleted", async () => {
  const fake = currentFake();
  const { uuid } = await made(fake, "maintenance-announcements/", MAINTENANCE);
  const path = `maintenance-announcements/${uuid}/`;
  const states = async (query = "") =>
    (await ask(fake, "staff", "GET", `maintenance-announcements/${query}`)).column("state");
  expect(await states()).toEqual(["Draft"]);
  expect((await ask(fake, "owner", "POST", `${path}schedule/`)).body).toEqual({ detail: "Done." });
  expect(await states("?state=Scheduled")).toEqual(["Scheduled"]);
  expect(await states("?state=Draft")).toEqual([]);
  await ask(fake, "owner", "PATCH", path, { message: "All nodes restart." });
  expect((await ask(fake, "owner", "GET", path)).body).toMatchObject({
    ...MAINTENANCE,
    message: "All nodes restart.",
  });
  expect((await ask(fake, "owner", "DELETE", path)).status).toBe(204);
  expect((await ask(fake, "owner", "GET", path)).status).toBe(404);
});

test("what must be said to make one is asked for", async () => {
  const answer = await ask(currentFake(), "owner", "POST", "marketplace-robot-accounts/", { type: "cicd" });
  expect([answer.status, answer.body]).toEqual([400, { resource: ["This field is required."] }]);
});

test("a token is shown as it is made and when it is renewed, and never again", async () => {
  const fake = currentFake();
  const wish = { name: "agent", scopes: ["ORDER.APPROVE"], expires_at: "2027-01-01T00:00:00Z" };
  const { uuid, token } = await made(fake, "personal-access-tokens/", wish);
  const path = `personal-access-tokens/${uuid}/`;
  const renewed = await made(fake, `${path}rotate/`, {});
  expect([typeof token, typeof renewed.token, token === renewed.token]).toEqual(["string", "string", false]);
  expect((await ask(fake, "owner", "GET", path)).body).not.toHaveProperty("token");
});

test("an event consumer is told its queue, and listed", async () => {
  const fake = currentFake();
  const queue = await made(fake, "event-consumers/register/", { object_types: ["order"] });
  expect(queue).toMatchObject({ observable_object_types: ["order"] });
  const { rows } = await ask(fake, "owner", "GET", "event-consumers/");
  expect(rows).toMatchObject([{ object_types: ["order"], user_username: "owner" }]);
});

test("rows that others make on a server, tests put there themselves", async () => {
  const fake = currentFake();
  const key = { uuid: "0".repeat(31).concat("1"), state: "Creating", pending_action: "create" };
  fake.state.kept.set("marketplace-resource-api-keys", [key]);
  const path = `marketplace-resource-api-keys/${key.uuid}/`;
  const set = await ask(fake, "owner", "POST", `${path}set_key/`, { api_key: "secret", client_id: "c-1" });
  expect(set.body).toMatchObject({ state: "OK", client_id: "c-1" });
  expect(set.body).not.toHaveProperty("api_key");
});

test("nobody gets anything without a token, and servers of 2024-10 have none of it", async () => {
  expect((await ask(currentFake(), null, "GET", "marketplace-robot-accounts/")).status).toBe(401);
  const old = currentFake({ generation: "2024-10" });
  expect((await ask(old, "owner", "POST", "maintenance-announcements/1/schedule/")).status).toBe(404);
});
