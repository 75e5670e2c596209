import { describe, expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { Json } from "../../src/fake/state/values.ts";
import { type Answer, ask } from "./ask.ts";
import { allocation, currentFake } from "./scene.ts";

const RUNNING = "Running resource";

async function report(
  fake: FakePuhuri,
  amounts: Readonly<Record<string, number>>,
  more: { [key: string]: Json } = {},
  user = "owner",
): Promise<Answer> {
  const usages = Object.entries(amounts).map(([type, amount]) => ({ type, amount }));
  const body = { resource: allocation(fake, RUNNING).uuid, usages, ...more };
  return ask(fake, user, "POST", "marketplace-component-usages/set_usage/", body);
}

async function shown(fake: FakePuhuri): Promise<Json> {
  const path = `marketplace-provider-resources/${allocation(fake, RUNNING).uuid}/`;
  return (await ask(fake, "owner", "GET", `${path}?field=current_usages&field=limit_usage`)).body;
}

describe.each(["8.0", "8.1"] as const)("usage on %s", (generation) => {
  test.each(["month", "quarterly", "annual", "total"])("above a limit by the %s is taken", async (period) => {
    const fake = currentFake({ generation });
    for (const component of fake.state.offerings.get("cf4eb9c29fc74af4ade667fcb53633d5").components) {
      Object.assign(component, { limit_period: period, limit_amount: 5 });
    }
    expect((await report(fake, { cpu: 6, storage: 6 })).status).toBe(201);
    expect(await shown(fake)).toMatchObject({ current_usages: { cpu: 6, storage: 6 } });
  });

  test("shows at the allocation by component, each as a number of its latest month", async () => {
    const fake = currentFake({ generation });
    expect(await shown(fake)).toEqual({ current_usages: {}, limit_usage: { storage: 0 } });
    await report(fake, { cpu: 1.5 });
    await report(fake, { storage: 3 });
    expect(await shown(fake)).toEqual({
      current_usages: { cpu: 1.5, storage: 3 },
      limit_usage: { storage: 3 },
    });
    fake.advance(10 * 86_400_000);
    expect((await report(fake, { storage: 9 }, { date: "2026-11-30T00:00:00Z" })).status).toBe(201);
    expect(await shown(fake)).toEqual({
      current_usages: { cpu: 1.5, storage: 9 },
      limit_usage: { storage: 0 },
    });
    await report(fake, { storage: 2 });
    await report(fake, { storage: 8 }, { date: "2026-11-30T00:00:00Z" });
    expect(await shown(fake)).toMatchObject({ current_usages: { storage: 2 }, limit_usage: { storage: 2 } });
  });

  test("of a limit by the quarter counts the months of the quarter", async () => {
    const fake = currentFake({ generation });
    const { components } = fake.state.offerings.get("cf4eb9c29fc74af4ade667fcb53633d5");
    Object.assign(components.find(({ type }) => type === "storage") ?? {}, { limit_period: "quarterly" });
    await report(fake, { storage: 3 });
    fake.advance(10 * 86_400_000);
    await report(fake, { storage: 4 });
    expect(await shown(fake)).toMatchObject({ limit_usage: { storage: 7 } });
    fake.advance(30 * 86_400_000);
    expect(await shown(fake)).toMatchObject({ limit_usage: { storage: 0 } });
  });

  test("with a date is refused to outsiders as a date, before they are told that they may not", async () => {
    const fake = currentFake({ generation });
    const answer = await report(fake, { cpu: 1 }, { date: "2026-11-20T00:00:00Z" }, "outsider");
    expect(answer).toMatchObject({
      status: 400,
      body: { date: ["Only staff users and service providers can specify date for backfilling"] },
    });
    expect((await report(fake, { cpu: 1 }, {}, "outsider")).status).toBe(403);
  });

  test("counts for the plan period that begins later in its month, or for one that is made for it", async () => {
    const fake = currentFake({ generation });
    const [period] = fake.state.planPeriods.where("resource_uuid", allocation(fake, RUNNING).uuid);
    if (period === undefined) throw new Error("The seed lost its plan period.");
    period.start = "2026-11-20T00:00:00Z";
    await report(fake, { storage: 1 }, { date: "2026-11-01T00:00:00Z" });
    expect([...fake.state.componentUsages]).toMatchObject([{ plan_period_uuid: period.uuid }]);

    fake.state.planPeriods.remove(period.uuid);
    fake.state.componentUsages.clear();
    await report(fake, { storage: 1 });
    const [made] = fake.state.planPeriods.where("resource_uuid", allocation(fake, RUNNING).uuid);
    expect(made).toMatchObject({ end: null });
    expect([...fake.state.componentUsages]).toMatchObject([{ plan_period_uuid: made?.uuid }]);
  });

  test("of a prepaid component may be reported, and later, too", async () => {
    const fake = currentFake({ generation });
    const { components } = fake.state.offerings.get("cf4eb9c29fc74af4ade667fcb53633d5");
    const cpu = components.find(({ type }) => type === "cpu");
    Object.assign(cpu ?? {}, { billing_type: "one" });
    expect((await report(fake, { cpu: 1 })).status).toBe(400);
    Object.assign(cpu ?? {}, { is_prepaid: true });
    expect((await report(fake, { cpu: 1 })).status).toBe(201);
    fake.advance(10 * 86_400_000);
    expect((await report(fake, { cpu: 2 }, { date: "2026-11-30T00:00:00Z" })).status).toBe(201);
    expect((await report(fake, { gpu: 2 }, { date: "2026-11-30T00:00:00Z" })).status).toBe(400);
  });
});
