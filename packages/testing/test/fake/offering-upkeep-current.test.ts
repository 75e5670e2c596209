import { expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { Offering } from "../../src/fake/state/marketplace.ts";
import type { Json } from "../../src/fake/state/values.ts";
import { type Answer, ask } from "./ask.ts";
import { allocation, currentFake } from "./scene.ts";

function offering(fake: FakePuhuri): Offering {
  return fake.state.offerings.get(allocation(fake, "Running resource").offering_uuid);
}

function tell(fake: FakePuhuri, user: string, word: string, body?: Json): Promise<Answer> {
  return ask(fake, user, "POST", `marketplace-provider-offerings/${offering(fake).uuid}/${word}/`, body);
}

async function shown(fake: FakePuhuri): Promise<Json> {
  return (await ask(fake, "owner", "GET", `marketplace-provider-offerings/${offering(fake).uuid}/`)).body;
}

const HOURS = { type: "gpu_h", name: "GPU hours", billing_type: "usage", measured_unit: "h" };

test("a paused offering says why, and nothing can be ordered until it goes on", async () => {
  const fake = currentFake();
  const paused = await tell(fake, "owner", "pause", { paused_reason: "New racks" });
  expect(paused.body).toEqual({ detail: "Offering state updated.", state: "Paused" });
  expect(await shown(fake)).toMatchObject({ state: "Paused", paused_reason: "New racks" });
  expect(() => fake.customer.order({ name: "climate" })).toThrow();
  expect((await tell(fake, "owner", "unpause")).body).toMatchObject({ state: "Active" });
  expect(fake.customer.order({ name: "climate" })).toMatchObject({ type: "Create" });
});

test("at an unavailable offering no allocation can be changed", async () => {
  const fake = currentFake();
  expect((await tell(fake, "owner", "make_unavailable")).body).toMatchObject({ state: "Unavailable" });
  const path = `marketplace-provider-resources/${allocation(fake, "Running resource").uuid}`;
  const statuses = async () => [
    (await ask(fake, "owner", "POST", `${path}/set_limits/`, { limits: { cpu: 5 } })).status,
    (await ask(fake, "owner", "POST", `${path}/refresh_last_sync/`)).status,
  ];
  expect(await statuses()).toEqual([400, 400]);
  expect((await tell(fake, "owner", "make_available")).body).toMatchObject({ state: "Active" });
  expect(await statuses()).toEqual([200, 200]);
});

test.each(["unpause", "make_available"])("%s is refused for an offering that is on sale", async (word) => {
  const answer = await tell(currentFake(), "owner", word);
  expect([answer.status, answer.body]).toEqual([400, ["Offering state is invalid."]]);
});

test("a component is made, and changed by its uuid", async () => {
  const fake = currentFake();
  const made = await tell(fake, "owner", "create_offering_component", { ...HOURS, unit_factor: 60 });
  expect(made.status).toBe(201);
  const row = offering(fake).components.find(({ type }) => type === "gpu_h");
  expect(await shown(fake)).toMatchObject({
    components: expect.arrayContaining([expect.objectContaining({ ...HOURS, unit_factor: 60 })]),
  });
  const change = {
    ...HOURS,
    uuid: row?.uuid ?? "",
    name: "Hours",
    limit_period: "month",
    limit_amount: "5.5",
  };
  expect((await tell(fake, "owner", "update_offering_component", change)).status).toBe(200);
  expect(row).toMatchObject({ name: "Hours", limit_period: "month", limit_amount: 5.5 });
  expect((await tell(fake, "owner", "create_offering_component", HOURS)).status).toBe(500);
});

test("a component goes only from an offering nobody has an allocation of", async () => {
  const fake = currentFake();
  const uuid = offering(fake).components[0]?.uuid ?? "";
  const used = await tell(fake, "owner", "remove_offering_component", { uuid });
  expect([used.status, used.body]).toEqual([
    400,
    { details: "The component CPU cannot be removed because it is already used" },
  ]);
  const unused = fake.state.offerings.all().find((row) => row.name.startsWith("Remote"));
  const path = `marketplace-provider-offerings/${unused?.uuid}`;
  await ask(fake, "owner", "POST", `${path}/create_offering_component/`, HOURS);
  const made = unused?.components.find(({ type }) => type === "gpu_h")?.uuid ?? "";
  const body = { uuid: made };
  expect((await ask(fake, "owner", "POST", `${path}/remove_offering_component/`, body)).status).toBe(200);
  expect(unused?.components.map(({ type }) => type)).not.toContain("gpu_h");
  expect((await ask(fake, "owner", "POST", `${path}/remove_offering_component/`, body)).status).toBe(404);
});

test.each<[Json, Json]>([
  [{ type: "x", name: "X" }, { billing_type: ["This field is required."] }],
  [{ ...HOURS, billing_type: "daily" }, { billing_type: ['"daily" is not a valid choice.'] }],
  [{ ...HOURS, max_value: "much" }, { max_value: ["A valid number is required."] }],
])("a component is not made of %j", async (body, errors) => {
  const answer = await tell(currentFake(), "owner", "create_offering_component", body);
  expect([answer.status, answer.body]).toEqual([400, errors]);
});

test("rules for backend ids hold from then on, and metadata shows", async () => {
  const fake = currentFake();
  const backend_id_rules = { format: { regex: "hpc-[0-9]+" } };
  await tell(fake, "owner", "update_backend_id_rules", { backend_id_rules });
  await tell(fake, "owner", "set_backend_metadata", { backend_metadata: { rack: 7 } });
  expect(await shown(fake)).toMatchObject({ backend_id_rules, backend_metadata: { rack: 7 } });
  const path = `marketplace-provider-resources/${allocation(fake, "Running resource").uuid}/set_backend_id/`;
  expect((await ask(fake, "owner", "POST", path, { backend_id: "mine" })).status).toBe(400);
  expect((await tell(fake, "owner", "sync_resources")).status).toBe(202);
});

test("a plan tells the amounts of its fixed components, to those who see its offering", async () => {
  for (const generation of ["2024-10", "8.1"] as const) {
    const fake = currentFake({ generation });
    const plan = fake.state.plans.where("offering_uuid", offering(fake).uuid)[0];
    const path = `marketplace-plans/${plan?.uuid}/`;
    expect((await ask(fake, "owner", "GET", path)).body).toMatchObject({
      url: `https://puhuri.test/api/${path}`,
      offering: `https://puhuri.test/api/marketplace-provider-offerings/${offering(fake).uuid}/`,
      quotas: plan?.quotas,
    });
    expect((await ask(fake, "outsider", "GET", path)).status).toBe(404);
  }
});

test.each([
  "pause",
  "make_unavailable",
  "create_offering_component",
  "set_backend_metadata",
  "sync_resources",
])("%s is for the provider's owners, and unknown to servers of 2024-10", async (word) => {
  expect((await tell(currentFake(), "spmanager", word, {})).status).toBe(403);
  expect((await tell(currentFake({ generation: "2024-10" }), "owner", word, {})).status).toBe(404);
});
