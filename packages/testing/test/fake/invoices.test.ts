import { describe, expect, test, vi } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { Json } from "../../src/fake/state/values.ts";
import type { CurrentGeneration } from "../../src/fake/state/words.ts";
import { ask } from "./ask.ts";
import { createCheckedFake } from "./checked.ts";
import { act, allocation } from "./scene.ts";

const NAME = "Running resource";

function scene(generation: CurrentGeneration | "2021", start: string, timeZone?: string) {
  let clock = Date.parse(start);
  const of =
    generation === "2021" ? ({ dialect: "2021" } as const) : ({ dialect: "current", generation } as const);
  const fake = createCheckedFake({
    ...of,
    now: () => new Date(clock),
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  for (const offering of fake.state.offerings) offering.type = "Marketplace.Basic";
  return {
    fake,
    at(time: string): void {
      clock = Date.parse(time);
    },
  };
}

async function report(fake: FakePuhuri, amount: number, more: Record<string, Json> = {}): Promise<number> {
  const { period, ...item } = more;
  const place = period === undefined ? { resource: allocation(fake, NAME).uuid } : { plan_period: period };
  const body = { ...place, usages: [{ type: "cpu", amount, ...item }] };
  return (await ask(fake, "owner", "POST", "marketplace-component-usages/set_usage/", body)).status;
}

/** What the invoice charges for cpu of the allocation: quantity × price of one. */
function charged(fake: FakePuhuri, month?: string): string[] {
  const { uuid } = allocation(fake, NAME);
  return fake
    .invoiced(month)
    .filter((item) => item.resource_uuid === uuid && item.component_type === "cpu")
    .map(({ quantity, unit_price }) => `${quantity} × ${unit_price}`);
}

/** Switches to a plan with another price; returns the plan period that is closed now. */
async function switchPlan(fake: FakePuhuri): Promise<string> {
  const { uuid, offering_uuid, plan_uuid } = allocation(fake, NAME);
  const [plan] = fake.state.plans.where("offering_uuid", offering_uuid);
  if (plan === undefined) throw new Error("The seed has no plan.");
  fake.state.plans.add({ ...plan, uuid: "f".repeat(32), name: "Premium", prices: { cpu: 1 } });
  const address = `/api/marketplace-public-offerings/${offering_uuid}/plans/${"f".repeat(32)}/`;
  await ask(fake, "cowner", "POST", `marketplace-resources/${uuid}/switch_plan/`, { plan: address });
  expect((await act(fake, "owner", NAME, "approve_by_provider")).status).toBe(200);
  const periods = fake.state.planPeriods.where("resource_uuid", uuid);
  return periods.find((period) => period.plan_uuid === plan_uuid)?.uuid ?? "";
}

describe("over a change of plan", () => {
  test("rows of both plan periods are charged in full, and a report to the closed one is charged beside its row", async () => {
    const { fake, at } = scene("2024-10", "2026-11-10T12:00:00Z");
    await report(fake, 100);
    at("2026-11-20T12:00:00Z");
    const closed = await switchPlan(fake);
    at("2026-11-21T12:00:00Z");
    await report(fake, 150);
    expect(charged(fake)).toEqual(["100 × 0.1", "150 × 1"]);
    expect(await report(fake, 120, { period: closed })).toBe(201);
    expect(charged(fake)).toEqual(["120 × 0.1", "100 × 0.1", "150 × 1"]);
    expect(await report(fake, 130, { period: closed })).toBe(201);
    expect(charged(fake)).toEqual(["130 × 0.1", "100 × 0.1", "150 × 1"]);
  });

  test.each(["2024-10", "8.1"] as const)(
    "a report to the open period replaces what it was (%s)",
    async (generation) => {
      const { fake } = scene(generation, "2026-11-10T12:00:00Z");
      await report(fake, 100);
      await report(fake, 70);
      expect(charged(fake)).toEqual(["70 × 0.1"]);
    },
  );

  test.each(["8.0", "8.1"] as const)(
    "newest servers have one row for the month, which a report takes over to its own period (%s)",
    async (generation) => {
      const { fake, at } = scene(generation, "2026-11-10T12:00:00Z");
      await report(fake, 100);
      at("2026-11-20T12:00:00Z");
      await switchPlan(fake);
      expect(charged(fake)).toEqual(["100 × 0.1"]);
      await report(fake, 150);
      expect(charged(fake)).toEqual(["150 × 1"]);
      expect(fake.state.componentUsages.all()).toHaveLength(1);
    },
  );
});

describe("what is marked as recurring", () => {
  test("is there for the next month as soon as that has begun, and is charged", async () => {
    const { fake, at } = scene("2024-10", "2026-11-10T12:00:00Z");
    await report(fake, 40, { recurring: true, description: "flat" });
    at("2027-01-01T00:00:00Z");
    expect([charged(fake, "2026-12"), charged(fake)]).toEqual([["40 × 0.1"], ["40 × 0.1"]]);
    const months = fake.state.componentUsages
      .all()
      .map(({ billing_period, recurring }) => [billing_period, recurring]);
    expect(months).toEqual([
      ["2026-11-01", true],
      ["2026-12-01", true],
      ["2027-01-01", true],
    ]);
  });

  test("is repeated and charged on a plan period that has ended, too", async () => {
    const { fake, at } = scene("2024-10", "2026-11-10T12:00:00Z");
    await report(fake, 40, { recurring: true });
    await switchPlan(fake);
    at("2027-01-01T00:00:00Z");
    expect([charged(fake, "2026-12"), charged(fake)]).toEqual([["40 × 0.1"], ["40 × 0.1"]]);
  });

  test("is not repeated on 8.x where the month has a report on another plan period", async () => {
    const { fake, at } = scene("8.1", "2026-11-10T12:00:00Z");
    await report(fake, 40, { recurring: true });
    await switchPlan(fake);
    at("2026-12-01T00:00:00Z");
    expect(charged(fake)).toEqual(["40 × 0.1"]);
    await report(fake, 50);
    expect(charged(fake)).toEqual(["50 × 1"]);
  });

  test("ends with a report without the mark", async () => {
    const { fake, at } = scene("8.1", "2026-11-10T12:00:00Z");
    await report(fake, 40, { recurring: true });
    await report(fake, 41);
    at("2026-12-01T00:00:00Z");
    expect([charged(fake, "2026-11"), charged(fake)]).toEqual([["41 × 0.1"], []]);
  });
});

test("the month of a report is the one in UTC, from 8.0 on the one of the server's own zone", async () => {
  for (const [generation, month] of [
    ["2024-10", "2026-11-01"],
    ["8.1", "2026-12-01"],
  ] as const) {
    const { fake } = scene(generation, "2026-11-30T22:30:00Z", "Europe/Tallinn");
    expect(await report(fake, 5)).toBe(201);
    expect(fake.state.componentUsages.all().map(({ billing_period }) => billing_period)).toEqual([month]);
  }
});

describe("in the zone of the server", () => {
  const span = (fake: FakePuhuri, month: string): string[] => {
    const { uuid } = allocation(fake, NAME);
    const of = fake.invoiced(month).filter((item) => item.resource_uuid === uuid);
    return [...new Set(of.map(({ start, end }) => `${start} to ${end}`))];
  };

  test.each<[CurrentGeneration, string]>([
    ["8.1", "2026-10-31T22:00:00Z to 2026-11-30T21:59:59.999999Z"],
    ["2024-10", "2026-11-01T00:00:00Z to 2026-11-30T23:59:59.999999Z"],
  ])("an item of %s lasts from the first day of the month to the last", async (generation, expected) => {
    const { fake } = scene(generation, "2026-11-10T12:00:00Z", "Europe/Tallinn");
    await report(fake, 3);
    for (const period of fake.state.planPeriods) period.start = "2026-01-01T00:00:00Z";
    expect(span(fake, "2026-11")).toEqual([expected]);
  });

  test("a month in which the clocks are put back has no day more", () => {
    const { fake } = scene("8.1", "2026-10-10T12:00:00Z", "Europe/Tallinn");
    const { uuid, plan_uuid } = allocation(fake, NAME);
    fake.state.plans.get(plan_uuid ?? "").quotas.setup = 2;
    for (const period of fake.state.planPeriods) period.start = "2026-01-01T00:00:00Z";
    const [setup] = fake
      .invoiced("2026-10")
      .filter((item) => item.component_type === "setup" && item.resource_uuid === uuid);
    expect(setup?.quantity).toBe(2);
  });
});

test("one calendar of the server's zone does for all invoices: they are large, and many fill the memory", async () => {
  const { fake } = scene("8.1", "2026-11-10T12:00:00Z", "Asia/Kathmandu");
  await report(fake, 100);
  charged(fake);
  const calendars = vi.spyOn(Intl, "DateTimeFormat");
  for (let n = 0; n < 10; n++) expect(charged(fake)).toEqual(["100 × 0.1"]);
  expect(calendars).not.toHaveBeenCalled();
  calendars.mockRestore();
});
