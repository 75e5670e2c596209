import { expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { Json } from "../../src/fake/state/values.ts";
import { type Answer, ask } from "./ask.ts";
import { allocation, currentFake } from "./scene.ts";

const NAME = "Running resource";

function keep(fake: FakePuhuri, user: string, word: string, body?: Json): Promise<Answer> {
  const { uuid } = allocation(fake, NAME);
  return ask(fake, user, "POST", `marketplace-provider-resources/${uuid}/${word}/`, body);
}

async function shown(fake: FakePuhuri): Promise<Json> {
  const path = `marketplace-provider-resources/${allocation(fake, NAME).uuid}/`;
  return (await ask(fake, "owner", "GET", path)).body;
}

test("what a provider sets at an allocation is what it shows", async () => {
  let now = new Date("2026-11-23T12:00:00Z");
  const fake = currentFake({ now: () => now });
  now = new Date("2026-11-24T12:00:00Z");
  const answers = [
    await keep(fake, "owner", "set_limits", { limits: { cpu: 5, gpu: "0.5" } }),
    await keep(fake, "owner", "set_backend_metadata", { backend_metadata: { partition: "gpu" } }),
    await keep(fake, "owner", "set_endpoints", { endpoints: [{ name: "Login", url: "ssh://login" }] }),
    await keep(fake, "owner", "set_end_date", { end_date: "2026-11-24" }),
    await keep(fake, "owner", "refresh_last_sync"),
  ];
  expect(answers.map(({ status, body }) => [status, body])).toEqual([
    [200, { status: "The resource limits are updated" }],
    [200, { status: "The backend metadata is updated" }],
    [200, { status: "The resource endpoints are updated" }],
    [200, ""],
    [200, ""],
  ]);
  expect(await shown(fake)).toMatchObject({
    limits: { cpu: 5, gpu: 0.5 },
    backend_metadata: { partition: "gpu" },
    endpoints: [{ name: "Login", url: "ssh://login" }],
    end_date: "2026-11-24",
    last_sync: "2026-11-24T12:00:00Z",
    modified: "2026-11-24T12:00:00Z",
  });
  await keep(fake, "owner", "set_end_date", { end_date: null });
  await keep(fake, "owner", "set_endpoints", { endpoints: [] });
  expect(await shown(fake)).toMatchObject({ end_date: null, endpoints: [] });
});

test("options are set without an order, and a resource is set OK from where that is due", async () => {
  const fake = currentFake();
  expect((await keep(fake, "owner", "update_options_direct", { options: { size: "large" } })).body).toEqual({
    status: "Resource options have been updated directly.",
  });
  expect(await shown(fake)).toMatchObject({ options: { size: "large" } });
  expect((await keep(fake, "owner", "set_state_ok")).status).toBe(409);
  allocation(fake, NAME).state = "Erred";
  expect((await keep(fake, "owner", "set_state_ok")).body).toEqual({
    status: "Resource state has been set to OK.",
  });
  expect(await shown(fake)).toMatchObject({ state: "OK" });
});

test("being in step is no change", async () => {
  let now = new Date("2026-11-23T12:00:00Z");
  const fake = currentFake({ now: () => now });
  const { modified } = allocation(fake, NAME);
  now = new Date("2026-11-24T12:00:00Z");
  await keep(fake, "owner", "refresh_last_sync");
  expect(allocation(fake, NAME)).toMatchObject({ modified, last_sync: "2026-11-24T12:00:00Z" });
});

test.each<[string, Json, Json]>([
  ["set_limits", {}, { limits: ["This field is required."] }],
  ["set_limits", { limits: [] }, { limits: ['Expected a dictionary of items but got type "list".'] }],
  ["set_limits", { limits: { cpu: "many" } }, { limits: { cpu: ["A valid number is required."] } }],
  ["set_backend_metadata", {}, { backend_metadata: ["This field is required."] }],
  [
    "set_endpoints",
    { endpoints: [{ name: "Login" }] },
    { endpoints: [{ url: ["This field is required."] }] },
  ],
  ["set_end_date", { end_date: "2026-11-22" }, { end_date: ["Cannot be earlier than the current date."] }],
  [
    "set_end_date",
    { end_date: "tomorrow" },
    { end_date: ["Date has wrong format. Use one of these formats instead: YYYY-MM-DD."] },
  ],
])("%s refuses %j", async (word, body, errors) => {
  const answer = await keep(currentFake(), "owner", word, body);
  expect([answer.status, answer.body]).toEqual([400, errors]);
});

test.each([
  "set_limits",
  "set_backend_metadata",
  "set_endpoints",
  "set_end_date",
  "set_end_date_by_provider",
  "update_options_direct",
  "set_state_ok",
  "refresh_last_sync",
])("%s is the provider's, and unknown to servers of 2024-10", async (word) => {
  expect((await keep(currentFake(), "spmanager", word, {})).status).toBe(403);
  expect((await keep(currentFake({ generation: "2024-10" }), "owner", word, {})).status).toBe(404);
});
