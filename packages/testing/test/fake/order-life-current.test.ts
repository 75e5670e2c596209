import { describe, expect, test } from "vitest";
import type { Json } from "../../src/fake/state/values.ts";
import { CURRENT_GENERATIONS } from "../../src/fake/state/words.ts";
import { ask } from "./ask.ts";
import { act, allocation, currentFake, lastOrder, standing } from "./scene.ts";

const ERRORS = { error_message: "No space", error_traceback: "line 1" };

/** What the provider does to the newest order, and where that leaves all of it. */
const LIVES: [type: string, name: string, steps: [action: string, standing: string][]][] = [
  [
    "Marketplace.Slurm",
    "Sample resource",
    [
      ["approve_by_provider", "Creating, Create executing, periods: none"],
      ["set_state_done", "OK, Create done, periods: open"],
    ],
  ],
  [
    "Marketplace.Slurm",
    "Sample resource",
    [["reject_by_provider", "Terminated, Create rejected, periods: none"]],
  ],
  [
    "Marketplace.Slurm",
    "Sample resource",
    [["set_state_executing", "Creating, Create executing, periods: none"]],
  ],
  // An order that waits stays as it is, whatever becomes of its resource.
  [
    "Marketplace.Slurm",
    "Sample resource",
    [["set_state_erred", "Erred, Create pending-provider, periods: none"]],
  ],
  ["Marketplace.Slurm", "Updating resource", [["set_state_done", "OK, Update done, periods: open"]]],
  ["Marketplace.Slurm", "Updating resource", [["set_state_erred", "Erred, Update erred, periods: open"]]],
  [
    "Marketplace.Slurm",
    "Terminating resource",
    [["set_state_done", "Terminated, Terminate done, periods: closed"]],
  ],
  [
    "Marketplace.Slurm",
    "Terminating resource",
    [
      ["set_state_erred", "OK, Terminate erred, periods: open"],
      ["set_state_executing", "OK, Terminate executing, periods: open"],
      ["set_state_done", "Terminated, Terminate done, periods: closed"],
    ],
  ],
  ["Marketplace.Basic", "Sample resource", [["approve_by_provider", "OK, Create done, periods: open"]]],
  [
    "Marketplace.Basic",
    "Sample resource",
    [["reject_by_provider", "Terminated, Create rejected, periods: none"]],
  ],
  ["Marketplace.Basic", "Updating resource", [["set_state_done", "OK, Update done, periods: open"]]],
  [
    "Marketplace.Basic",
    "Terminating resource",
    [["set_state_done", "Terminated, Terminate done, periods: closed"]],
  ],
];

describe.each(CURRENT_GENERATIONS)("an order on %s", (generation) => {
  test("that failed to create what has a backend id can be tried again", async () => {
    const fake = currentFake({ generation });
    allocation(fake, "Sample resource").backend_id = "hpc-9";
    await act(fake, "owner", "Sample resource", "approve_by_provider");
    for (const [action, expected] of [
      ["set_state_erred", "Erred, Create erred, periods: none"],
      ["set_state_executing", "Erred, Create executing, periods: none"],
      // Only Creating opens a period.
      ["set_state_done", "OK, Create done, periods: none"],
    ] as const) {
      const { status } = await act(fake, "owner", "Sample resource", action, ERRORS);
      expect([status, standing(fake, "Sample resource")]).toEqual([200, expected]);
    }
  });

  test("that failed to create what has no backend id leaves it Erred, from 8.1 on Terminated", async () => {
    const fake = currentFake({ generation });
    await act(fake, "owner", "Sample resource", "approve_by_provider");
    expect((await act(fake, "owner", "Sample resource", "set_state_erred", ERRORS)).status).toBe(200);
    const state = generation === "8.1" ? "Terminated" : "Erred";
    expect(standing(fake, "Sample resource")).toBe(`${state}, Create erred, periods: none`);
  });

  test.each(LIVES)("of a %s offering, of the %s: %j", async (type, name, steps) => {
    const fake = currentFake({ generation, type });
    for (const [action, expected] of steps) {
      const answer = await act(
        fake,
        "owner",
        name,
        action,
        action === "set_state_erred" ? ERRORS : undefined,
      );
      expect([answer.status, standing(fake, name)]).toEqual([200, expected]);
    }
  });

  test.each([
    // The state is looked at before the type, but for set_state_erred.
    ["Marketplace.Basic", "Sample resource", "set_state_done", 409, "Valid states for operation: executing."],
    [
      "Marketplace.Basic",
      "Updating resource",
      "set_state_executing",
      409,
      "Valid states for operation: pending-consumer, pending-provider, erred.",
    ],
    [
      "Marketplace.Basic",
      "Sample resource",
      "set_state_executing",
      405,
      "The order's offering with Marketplace.Basic type does not support this action",
    ],
    [
      "Marketplace.Basic",
      "Running resource",
      "set_state_erred",
      405,
      "The order's offering with Marketplace.Basic type does not support this action",
    ],
    [
      "Marketplace.Slurm",
      "Updating resource",
      "approve_by_provider",
      409,
      "Valid states for operation: pending-provider.",
    ],
    [
      "Marketplace.Slurm",
      "Running resource",
      "reject_by_provider",
      409,
      "Valid states for operation: pending-provider.",
    ],
    [
      "Some.Other",
      "Updating resource",
      "set_state_done",
      405,
      "The order's offering with Some.Other type does not",
    ],
  ])("of a %s offering, of the %s, refuses %s with %i", async (type, name, action, status, words) => {
    const fake = currentFake({ generation, type });
    const before = standing(fake, name);
    const answer = await act(fake, "owner", name, action, ERRORS);
    expect(answer).toMatchObject({ status, body: { detail: expect.stringContaining(words) } });
    expect(standing(fake, name)).toBe(before);
  });

  test("is canceled by its consumer, who may, and on some types only", async () => {
    const fake = currentFake({ generation, type: "Marketplace.Basic" });
    expect((await act(fake, "owner", "Sample resource", "cancel")).status).toBe(403);
    expect((await act(fake, "outsider", "Sample resource", "cancel")).status).toBe(404);
    expect((await act(fake, "cowner", "Sample resource", "cancel")).status).toBe(202);
    const state = generation === "8.1" ? "Terminated" : "Creating";
    expect(standing(fake, "Sample resource")).toBe(`${state}, Create canceled, periods: none`);
    expect((await act(fake, "cowner", "Sample resource", "cancel")).status).toBe(409);

    const slurm = currentFake({ generation, type: "Marketplace.Slurm" });
    expect((await act(slurm, "cowner", "Sample resource", "cancel")).status).toBe(405);
    expect((await act(slurm, "cowner", "Running resource", "cancel")).status).toBe(409);
  });

  test("takes over its limits once it is done", async () => {
    const fake = currentFake({ generation });
    lastOrder(fake, "Updating resource").limits = { storage: 40 };
    expect(allocation(fake, "Updating resource").limits).toEqual({ storage: 10 });
    await act(fake, "owner", "Updating resource", "set_state_done");
    expect(allocation(fake, "Updating resource").limits).toEqual({ storage: 40 });
  });

  test("shows for which provider it waits, and for whom it does not", async () => {
    const fake = currentFake({ generation });
    const waiting = async (user: string): Promise<Json[]> =>
      (await ask(fake, user, "GET", "marketplace-orders/?can_approve_as_provider=true")).column(
        "resource_name",
      );
    expect(await waiting("owner")).toEqual(["Sample resource"]);
    expect(await waiting("staff")).toEqual(["Sample resource"]);
    expect(await waiting("spmanager")).toEqual([]);
    expect(await waiting("cowner")).toEqual([]);
  });

  test("is decided by the provider's owner only; who does not see it gets 404 before 403", async () => {
    const fake = currentFake({ generation });
    for (const action of [
      "approve_by_provider",
      "reject_by_provider",
      "set_state_executing",
      "set_state_done",
    ]) {
      expect((await act(fake, "spmanager", "Sample resource", action)).status).toBe(403);
      expect((await act(fake, "cowner", "Sample resource", action)).status).toBe(403);
      expect((await act(fake, "outsider", "Sample resource", action)).status).toBe(404);
      expect((await act(fake, "offmanager", "Sample resource", action)).status).toBe(
        generation !== "2024-10" ? 403 : 404,
      );
    }
    expect(standing(fake, "Sample resource")).toBe("Creating, Create pending-provider, periods: none");
  });

  test("of a blocked organization cannot be decided", async () => {
    const fake = currentFake({ generation });
    for (const organization of fake.state.organizations) {
      organization.is_blocked = true;
    }
    for (const action of ["approve_by_provider", "reject_by_provider"]) {
      expect(await act(fake, "owner", "Sample resource", action)).toMatchObject({
        status: 400,
        body: ["Blocked organization is not available."],
      });
    }
    expect(standing(fake, "Sample resource")).toBe("Creating, Create pending-provider, periods: none");
  });
});

test("the oldest servers refuse to approve for a project that is over, newest ones let it through", async () => {
  for (const generation of CURRENT_GENERATIONS) {
    const fake = currentFake({ generation });
    for (const project of fake.state.projects) {
      project.end_date = "2026-11-23";
    }
    const answer = await act(fake, "owner", "Sample resource", "approve_by_provider");
    expect(answer.status).toBe(generation !== "2024-10" ? 200 : 400);
    expect((await act(fake, "owner", "Updating resource", "set_state_done")).status).toBe(200);
  }
});

test.each([
  [{}, 500],
  [{ error_message: "x" }, 500],
  [{ error_message: null, error_traceback: "" }, 400],
  [{ error_message: "", error_traceback: "" }, 200],
])("set_state_erred on 2024-10 with %j answers %i", async (body, status) => {
  const fake = currentFake({ generation: "2024-10" });
  expect((await act(fake, "owner", "Updating resource", "set_state_erred", body)).status).toBe(status);
  expect(standing(fake, "Updating resource")).toContain(status === 200 ? "Erred, Update erred" : "Updating");
});

test("newest servers need neither message to set an order erred", async () => {
  const fake = currentFake({ generation: "8.1" });
  expect((await act(fake, "owner", "Updating resource", "set_state_erred")).status).toBe(200);
  expect(standing(fake, "Updating resource")).toBe("Erred, Update erred, periods: open");
});

test("the messages are stored even when the order stays as it is; the traceback shows to staff only", async () => {
  const fake = currentFake({ generation: "2024-10" });
  await act(fake, "owner", "Running resource", "set_state_erred", ERRORS);
  expect(standing(fake, "Running resource")).toBe("Erred, Create done, periods: open");
  const path = `marketplace-orders/${lastOrder(fake, "Running resource").uuid}/`;
  expect((await ask(fake, "owner", "GET", path)).body).toMatchObject({ error_message: "No space" });
  expect((await ask(fake, "owner", "GET", path)).body).not.toHaveProperty("error_traceback");
  expect((await ask(fake, "staff", "GET", path)).body).toMatchObject(ERRORS);
});
