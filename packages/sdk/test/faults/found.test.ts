import { type FaultRule, faults, type Intercept, injectFaults } from "@puhuri/testing";
import { expect, test } from "vitest";
import { createWorld, type Generation, type World } from "../workflows/world.ts";

// What the property has found in the SDK, shrunk to what happens and when.

const NAME = "Cluster allocation";

function worldWith(
  generation: Generation,
  state: "Creating" | "OK",
  order: "pending-provider" | "executing" | undefined,
  rules: readonly FaultRule[] = [],
) {
  const world = createWorld({
    generation,
    seed: (seed) => {
      seed.offering({ name: "Cluster", type: "Marketplace.Slurm" });
      seed.allocation({
        name: NAME,
        offering: "Cluster",
        state,
        ...(order === undefined ? {} : { order: { type: "Create", state: order } }),
      });
    },
  });
  world.intercepts.push(injectFaults(rules).intercept);
  return { world, puhuri: world.client(), ...rowsOf(world) };
}

function rowsOf({ fake }: World) {
  const resource = fake.state.resourceNamed(NAME);
  const order = fake.state.orders.where("resource_uuid", resource?.uuid ?? "").at(-1);
  if (resource === undefined || order === undefined) throw new Error("The seed is not as expected.");
  return { resource, order };
}

/** Does something just before the server gets the nth request to an operation. */
function before(operationId: string, nth: number, act: () => unknown): Intercept {
  let seen = 0;
  return async (exchange, next) => {
    if (exchange.operationId === operationId) {
      seen += 1;
      if (seen === nth) await act();
    }
    return next();
  };
}

/** Does something before the answer to an operation comes back. */
function after(operationId: string, act: () => unknown): Intercept {
  return async (exchange, next) => {
    const response = await next();
    if (exchange.operationId === operationId) await act();
    return response;
  };
}

test("a report that was stored, and refused when it was sent again, is read back and a success", async () => {
  const { world, puhuri, resource } = worldWith("2021", "OK", undefined, [
    {
      fault: faults.serverError(504, { applied: true }),
      operation: "component_usages_set_usage",
      first: 1,
    },
  ]);
  const mark = () => world.client().resources.setState(resource.uuid, "Erred");
  world.intercepts.push(before("component_usages_set_usage", 2, mark));
  const report = puhuri.resources.reportUsage(resource.uuid, { cpu: 10, gpu: 20 });
  await expect(report).resolves.toMatchObject({ outcome: "changed" });
  expect(resource.state).toBe("Erred");
});

test("a report that was refused after a lost answer, and is not stored, may have been applied", async () => {
  const { world, puhuri, resource } = worldWith("2021", "OK", undefined, [
    { fault: faults.requestLost(), operation: "component_usages_set_usage", first: 1 },
  ]);
  const mark = () => world.client().resources.setState(resource.uuid, "Erred");
  world.intercepts.push(before("component_usages_set_usage", 2, mark));
  const report = puhuri.resources.reportUsage(resource.uuid, { cpu: 10, gpu: 20 });
  await expect(report).rejects.toMatchObject({ reason: "not-reportable", maybeApplied: true });
});

test("setState that approved an order, which somebody else then completed, says that it did something", async () => {
  const { world, puhuri, resource, order } = worldWith("2024-10", "Creating", "pending-provider");
  const complete = () => world.client().orders.complete(order.uuid);
  world.intercepts.push(after("orders_approve_by_provider", complete));
  const marked = puhuri.resources.setState(resource.uuid, "Erred", {
    message: "broken",
    onPending: "approve",
  });
  await expect(marked).rejects.toMatchObject({ code: "unsupported-by-server", maybeApplied: true });
  expect([resource.state, order.state]).toEqual(["OK", "done"]);
});

test.each(["2021", "8.0"] as const)(
  "an account whose creation is answered with nothing is found again on %s",
  async (generation) => {
    const { world, puhuri, resource } = worldWith(generation, "OK", undefined, [
      { fault: faults.emptyBody(), operation: "offering_users_create" },
    ]);
    const offering = resource.offering_uuid;
    const user = world.fake.state.userNamed("newcomer")?.uuid ?? "";
    const ensured = await puhuri.offeringUsers.ensure({ offering, user, username: "hpc" });
    expect(ensured).toMatchObject({ outcome: "created", username: "hpc", duplicates: 0 });

    const other = world.fake.state.userNamed("outsider")?.uuid ?? "";
    const created = puhuri.offeringUsers.create({ offering, user: other, username: "other" });
    await expect(created).rejects.toMatchObject({ code: "unexpected-response", maybeApplied: true });
  },
);

test("if the answer to an approval is lost and the order fails, the approval may have been applied", async () => {
  const { world, puhuri, order } = worldWith("8.0", "Creating", "pending-provider", [
    { fault: faults.answerLost(), operation: "orders_approve_by_provider", first: 1 },
  ]);
  const failIt = () => {
    order.state = "erred";
  };
  world.intercepts.push(before("orders_get", 1, failIt));
  await expect(puhuri.orders.approve(order.uuid)).rejects.toMatchObject({
    code: "invalid-transition",
    from: "erred",
    maybeApplied: true,
  });
});

test("failing an order that somebody completes a moment before hits the resource alone, and says so", async () => {
  const { world, puhuri, resource, order } = worldWith("8.0", "Creating", "executing");
  const complete = () => world.client().orders.complete(order.uuid);
  world.intercepts.push(before("orders_set_state_erred", 1, complete));
  await expect(puhuri.orders.fail(order.uuid, { message: "no quota left" })).rejects.toMatchObject({
    code: "invalid-transition",
    from: "done",
    maybeApplied: true,
  });
  expect([resource.state, order.state]).toEqual(["Erred", "done"]);
});
