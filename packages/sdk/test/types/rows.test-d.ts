import type { Offering, Order, Resource } from "@puhuri/api-types";
import { describe, expectTypeOf, it } from "vitest";
import type { OfferingUser, PuhuriClient } from "../../src/index.ts";

declare const puhuri: PuhuriClient;
declare const uuid: string;

describe("a row that is got", () => {
  it("is whole without a selection", () => {
    expectTypeOf(puhuri.resources.get(uuid)).resolves.toEqualTypeOf<Resource>();
    expectTypeOf(puhuri.resources.get(uuid, {}, { timeoutMs: 1 })).resolves.toEqualTypeOf<Resource>();
    expectTypeOf(puhuri.offerings.get(uuid, undefined, { retry: false })).resolves.toEqualTypeOf<Offering>();
    expectTypeOf(puhuri.orders.get(uuid)).resolves.toEqualTypeOf<Order>();
  });

  it("has the columns of `fields`", () => {
    expectTypeOf(puhuri.resources.get(uuid, { fields: ["state", "limits"] })).resolves.toEqualTypeOf<
      Pick<Resource, "state" | "limits">
    >();
  });

  it("does not compile with a column, option or query that does not exist", () => {
    // @ts-expect-error `stat`
    puhuri.resources.get(uuid, { fields: ["stat"] });
    // @ts-expect-error `stat`
    puhuri.resources.get(uuid, { fields: ["name", "stat"] });
    // @ts-expect-error `feilds`
    puhuri.resources.get(uuid, { feilds: ["name"] });
    // @ts-expect-error options come after the query
    puhuri.resources.get(uuid, { timeoutMs: 1000 });
    // @ts-expect-error `timeout`
    puhuri.resources.get(uuid, {}, { timeout: 1000 });
    // @ts-expect-error a uuid is text
    puhuri.resources.get(17);
  });

  it("has no column that was not asked for", async () => {
    const row = await puhuri.resources.get(uuid, { fields: ["state"] });
    expectTypeOf(row.state).toBeString();
    // @ts-expect-error not asked for
    row.limits;
  });
});

describe("states", () => {
  it("complete the known ones and let others pass", async () => {
    const { state } = await puhuri.resources.get(uuid);
    expectTypeOf<"OK">().toExtend<typeof state>();
    // Were it `string` alone, nothing would be completed.
    expectTypeOf<typeof state>().not.toEqualTypeOf<string>();
    if (state === "SomethingNew") expectTypeOf(state).toBeString();
    const order = await puhuri.orders.get(uuid);
    if (order.state === "pending-somebody" || order.type === "Restore") expectTypeOf(order.type).toBeString();
    const { state: account } = {} as OfferingUser;
    if (account === "Some day") expectTypeOf(account).toBeString();
  });

  it("are closed where they are sent", () => {
    puhuri.resources.setState(uuid, "Terminated", { message: "a", onPending: "reject" });
    // @ts-expect-error states are written as servers show them
    puhuri.resources.setState(uuid, "ok");
    // @ts-expect-error approve or reject
    puhuri.resources.setState(uuid, "OK", { onPending: "wait" });
    puhuri.orders.waitFor(uuid, ["done", "erred"]);
    // @ts-expect-error no such state
    puhuri.orders.waitFor(uuid, "OK");
  });
});

describe("bodies", () => {
  it("take what the server takes", () => {
    puhuri.usages.set({ plan_period: uuid, usages: [{ type: "cpu", amount: 10n, description: "a" }] });
    puhuri.usages.set({ resource: uuid, usages: [{ type: "cpu", amount: "3.50" }] });
    puhuri.resources.reportUsage(
      uuid,
      { cpu: 1, gpu: "2.5" },
      { missing: "zero", onDecrease: "send", dryRun: true },
    );
    puhuri.offeringUsers.create({ offering: uuid, user: uuid, username: "abc" });
  });

  it("do not compile with a mistyped key, or with one missing", () => {
    // @ts-expect-error `planPeriod`
    puhuri.usages.set({ planPeriod: uuid, usages: [] });
    // @ts-expect-error `amout`
    puhuri.usages.set({ resource: uuid, usages: [{ type: "cpu", amout: 1 }] });
    // @ts-expect-error `desc`
    puhuri.usages.set({ resource: uuid, usages: [{ type: "cpu", amount: 1, desc: "a" }] });
    // @ts-expect-error neither plan period nor resource
    puhuri.usages.set({ usages: [{ type: "cpu", amount: 1 }] });
    // @ts-expect-error one of the two
    puhuri.usages.set({ plan_period: uuid, resource: uuid, usages: [{ type: "cpu", amount: 1 }] });
    // @ts-expect-error no usages
    puhuri.usages.set({ resource: uuid });
    // @ts-expect-error no body
    puhuri.resources.submitReport(uuid, [{ header: "a" }]);
    // @ts-expect-error `text`
    puhuri.resources.submitReport(uuid, [{ header: "a", body: "b", text: "c" }]);
    // @ts-expect-error an amount is no truth value
    puhuri.resources.reportUsage(uuid, { cpu: true });
    // @ts-expect-error `onDecrese`
    puhuri.resources.reportUsage(uuid, { cpu: 1 }, { onDecrese: "send" });
    // @ts-expect-error no such choice
    puhuri.resources.reportUsage(uuid, { cpu: 1 }, { missing: "drop" });
    // @ts-expect-error `userName`
    puhuri.offeringUsers.create({ offering: uuid, user: uuid, userName: "abc" });
    // @ts-expect-error no user
    puhuri.offeringUsers.ensure({ offering: uuid, username: "abc" });
    // @ts-expect-error `username` is missing
    puhuri.usages.setForUser(uuid, { usage: 1 });
    // @ts-expect-error the user's uuid, as on the wire
    puhuri.serviceProviders.setOfferingsUsername(uuid, { userUuid: uuid, username: "abc" });
    // @ts-expect-error a reason is needed
    puhuri.orders.fail(uuid, {});
  });
});
