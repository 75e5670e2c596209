import { describe, expect, it, test } from "vitest";
import { GENERATIONS } from "../../src/fake/state/words.ts";
import { type Served, served } from "./served.ts";

const allocation = ({ shown }: Served, wanted: string) =>
  shown().allocations.rows.find(({ name }) => name === wanted);

async function done(answer: Promise<Response>): Promise<void> {
  const { status } = await answer;
  expect(status).toBe(204);
}

describe("a button of the page", () => {
  it("orders an allocation, changes its limits and ends it", async () => {
    const page = served();
    const limits = { storage: 5 };
    await done(
      page.press("order", {
        name: "climate",
        project: "",
        offering: "",
        plan: "",
        by: "",
        startDate: "",
        limits,
      }),
    );
    expect(page.shown().allocations.rows[0]).toMatchObject({
      name: "climate",
      state: "Creating",
      offering: "Sample offering",
      project: "Sample project",
      limits,
    });
    expect(page.shown().orders.rows[0]).toMatchObject({
      type: "Create",
      state: "pending-provider",
      allocation: "climate",
      by: "cowner",
    });
    await done(page.press("change", { allocation: "Running resource", limits: { storage: 20 } }));
    expect(page.shown().orders.rows[0]).toMatchObject({ type: "Update", limits: { storage: 20 } });
    await done(page.press("end", { allocation: "Erred resource" }));
    expect(page.shown().orders.rows[0]).toMatchObject({ type: "Terminate", allocation: "Erred resource" });
  });

  it("orders on a day to come, as a mere member, and decides for the customer", async () => {
    const page = served();
    const [project, other] = [
      page.fake.state.projects.all()[0]?.uuid,
      page.fake.state.offerings.all()[1]?.uuid,
    ];
    const wish = { project, offering: other, by: "csc_api_user", startDate: "2026-12-01" };
    for (const button of ["approve", "reject", "cancel"]) {
      await done(page.press("order", { name: button, ...wish }));
      const [order] = page.shown().orders.rows;
      expect(order).toMatchObject({
        state: "pending-consumer",
        by: "csc_api_user",
        start_date: "2026-12-01",
      });
      await done(page.press(button, { order: order?.uuid }));
    }
    expect(
      page
        .shown()
        .orders.rows.slice(0, 3)
        .map(({ state }) => state),
    ).toEqual(["canceled", "rejected", "pending-provider"]);
    expect(allocation(page, "approve")?.offering).toBe("Remote offering (really)");
  });

  it("takes a user into a project and out of it", async () => {
    const page = served();
    const person = { project: "Sample project", user: "newcomer" };
    await done(page.press("addMember", { ...person, role: "manager" }));
    const roleOf = () => page.shown().users.rows.find(({ username }) => username === "newcomer")?.roles;
    expect(roleOf()).toBe("manager of Sample project");
    await done(page.press("removeMember", person));
    expect(roleOf()).toBe("no role");
  });

  it("moves the clock, and starts over", async () => {
    const page = served();
    await done(page.press("order", { name: "climate" }));
    await done(page.press("advance", { ms: 8 * 24 * 3_600_000 }));
    expect(page.shown().now).toBe("2026-12-01T12:00:00.000Z");
    await done(page.press("reset"));
    expect(page.shown().now).toBe("2026-11-23T12:00:00.000Z");
    expect(allocation(page, "climate")).toBeUndefined();
  });

  it("turns a fault on and off", async () => {
    const page = served();
    const isOn = () => page.shown().faults.find(({ name }) => name === "htmlPage")?.isOn;
    await done(page.press("fault", { name: "htmlPage", isOn: true }));
    expect(isOn()).toBe(true);
    await done(page.press("fault", { name: "htmlPage", isOn: false }));
    expect(isOn()).toBe(false);
  });

  test.each([
    ["order", {}, 400, "order: name is missing."],
    ["order", { name: "x", limits: { cpu: "many" } }, 400, 'order: limits.cpu: is "many", must be a number.'],
    ["order", { name: "x", project: 7 }, 400, "order: project: is 7, must be text."],
    ["change", { allocation: "nothing", limits: {} }, 409, 'The fake has no resource "nothing"'],
    ["end", { allocation: "Sample resource" }, 409, "The server would refuse this with 409"],
    ["approve", { order: "nothing" }, 409, 'The fake has no order "nothing"'],
    [
      "addMember",
      { project: "Sample project", user: "staff", role: "owner" },
      400,
      'role: is "owner", must be one of member',
    ],
    ["advance", { ms: -1 }, 400, "ms: is -1, must be more than 0"],
    ["advance", {}, 400, "ms is missing"],
    ["fault", { name: "flood", isOn: true }, 400, 'there is no fault "flood"'],
    ["fault", { name: "latency", isOn: "yes" }, 400, 'isOn: is "yes", must be true or false'],
    ["reset", [], 400, "A button sends a JSON object."],
  ])("%s with %j is answered %d", async (button, body, status, problem) => {
    const answer = await served().press(button, body);
    expect([answer.status, await answer.json()]).toEqual([
      status,
      { error: expect.stringContaining(problem) },
    ]);
  });
});

test.each(GENERATIONS)("the page shows a server of %s", async (generation) => {
  const page = served(generation === "2021" ? { dialect: "2021" } : { generation });
  await done(page.press("order", { name: "climate", startDate: "2026-12-01" }));
  const { users, allocations, orders, offerings } = page.shown();
  expect(allocations.rows[0]).toMatchObject({ name: "climate", state: "Creating" });
  expect(users.rows.find(({ username }) => username === "owner")).toMatchObject({
    name: "Olga Owner",
    roles: "owner of Sample HPC centre",
  });
  expect(offerings.map(({ name }) => name)).toEqual(["Sample offering", "Remote offering (really)"]);
  expect(orders.rows[0]?.allocation).toBe("climate");
});

it("adds up what was used of each component, month by month", async () => {
  const page = served({
    seed(seed) {
      seed.user({ username: "boss" });
      seed.organization({ name: "Centre", service_provider: true, owners: ["boss"] });
      seed.organization({ name: "Group" });
      seed.project({ name: "Physics" });
      seed.offering({ name: "Cluster", components: [{ type: "cpu", name: "CPU", measured_unit: "hours" }] });
      seed.allocation({ name: "one", state: "OK", usages: { cpu: 10 } });
      seed.allocation({ name: "two", state: "OK", usages: { cpu: 2.5 } });
    },
  });
  await done(page.press("advance", { ms: 8 * 24 * 3_600_000 }));
  expect(page.shown().usage).toEqual([
    { offering: "Cluster", component: "CPU, hours", months: { "2026-11": 12.5 } },
  ]);
});

it("shows the newest of many rows and requests, and how many there are", async () => {
  const page = served({
    seed(seed) {
      seed.user({ username: "boss" });
      seed.organization({ name: "Centre", service_provider: true, owners: ["boss"] });
      seed.organization({ name: "Group" });
      seed.project({ name: "Physics" });
      seed.offering({ name: "Cluster" });
      for (let i = 0; i < 250; i += 1) seed.allocation({ name: `allocation ${i}`, state: "Creating" });
    },
  });
  for (let i = 0; i < 60; i += 1) await page.ask(`/api/?page=${i}`);
  const { allocations, requests } = page.shown();
  expect([allocations.rows.length, allocations.count, allocations.rows[0]?.name]).toEqual([
    200,
    250,
    "allocation 249",
  ]);
  expect([requests.length, requests[0]]).toEqual([
    50,
    { number: 60, method: "GET", path: "/api/?page=59", operationId: "root_list", status: 401, faults: [] },
  ]);
});
