import { describe, expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { Json } from "../../src/fake/state/values.ts";
import { ask } from "./ask.ts";
import { allocation, currentFake } from "./scene.ts";

const PATH = "component-user-usage-limits/";

/** A running allocation with a stored usage of its first component, and an account there. */
async function createScene() {
  const fake = currentFake();
  const resource = allocation(fake, "Running resource");
  const [component] = fake.state.offerings.get(resource.offering_uuid).components;
  const type = component?.type ?? "";
  const account = fake.state.offeringUsers.where("offering_uuid", resource.offering_uuid)[0];
  if (account !== undefined) account.username = "alice";
  await ask(fake, "owner", "POST", "marketplace-component-usages/set_usage/", {
    resource: resource.uuid,
    usages: [{ type, amount: 10 }],
  });
  const usage = fake.state.componentUsages.where("resource_uuid", resource.uuid).at(-1)?.uuid;
  const limit = {
    resource: `https://x/api/marketplace-resources/${resource.uuid}/`,
    component: component?.uuid ?? "",
    user: `https://x/api/marketplace-offering-users/${account?.uuid}/`,
    limit: 5,
  };
  const report = (action: string, body: Json) =>
    ask(fake, "owner", "POST", `marketplace-component-usages/${usage}/${action}/`, body);
  return { fake, limit, report, type };
}

async function limitsOf(fake: FakePuhuri, query = ""): Promise<Json[]> {
  return (await ask(fake, "owner", "GET", `${PATH}${query}`)).column("limit");
}

describe("a limit of a user", () => {
  test("is made once, changed, listed and deleted", async () => {
    const { fake, limit, type } = await createScene();
    const made = await ask(fake, "owner", "POST", PATH, limit);
    expect([made.status, made.body]).toMatchObject([201, { component_type: type, limit: "5.00" }]);
    expect((await ask(fake, "owner", "POST", PATH, limit)).status).toBe(400);
    const [row] = fake.state.userUsageLimits.all();
    expect((await ask(fake, "owner", "PATCH", `${PATH}${row?.uuid}/`, { limit: "2.5" })).status).toBe(200);
    expect(await limitsOf(fake, "?username=alice")).toEqual(["2.50"]);
    expect(await limitsOf(fake, "?username=bob")).toEqual([]);
    expect((await ask(fake, "owner", "DELETE", `${PATH}${row?.uuid}/`)).status).toBe(204);
    expect(await limitsOf(fake)).toEqual([]);
  });

  test("shows to the customer and to the provider only", async () => {
    const { fake, limit } = await createScene();
    await ask(fake, "owner", "POST", PATH, limit);
    const [row] = fake.state.userUsageLimits.all();
    const seen = async (user: string) => [
      (await ask(fake, user, "GET", PATH)).column("limit").length,
      (await ask(fake, user, "GET", `${PATH}${row?.uuid}/`)).status,
    ];
    expect(await seen("owner")).toEqual([1, 200]);
    expect(await seen("cowner")).toEqual([1, 200]);
    expect(await seen("outsider")).toEqual([0, 404]);
  });

  test("refuses reports above it, and stores nothing of them", async () => {
    const { fake, limit, report } = await createScene();
    await ask(fake, "owner", "POST", PATH, limit);
    const above = await report("set_user_usage", { username: "alice", usage: 5.01 });
    expect([above.status, above.body]).toEqual([
      400,
      { non_field_errors: ["Usage limit exceeded. Usage: 5.01, limit: 5.00."] },
    ]);
    const several = {
      usages: [
        { username: "bob", usage: 9 },
        { username: "alice", usage: 6 },
      ],
    };
    expect(await report("set_user_usages", several)).toMatchObject({
      status: 400,
      body: { usages: [{}, { non_field_errors: [expect.stringContaining("Usage limit exceeded")] }] },
    });
    expect(fake.state.componentUserUsages.all()).toEqual([]);
    expect((await report("set_user_usage", { username: "alice", usage: 5 })).status).toBe(201);
  });

  test("is not for everybody to set", async () => {
    const { fake, limit } = await createScene();
    expect((await ask(fake, "spmanager", "POST", PATH, limit)).status).toBe(403);
  });
});
