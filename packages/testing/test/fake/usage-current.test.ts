import { describe, expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { Json } from "../../src/fake/state/values.ts";
import { CURRENT_GENERATIONS } from "../../src/fake/state/words.ts";
import { type Answer, ask } from "./ask.ts";
import { allocation, currentFake } from "./scene.ts";

const PERIOD = "fb36ce56e53b43e59b3d963354d0467c";
const OFFERING = "cf4eb9c29fc74af4ade667fcb53633d5";
const RUNNING = "Running resource";
const SET_USAGE = "marketplace-component-usages/set_usage/";

function usages(amounts: Record<string, Json>): Json[] {
  return Object.entries(amounts).map(([type, amount]) => ({ type, amount }));
}

async function report(fake: FakePuhuri, amounts: Record<string, Json>, more: object = {}): Promise<Answer> {
  return ask(fake, "owner", "POST", SET_USAGE, { plan_period: PERIOD, usages: usages(amounts), ...more });
}

async function stored(fake: FakePuhuri): Promise<Record<string, Json>> {
  const { rows, column } = await ask(fake, "owner", "GET", "marketplace-component-usages/?page_size=300");
  return Object.fromEntries(
    rows.map((_, index) => [String(column("type")[index]), column("usage")[index] ?? null]),
  );
}

function limitGpu(fake: FakePuhuri, limit_period: string, limit_amount: number): void {
  const { components } = fake.state.offerings.get(OFFERING);
  Object.assign(components.find(({ type }) => type === "gpu") ?? {}, { limit_period, limit_amount });
}

describe.each(CURRENT_GENERATIONS)("reports on %s", (generation) => {
  test("are the month's totals with two decimals: the second replaces the first", async () => {
    const fake = currentFake({ generation });
    expect(await report(fake, { cpu: 10, gpu: "2.5" })).toMatchObject({ status: 201, body: "" });
    expect((await report(fake, { cpu: 7.25, gpu: 3 })).status).toBe(201);
    expect(await stored(fake)).toEqual({ cpu: "7.25", gpu: "3.00" });
    expect(fake.state.componentUsages.size).toBe(2);
  });

  test("need not name every component; before 8.0 current_usages then holds the named ones only", async () => {
    const fake = currentFake({ generation });
    await report(fake, { cpu: 10, storage: 4 });
    expect(allocation(fake, RUNNING).current_usages).toEqual({ cpu: "10.00", storage: "4.00" });
    expect((await report(fake, { gpu: 1 })).status).toBe(201);
    const others = generation === "2024-10" ? {} : { cpu: "10.00", storage: "4.00" };
    expect(allocation(fake, RUNNING).current_usages).toEqual({ ...others, gpu: "1.00" });
    expect(await stored(fake)).toEqual({ cpu: "10.00", storage: "4.00", gpu: "1.00" });
  });

  test("may name the resource in place of its plan period, and count for the open one", async () => {
    const fake = currentFake({ generation });
    const { uuid } = allocation(fake, RUNNING);
    const body = { resource: uuid, usages: usages({ cpu: 3 }) };
    expect((await ask(fake, "owner", "POST", SET_USAGE, body)).status).toBe(201);
    await report(fake, { cpu: 4 });
    expect([...fake.state.componentUsages]).toMatchObject([{ plan_period_uuid: PERIOD, usage: "4.00" }]);
  });

  test.each<[object, Json]>([
    [{ plan_period: null }, { plan_period: ["This field may not be null."] }],
    [{ usages: usages({ ram: 1, cpu: 1 }) }, { non_field_errors: ["These components are invalid: ram."] }],
    [{ usages: usages({ setup: 1 }) }, { non_field_errors: ["These components are invalid: setup."] }],
    [
      { usages: usages({ cpu: "1.005" }) },
      { usages: [{ amount: ["Ensure that there are no more than 2 decimal places."] }] },
    ],
    [{ usages: usages({ cpu: "x" }) }, { usages: [{ amount: ["A valid number is required."] }] }],
    [{ usages: [{ type: "cpu" }] }, { usages: [{ amount: ["This field is required."] }] }],
  ])("with %j are refused, and an outsider learns that before they are refused", async (more, body) => {
    const fake = currentFake({ generation });
    expect(await report(fake, { cpu: 1 }, more)).toMatchObject({ status: 400, body });
    const whole = { plan_period: PERIOD, usages: usages({ cpu: 1 }) };
    expect((await ask(fake, "outsider", "POST", SET_USAGE, { ...whole, ...more })).status).toBe(400);
    expect((await ask(fake, "outsider", "POST", SET_USAGE, whole)).status).toBe(403);
    expect(await stored(fake)).toEqual({});
  });

  test("name a plan period or a resource", async () => {
    const fake = currentFake({ generation });
    const answer = await ask(fake, "owner", "POST", SET_USAGE, { usages: usages({ cpu: 1 }) });
    expect(answer).toMatchObject({
      status: 400,
      body: { non_field_errors: ["Either plan_period or resource should be provided."] },
    });
  });

  test("are for owners of the provider and managers of the offering", async () => {
    const fake = currentFake({ generation });
    const body = { plan_period: PERIOD, usages: usages({ cpu: 1 }) };
    const asked = ["owner", "offmanager", "staff", "spmanager", "cowner"];
    const answers = asked.map(async (user) => (await ask(fake, user, "POST", SET_USAGE, body)).status);
    expect(await Promise.all(answers)).toEqual([201, 201, 201, 403, 403]);
  });

  test.each(["Creating", "Erred", "Terminated"] as const)("are refused of what is %s", async (state) => {
    const fake = currentFake({ generation });
    allocation(fake, RUNNING).state = state;
    expect(await report(fake, { cpu: 1 })).toMatchObject({
      status: 400,
      body: { resource: ["Resource is not in valid state."] },
    });
  });

  test("are refused for a period that ended before this month", async () => {
    const fake = currentFake({ generation });
    Object.assign(fake.state.planPeriods.get(PERIOD), { end: "2026-10-31T12:00:00Z" });
    expect(await report(fake, { cpu: 1 })).toMatchObject({
      status: 400,
      body: { plan_period: ["Billing period is closed."] },
    });
    Object.assign(fake.state.planPeriods.get(PERIOD), { end: "2026-11-01T12:00:00Z" });
    expect((await report(fake, { cpu: 1 })).status).toBe(201);
  });

  test("beyond the limit of a month are refused as a list, and from 8.0 on taken", async () => {
    const fake = currentFake({ generation });
    limitGpu(fake, "month", 50);
    expect((await report(fake, { gpu: 50 })).status).toBe(201);
    expect((await report(fake, { gpu: 50 })).status).toBe(201);
    const { status, body } = await report(fake, { gpu: "50.01" });
    expect([status, body]).toEqual(
      generation === "2024-10"
        ? [400, ["Total amount exceeds limit. Total amount: 50.01, limit: 50."]]
        : [201, ""],
    );
  });

  test("with a text too long for the database crash the server, which stores none of it", async () => {
    const fake = currentFake({ generation });
    const long = { type: "gpu", amount: 1, description: "x".repeat(5000) };
    const answer = await report(fake, {}, { usages: [{ type: "cpu", amount: 1 }, long] });
    expect(answer.status).toBe(500);
    expect(await stored(fake)).toEqual({});
  });

  test("start new rows in a new month", async () => {
    let now = new Date("2026-11-30T23:59:59Z");
    const fake = currentFake({ generation, now: () => now });
    await report(fake, { cpu: 10 });
    now = new Date("2026-12-01T00:00:01Z");
    await report(fake, { cpu: 1 });
    expect(
      [...fake.state.componentUsages].map(({ billing_period, usage }) => [billing_period, usage]),
    ).toEqual([
      ["2026-11-01", "10.00"],
      ["2026-12-01", "1.00"],
    ]);
  });
});

test("a limit refuses the report from there on: what came before it stays", async () => {
  const fake = currentFake({ generation: "2024-10" });
  limitGpu(fake, "month", 50);
  expect((await report(fake, { cpu: 40, gpu: 60, storage: 1 })).status).toBe(400);
  expect(await stored(fake)).toEqual({ cpu: "40.00" });
  expect(allocation(fake, RUNNING).current_usages).toEqual({});
});

test("a limit on the total counts this month's row too on the oldest servers, so the same report may fail", async () => {
  for (const [generation, status] of [
    ["2024-10", 400],
    ["8.1", 201],
  ] as const) {
    const fake = currentFake({ generation });
    limitGpu(fake, "total", 7);
    expect((await report(fake, { gpu: 5 })).status).toBe(201);
    expect((await report(fake, { gpu: 5 })).status).toBe(status);
  }
});

test("a resource without a plan crashes the oldest servers, newest ones refuse it", async () => {
  for (const [generation, status] of [
    ["2024-10", 500],
    ["8.1", 400],
  ] as const) {
    const fake = currentFake({ generation });
    allocation(fake, RUNNING).plan_uuid = null;
    expect((await report(fake, { cpu: 5 })).status).toBe(status);
  }
});

describe("the day of a report", () => {
  test("is not looked at by the oldest servers", async () => {
    const fake = currentFake({ generation: "2024-10" });
    expect((await report(fake, { cpu: 1 }, { date: "2026-10-05T00:00:00Z" })).status).toBe(201);
    expect([...fake.state.componentUsages]).toMatchObject([{ billing_period: "2026-11-01" }]);
  });

  test("may be past for components with a limit, and for staff", async () => {
    const fake = currentFake({ generation: "8.1" });
    const date = "2026-10-05T00:00:00Z";
    expect((await report(fake, { storage: 1 }, { date })).status).toBe(201);
    expect((await report(fake, { cpu: 1 }, { date })).status).toBe(400);
    const body = { plan_period: PERIOD, usages: usages({ cpu: 1 }), date };
    expect((await ask(fake, "staff", "POST", SET_USAGE, body)).status).toBe(201);
    expect([...fake.state.componentUsages].map(({ billing_period }) => billing_period)).toEqual([
      "2026-10-01",
      "2026-10-01",
    ]);
  });

  test("may be an earlier one of this month for any component", async () => {
    const fake = currentFake({ generation: "8.1" });
    expect((await report(fake, { cpu: 1 }, { date: "2026-11-02T00:00:00Z" })).status).toBe(201);
  });

  test.each([
    ["2026-11-24T00:00:00Z", "Cannot submit usage for future dates."],
    ["yesterday", "Datetime has wrong format."],
  ])("of %s is refused", async (date, words) => {
    const fake = currentFake({ generation: "8.1" });
    expect(await report(fake, { cpu: 1 }, { date })).toMatchObject({
      status: 400,
      body: { date: [expect.stringContaining(words)] },
    });
  });
});

test("usage shows to everyone, by type, month and resource, newest first", async () => {
  const fake = currentFake({ generation: "2024-10" });
  await report(fake, { gpu: 2, cpu: 1 });
  const { uuid } = allocation(fake, RUNNING);
  const list = async (query: string): Promise<Json[]> =>
    (await ask(fake, "outsider", "GET", `marketplace-component-usages/?${query}`)).column("type");
  expect(await list("")).toEqual(["cpu", "gpu"]);
  expect(await list("type=gpu")).toEqual(["gpu"]);
  expect(await list(`resource_uuid=${uuid}&billing_period=2026-11-01`)).toEqual(["cpu", "gpu"]);
  expect(await list("billing_period=2026-10-01")).toEqual([]);
  expect(await list("date_after=2026-11-24")).toEqual([]);
  expect((await ask(fake, "outsider", "GET", "marketplace-component-usages/?billing_period=x")).status).toBe(
    400,
  );
  expect(
    await ask(fake, "outsider", "GET", "marketplace-component-usages/?field=type&field=usage"),
  ).toMatchObject({
    rows: [
      { type: "cpu", usage: "1.00" },
      { type: "gpu", usage: "2.00" },
    ],
  });
});
