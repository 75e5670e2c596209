import { expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { Json } from "../../src/fake/state/values.ts";
import { ask } from "./ask.ts";
import { createCheckedFake } from "./checked.ts";

const PERIOD = "fb36ce56e53b43e59b3d963354d0467c";
const SET_USAGE = "marketplace-component-usages/set_usage/";

function usages(amounts: Record<string, Json>): Json[] {
  return Object.entries(amounts).map(([type, amount]) => ({ type, amount }));
}

async function report(
  fake: FakePuhuri,
  amounts: Record<string, Json>,
): Promise<{ status: number; body: Json }> {
  return ask(fake, "owner", "POST", SET_USAGE, { plan_period: PERIOD, usages: usages(amounts) });
}

async function stored(fake: FakePuhuri): Promise<Record<string, Json>> {
  const { rows, column } = await ask(fake, "owner", "GET", "marketplace-component-usages/?page_size=300");
  return Object.fromEntries(
    rows.map((_, index) => [String(column("type")[index]), column("usage")[index] ?? null]),
  );
}

test("reports are the month's totals: the second one replaces the first", async () => {
  const fake = createCheckedFake({ dialect: "2021" });
  expect(await report(fake, { cpu: 10, gpu: 2 })).toMatchObject({ status: 201, body: "" });
  expect(await report(fake, { cpu: 7, gpu: 3 })).toMatchObject({ status: 201 });

  expect(await stored(fake)).toEqual({ cpu: 7, gpu: 3 });
  expect(fake.state.componentUsages.size).toBe(2);
  expect(fake.state.resourceNamed("Running resource")?.current_usages).toEqual({ cpu: "7.00", gpu: "3.00" });
});

test("a new month starts new rows, and plan periods show only this month's", async () => {
  let now = new Date("2026-11-30T23:59:59Z");
  const fake = createCheckedFake({ dialect: "2021", now: () => now });
  await report(fake, { cpu: 10, gpu: 2 });
  now = new Date("2026-12-01T00:00:01Z");

  const resource = fake.state.resourceNamed("Running resource")?.uuid;
  expect(
    (await ask(fake, "owner", "GET", `marketplace-resources/${resource}/plan_periods/`)).rows,
  ).toMatchObject([{ uuid: PERIOD, components: [] }]);
  await report(fake, { cpu: 1, gpu: 1 });
  expect([...fake.state.componentUsages].map(({ billing_period }) => billing_period)).toEqual([
    "2026-11-01",
    "2026-11-01",
    "2026-12-01",
    "2026-12-01",
  ]);
});

test.each([
  [{ cpu: 1 }, { non_field_errors: ["These components are missing: gpu."] }],
  [{ cpu: 1, gpu: 1, ram: 1 }, { non_field_errors: ["These components are invalid: ram."] }],
  [{ ram: 1 }, { non_field_errors: ["These components are invalid: ram."] }],
  [{ cpu: 1.5, gpu: 1 }, { usages: [{ amount: ["A valid integer is required."] }, {}] }],
])("%j is refused and nothing is stored", async (amounts, body) => {
  const fake = createCheckedFake({ dialect: "2021" });
  expect(await report(fake, amounts)).toMatchObject({ status: 400, body });
  expect(await stored(fake)).toEqual({});
});

test.each([["-1"], [-1], [2 ** 31], [2 ** 63]])(
  "%s of a usage component crashes the server, which stores none of the report",
  async (amount) => {
    const fake = createCheckedFake({ dialect: "2021" });
    expect(await report(fake, { cpu: 5, gpu: amount })).toMatchObject({ status: 500 });
    expect(await stored(fake)).toEqual({});
  },
);

test("a price of nine digits crashes the server after all was stored", async () => {
  const fake = createCheckedFake({ dialect: "2021" });
  expect(await report(fake, { cpu: 2 ** 31 - 1, gpu: 1 })).toMatchObject({ status: 500 });
  expect(await stored(fake)).toEqual({ cpu: 2 ** 31 - 1, gpu: 1 });
});

test("a component over its limit is refused, but the ones before it stay stored", async () => {
  const fake = createCheckedFake({ dialect: "2021" });
  const gpu = fake.state.offerings
    .get("cf4eb9c29fc74af4ade667fcb53633d5")
    .components.find(({ type }) => type === "gpu");
  Object.assign(gpu ?? {}, { limit_period: "month", limit_amount: 50 });

  const answer = await report(fake, { cpu: 40, gpu: 60 });

  expect(answer).toMatchObject({
    status: 400,
    body: ["Total amount exceeds exceeds limit. Total amount: 60, limit: 50."],
  });
  expect(await stored(fake)).toEqual({ cpu: 40 });
  expect(fake.state.resourceNamed("Running resource")?.current_usages).toEqual({});
});

test("a limit on the total counts what is stored already, so the same report twice may fail", async () => {
  const fake = createCheckedFake({ dialect: "2021" });
  const gpu = fake.state.offerings
    .get("cf4eb9c29fc74af4ade667fcb53633d5")
    .components.find(({ type }) => type === "gpu");
  Object.assign(gpu ?? {}, { limit_period: "total", limit_amount: 7 });
  expect(await report(fake, { cpu: 1, gpu: 5 })).toMatchObject({ status: 201 });
  expect(await report(fake, { cpu: 1, gpu: 5 })).toMatchObject({ status: 400 });
});

test.each(["Creating", "Erred", "Terminated"] as const)(
  "usage of a resource that is %s is refused",
  async (state) => {
    const fake = createCheckedFake({ dialect: "2021" });
    Object.assign(fake.state.resourceNamed("Running resource") ?? {}, { state });
    expect(await report(fake, { cpu: 1, gpu: 1 })).toMatchObject({
      status: 400,
      body: { resource: ["Resource is not in valid state."] },
    });
  },
);

test("service managers may not report usage, and learn first what is wrong with the body", async () => {
  const fake = createCheckedFake({ dialect: "2021" });
  const body = { plan_period: PERIOD, usages: usages({ cpu: 1 }) };
  expect((await ask(fake, "spmanager", "POST", SET_USAGE, body)).status).toBe(400);
  const whole = { plan_period: PERIOD, usages: usages({ cpu: 1, gpu: 1 }) };
  expect((await ask(fake, "spmanager", "POST", SET_USAGE, whole)).status).toBe(403);
  expect((await ask(fake, "outsider", "POST", SET_USAGE, whole)).status).toBe(403);
  expect((await ask(fake, "offmanager", "POST", SET_USAGE, whole)).status).toBe(201);
});
