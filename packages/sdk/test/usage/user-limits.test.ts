import { expect, test } from "vitest";
import { errorOf } from "../http/harness.ts";
import { createWorld } from "../workflows/world.ts";

/** A running allocation with an account of alice at its offering. */
function createScene() {
  const world = createWorld({ generation: "8.1" });
  const { state } = world.fake;
  const resource = state.resourceNamed("Running resource");
  const [component] = state.offerings.get(resource?.offering_uuid ?? "").components;
  const account = state.offeringUsers.where("offering_uuid", resource?.offering_uuid ?? "")[0];
  if (resource === undefined || component === undefined || account === undefined) {
    throw new Error("The seed lost what the tests need.");
  }
  account.username = "alice";
  const uuids = {
    resourceUuid: resource.uuid,
    componentUuid: component.uuid,
    offeringUserUuid: account.uuid,
  };
  return { ...world, uuids, type: component.type, puhuri: world.client() };
}

test("sets a limit of a user once, and changes it where it is another", async () => {
  const { puhuri, uuids, sent } = createScene();
  const set = async (limit: number | string) => {
    sent();
    await puhuri.usages.setUserLimit({ ...uuids, limit });
    return sent().map(({ method }) => method);
  };
  expect(await set(5)).toEqual(["GET", "POST"]);
  expect(await set("5.00")).toEqual(["GET"]);
  expect(await set("2.50")).toEqual(["GET", "PATCH"]);
  const limits = await puhuri.usages.listUserLimits({ username: "alice" }).toArray();
  expect(limits).toMatchObject([{ limit: "2.50", component_type: "cpu" }]);
});

test("refuses a part above a user's limit in words, one by one and with the totals", async () => {
  const { puhuri, uuids, type } = createScene();
  await puhuri.usages.setUserLimit({ ...uuids, limit: 5 });
  const report = (used: number) =>
    puhuri.resources.reportUsage(
      uuids.resourceUuid,
      { [type]: 10 },
      { perUser: { alice: { [type]: used } } },
    );
  expect(await errorOf(report(6))).toMatchObject({
    code: "usage-report",
    reason: "over-user-limit",
    maybeApplied: true,
    cause: { code: "bad-request" },
  });
  const [usage] = await puhuri.usages.list({ resource_uuid: uuids.resourceUuid, type }).toArray();
  const part = puhuri.usages.setForUser(usage?.uuid ?? "", { username: "alice", usage: 6 });
  expect(await errorOf(part)).toMatchObject({ reason: "over-user-limit", maybeApplied: false });
  expect(await report(5)).toMatchObject({ outcome: "changed" });
});
