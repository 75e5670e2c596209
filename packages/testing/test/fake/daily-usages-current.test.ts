import { expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { Json } from "../../src/fake/state/values.ts";
import { type Answer, ask } from "./ask.ts";
import { allocation, currentFake } from "./scene.ts";

function report(fake: FakePuhuri, body: { [key: string]: Json }, user = "owner"): Promise<Answer> {
  const resource = allocation(fake, "Running resource").uuid;
  return ask(fake, user, "POST", "marketplace-component-usages/set_usage/", {
    resource,
    usages: [],
    ...body,
  });
}

const cpu = (date: string, amount: number) => ({ type: "cpu", date, amount });
const totals = (fake: FakePuhuri) =>
  fake.state.componentUsages.all().map((row) => [row.component_type, row.billing_period, row.usage]);

test("a month is the sum of its days, and a day that is sent again is replaced", async () => {
  const fake = currentFake();
  await report(fake, { daily_usages: [cpu("2026-11-01", 10), cpu("2026-11-02", 2.5)] });
  expect(totals(fake)).toEqual([["cpu", "2026-11-01", "12.50"]]);
  const again = await report(fake, { daily_usages: [cpu("2026-11-02", 3)] });
  expect([again.status, again.body]).toEqual([201, ""]);
  expect(totals(fake)).toEqual([["cpu", "2026-11-01", "13.00"]]);
});

test("a total is refused for a month that has days, and taken for other components", async () => {
  const fake = currentFake();
  await report(fake, { daily_usages: [cpu("2026-11-01", 10)] });
  const refused = await report(fake, { usages: [{ type: "cpu", amount: 11 }] });
  expect([refused.status, refused.body]).toEqual([
    400,
    { non_field_errors: ["A month total for a month that has daily amounts is rejected: cpu."] },
  ]);
  expect((await report(fake, { usages: [{ type: "gpu", amount: 1 }] })).status).toBe(201);
  expect(totals(fake)).toEqual([
    ["cpu", "2026-11-01", "10.00"],
    ["gpu", "2026-11-01", "1.00"],
  ]);
});

test.each<[string, Json[]]>([
  ["a component that is not billed by use", [{ type: "storage", date: "2026-11-01", amount: 1 }]],
  ["a day to come", [cpu("2026-11-24", 1)]],
  ["a day of a month that is over", [cpu("2026-10-31", 1)]],
  ["a day that is none", [cpu("2026-11-31x", 1)]],
  ["more than a thousand", Array.from({ length: 1001 }, () => cpu("2026-11-01", 1))],
])("%s is refused, and nothing stored", async (_what, daily_usages) => {
  const fake = currentFake();
  expect((await report(fake, { daily_usages })).status).toBe(400);
  expect(totals(fake)).toEqual([]);
});

test("servers before 8.1 take no notice of them", async () => {
  const fake = currentFake({ generation: "8.0" });
  expect((await report(fake, { daily_usages: [cpu("2026-11-01", 10)] })).status).toBe(201);
  expect(totals(fake)).toEqual([]);
});

test("what a month gets that is never reported is kept with it", async () => {
  const fake = currentFake();
  for (const policy of ["zero", "reuse", "none"]) {
    await report(fake, { usages: [{ type: "cpu", amount: 1, missing_usage_policy: policy }] });
    const { rows } = await ask(
      fake,
      "owner",
      "GET",
      `marketplace-component-usages/?missing_usage_policy=${policy}`,
    );
    expect(rows).toMatchObject([{ missing_usage_policy: policy, recurring: policy === "reuse" }]);
  }
});
