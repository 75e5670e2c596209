import { describe, expect, test } from "vitest";
import { TestServerError } from "../../src/errors.ts";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import { GENERATIONS } from "../../src/fake/state/words.ts";
import { ask, ORIGIN } from "./ask.ts";
import { createCheckedFake } from "./checked.ts";
import { act, allocation, currentFake, lastOrder, standing } from "./scene.ts";

const DAY_MS = 86_400_000;

function refusal(act: () => unknown): TestServerError {
  try {
    act();
  } catch (error) {
    if (error instanceof TestServerError) return error;
  }
  throw new Error("It was not refused.");
}

describe("fake.customer", () => {
  test("orders an allocation that waits for the provider", async () => {
    const fake = currentFake();
    const order = fake.customer.order({
      name: "new",
      project: "Sample project",
      offering: "Sample offering",
      limits: { storage: 5 },
      attributes: { purpose: "weather" },
    });
    expect(standing(fake, "new")).toBe("Creating, Create pending-provider, periods: none");
    expect(allocation(fake, "new")).toMatchObject({
      uuid: order.resource_uuid,
      limits: { storage: 5 },
      attributes: { name: "new", purpose: "weather" },
    });
    const path = `marketplace-provider-resources/?name_exact=new`;
    expect((await ask(fake, "owner", "GET", path)).column("state")).toEqual(["Creating"]);
    await act(fake, "owner", "new", "approve_by_provider");
    await act(fake, "owner", "new", "set_state_done");
    expect(standing(fake, "new")).toBe("OK, Create done, periods: open");
  });

  test("orders what is found by any column afterwards, also by one that changes", () => {
    const fake = currentFake();
    const order = fake.customer.order({ name: "new" });
    expect(fake.state.orders.where("state", "pending-provider")).toContain(order);
    fake.customer.cancel(order);
    expect(fake.state.orders.where("state", "pending-provider")).not.toContain(order);
    expect(fake.state.orders.where("state", "canceled")).toEqual([order]);
  });

  test("orders other limits, which come once the provider is done, beside those that stay", async () => {
    const fake = currentFake();
    const running = allocation(fake, "Running resource");
    running.limits = { storage: 10, cpu: 1 };
    const cpu = fake.state.offerings.get(running.offering_uuid).components.find(({ type }) => type === "cpu");
    Object.assign(cpu ?? {}, { billing_type: "limit" });
    fake.customer.changeLimits("Running resource", { storage: 20 });
    expect(lastOrder(fake, "Running resource")).toMatchObject({
      type: "Update",
      state: "pending-provider",
      attributes: { old_limits: { storage: 10, cpu: 1 } },
    });
    await act(fake, "owner", "Running resource", "approve_by_provider");
    await act(fake, "owner", "Running resource", "set_state_done");
    expect(allocation(fake, "Running resource").limits).toEqual({ storage: 20, cpu: 1 });
  });

  test.each([
    ["what is billed by use", false],
    ["what is paid at once, unless it is prepaid", true],
  ])("is refused limits of %s", (_, isPrepaid) => {
    const fake = currentFake();
    const { components } = fake.state.offerings.get(allocation(fake, "Running resource").offering_uuid);
    const gpu = components.find(({ type }) => type === "gpu");
    if (isPrepaid) Object.assign(gpu ?? {}, { billing_type: "one" });
    const wishes = [
      () => fake.customer.order({ name: "New", limits: { storage: 1, gpu: 2 } }),
      () => fake.customer.changeLimits("Running resource", { gpu: 2 }),
    ];
    for (const wish of wishes) {
      expect(refusal(wish).message).toContain('{"limits":["Invalid types: gpu"]}');
    }
    if (!isPrepaid) return;
    Object.assign(gpu ?? {}, { is_prepaid: true });
    for (const wish of wishes) expect(wish().limits).toMatchObject({ gpu: 2 });
  });

  test("orders the end of an allocation, once", () => {
    const fake = currentFake();
    expect(fake.customer.terminate("Running resource")).toMatchObject({
      type: "Terminate",
      state: "pending-provider",
    });
    const { code, message } = refusal(() => fake.customer.terminate("Running resource"));
    expect(code).toBe("refused");
    expect(message).toMatch(/^The server would refuse this with 4\d\d: /);
  });

  test("has the order of a mere member wait for the customer, who may turn it down", () => {
    const fake = currentFake();
    const wish = { name: "wish", by: "etais_api_user" };
    const order = fake.customer.order(wish);
    expect(order.state).toBe("pending-consumer");
    expect(fake.customer.approve(order)).toMatchObject({
      state: "pending-provider",
      consumer_reviewed_by_uuid: fake.state.userNamed("cowner")?.uuid,
    });
    const other = fake.customer.order({ ...wish, name: "other" });
    expect(fake.customer.reject(other).state).toBe("rejected");
    expect(standing(fake, "other")).toBe("Terminated, Create rejected, periods: none");
    expect(refusal(() => fake.customer.approve(other)).message).toBe(
      'The server would refuse this with 409: {"detail":"Valid states for operation: pending-consumer."}',
    );
  });

  test("takes an order back", () => {
    const fake = currentFake();
    expect(fake.customer.cancel(fake.customer.order({ name: "new" })).state).toBe("canceled");
  });

  test("takes people into a project, with accounts where they come by themselves, and out of it", async () => {
    const fake = currentFake();
    const { uuid } = allocation(fake, "Running resource");
    const team = async () =>
      (await ask(fake, "owner", "GET", `marketplace-provider-resources/${uuid}/team/`)).column("username");
    fake.customer.addMember("Sample project", "newcomer", "manager");
    fake.customer.addMember("Sample project", "newcomer");
    expect(await team()).toEqual(["csc_api_user", "etais_api_user", "newcomer"]);
    const newcomer = fake.state.userNamed("newcomer")?.uuid ?? "";
    expect(fake.state.offeringUsers.where("user_uuid", newcomer)).toHaveLength(1);
    fake.customer.removeMember("Sample project", "newcomer", "manager");
    expect(await team()).toContain("newcomer");
    fake.customer.removeMember("Sample project", "newcomer");
    expect(await team()).not.toContain("newcomer");
  });

  test("says which rows there are when it is asked for another", () => {
    const { code, message } = refusal(() =>
      currentFake().customer.order({ name: "new", project: "Phisics" }),
    );
    expect(code).toBe("unknown_row");
    expect(message).toBe('The fake has no project "Phisics"; it has Sample project.');
  });

  test("speaks of servers of all generations", () => {
    for (const generation of GENERATIONS) {
      const fake = createCheckedFake(
        generation === "2021" ? { dialect: "2021" } : { dialect: "current", generation },
      );
      const open = generation === "2021" ? "executing" : "pending-provider";
      expect(fake.customer.order({ name: "new", startDate: "2000-01-01" }).state).toBe(open);
      expect(fake.customer.terminate("Running resource").state).toBe(open);
    }
  });
});

describe("an order with a start date", () => {
  function later(type?: string): FakePuhuri {
    const fake = currentFake(type === undefined ? {} : { type });
    fake.customer.order({ name: "later", startDate: "2026-12-01" });
    return fake;
  }

  test("waits for it once it is approved, and is carried out then", async () => {
    const fake = later();
    const answer = await act(fake, "owner", "later", "approve_by_provider");
    expect([answer.status, answer.body]).toEqual([200, { detail: "Order is pending start date." }]);
    expect(standing(fake, "later")).toBe("Creating, Create pending-start-date, periods: none");
    const { uuid } = lastOrder(fake, "later");
    const { body } = await ask(fake, "owner", "GET", `marketplace-orders/${uuid}/`);
    expect(body).toMatchObject({ state: "pending-start-date", start_date: "2026-12-01" });

    fake.advance(7 * DAY_MS);
    expect(standing(fake, "later")).toBe("Creating, Create pending-start-date, periods: none");
    fake.advance(DAY_MS);
    expect(standing(fake, "later")).toBe("Creating, Create executing, periods: none");
  });

  test("is completed on that day where the server completes by itself", async () => {
    const fake = later("Marketplace.Basic");
    await act(fake, "owner", "later", "approve_by_provider");
    fake.advance(8 * DAY_MS);
    expect(standing(fake, "later")).toBe("OK, Create done, periods: open");
  });

  test("can be taken back while it waits", async () => {
    const fake = later("Marketplace.Basic");
    await act(fake, "owner", "later", "approve_by_provider");
    const { status } = await act(fake, "cowner", "later", "cancel");
    expect([status, lastOrder(fake, "later").state]).toEqual([202, "canceled"]);
    fake.advance(8 * DAY_MS);
    expect(lastOrder(fake, "later").state).toBe("canceled");
  });

  test("waits for no day that is over", async () => {
    const fake = currentFake();
    fake.customer.order({ name: "now", startDate: "2026-11-23" });
    await act(fake, "owner", "now", "approve_by_provider");
    expect(lastOrder(fake, "now").state).toBe("executing");
  });
});

test("an order of a project that has not begun goes on to the provider when it begins", () => {
  const fake = currentFake();
  for (const project of fake.state.projects) project.start_date = "2026-11-25";
  const order = fake.customer.order({ name: "early" });
  expect(order.state).toBe("pending-project");
  fake.advance(DAY_MS);
  expect(order.state).toBe("pending-project");
  fake.advance(DAY_MS);
  expect(order.state).toBe("pending-provider");
});

test("the clock goes on by what a test says, and back with a reset", async () => {
  const fake = currentFake();
  const date = async () => (await ask(fake, "owner", "GET", "")).headers.get("date");
  fake.advance(2 * DAY_MS);
  expect(await date()).toBe("Wed, 25 Nov 2026 12:00:00 GMT");
  fake.reset();
  expect(await date()).toBe("Mon, 23 Nov 2026 12:00:00 GMT");
});

describe("the customer's own requests", () => {
  const offering = `${ORIGIN}/api/marketplace-public-offerings/cf4eb9c29fc74af4ade667fcb53633d5/`;
  const project = `${ORIGIN}/api/projects/8a158ebf1abf4c74a431b9c65a0d7829/`;
  const plan = `${offering}plans/1537de6e94f9427cafb74cb63fa21c72/`;
  const attributes = { name: "mine" };
  const wish = { offering, project, plan, attributes, limits: { storage: 5 }, start_date: "2026-12-01" };

  test("order an allocation", async () => {
    const fake = currentFake();
    const { status, body } = await ask(fake, "cowner", "POST", "marketplace-orders/", wish);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: "pending-provider",
      limits: { storage: 5 },
      start_date: "2026-12-01",
    });
    expect(allocation(fake, "mine").state).toBe("Creating");
  });

  test("know no start date on 2024-10", async () => {
    const fake = currentFake({ generation: "2024-10" });
    await ask(fake, "cowner", "POST", "marketplace-orders/", wish);
    await act(fake, "owner", "mine", "approve_by_provider");
    expect(lastOrder(fake, "mine").state).toBe("executing");
  });

  test("are refused to those who are not of the project, for what is not for sale, and without a name", async () => {
    const fake = currentFake();
    const post = async (user: string, more: object) =>
      ask(fake, user, "POST", "marketplace-orders/", { ...wish, ...more });
    expect((await post("outsider", {})).status).toBe(403);
    expect((await post("cowner", { attributes: {} })).body).toEqual({ name: ["This field is required."] });
    expect((await post("cowner", { project: offering })).body).toEqual({
      project: ["Invalid hyperlink - Incorrect URL match."],
    });
    for (const row of fake.state.offerings) row.state = "Paused";
    expect((await post("cowner", {})).body).toEqual({ offering: ["Offering is not available."] });
  });

  test("approve and turn down what waits for their consent", async () => {
    const fake = currentFake();
    fake.customer.order({ name: "one", by: "etais_api_user" });
    fake.customer.order({ name: "two", by: "etais_api_user" });
    expect((await act(fake, "etais_api_user", "one", "approve_by_consumer")).status).toBe(403);
    expect((await act(fake, "cowner", "one", "approve_by_consumer")).status).toBe(200);
    expect(standing(fake, "one")).toBe("Creating, Create pending-provider, periods: none");
    expect((await act(fake, "cowner", "one", "approve_by_consumer")).status).toBe(409);
    expect((await act(fake, "cowner", "two", "reject_by_consumer")).status).toBe(200);
    expect(standing(fake, "two")).toBe("Terminated, Create rejected, periods: none");
  });

  test("take people into the project and out of it", async () => {
    const fake = currentFake();
    const path = "projects/8a158ebf1abf4c74a431b9c65a0d7829";
    const user = fake.state.userNamed("newcomer")?.uuid ?? "";
    const body = { user, role: "PROJECT.MEMBER", expiration_time: "2027-01-01T00:00:00Z" };
    const held = () => fake.state.roles.where("user_uuid", user).map(({ role }) => role);
    const answer = await ask(fake, "cowner", "POST", `${path}/add_user/`, body);
    expect([answer.status, answer.body]).toEqual([201, { expiration_time: "2027-01-01T00:00:00Z" }]);
    expect(held()).toEqual(["member"]);
    expect((await ask(fake, "owner", "POST", `${path}/delete_user/`, body)).status).toBe(404);
    expect((await ask(fake, "csc_api_user", "POST", `${path}/delete_user/`, body)).status).toBe(403);
    expect((await ask(fake, "cowner", "POST", `${path}/delete_user/`, { ...body, role: "x" })).status).toBe(
      400,
    );
    expect((await ask(fake, "cowner", "POST", `${path}/delete_user/`, body)).status).toBe(200);
    expect(held()).toEqual([]);
  });
});
