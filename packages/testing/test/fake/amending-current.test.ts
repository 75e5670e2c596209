import { describe, expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { Json } from "../../src/fake/state/values.ts";
import { type Answer, ask } from "./ask.ts";
import { act, allocation, currentFake, lastOrder, standing } from "./scene.ts";

const NAME = "Sample resource";

function change(fake: FakePuhuri, user: string, body: Json): Promise<Answer> {
  return ask(fake, user, "PATCH", `marketplace-orders/${lastOrder(fake, NAME).uuid}/`, body);
}

describe("an order that waits", () => {
  test("is changed by either side, and the allocation that is to come with it", async () => {
    const fake = currentFake();
    const before = lastOrder(fake, NAME).attributes;
    const answer = await change(fake, "owner", { limits: { storage: 7 } });
    expect([answer.status, answer.body]).toEqual([
      200,
      { limits: { storage: 7 }, attributes: before, start_date: null },
    ]);
    await change(fake, "cowner", { attributes: { name: NAME, queue: "long" } });
    await act(fake, "owner", NAME, "approve_by_provider");
    await act(fake, "owner", NAME, "set_state_done");
    expect(allocation(fake, NAME)).toMatchObject({ state: "OK", limits: { storage: 7 } });
    expect(allocation(fake, NAME).attributes).toEqual({ name: NAME, queue: "long" });
  });

  test("waits for the day it is given, until it is given none", async () => {
    let now = new Date("2026-11-23T12:00:00Z");
    const fake = currentFake({ now: () => now });
    await change(fake, "owner", { start_date: "2026-12-24" });
    await act(fake, "owner", NAME, "approve_by_provider");
    expect(lastOrder(fake, NAME).state).toBe("pending-start-date");
    await change(fake, "owner", { start_date: null });
    now = new Date("2026-11-24T12:00:00Z");
    await ask(fake, "owner", "GET", "marketplace-orders/");
    expect(lastOrder(fake, NAME).state).toBe("executing");
  });

  test.each<[Json, Json]>([
    [{ limits: { cpu: "many" } }, { limits: { cpu: ["A valid number is required."] } }],
    [{ limits: { cpu: 7 } }, { limits: ["Invalid types: cpu"] }],
    [
      { start_date: "soon" },
      { start_date: ["Date has wrong format. Use one of these formats instead: YYYY-MM-DD."] },
    ],
  ])("is not changed to %j", async (body, errors) => {
    const answer = await change(currentFake(), "owner", body);
    expect([answer.status, answer.body]).toEqual([400, errors]);
  });

  test.each([
    ["8.0", { queue: "long" }],
    ["8.1", { queue: "long" }],
    ["2024-10", {}],
  ] as const)(
    "takes what its approval adds to its attributes on 8.x servers: %s",
    async (generation, added) => {
      const fake = currentFake({ generation });
      await act(fake, "owner", NAME, "approve_by_provider", { attributes: { queue: "long" } });
      expect(lastOrder(fake, NAME)).toMatchObject({ state: "executing" });
      expect(lastOrder(fake, NAME).attributes).toEqual({ name: NAME, ...added });
    },
  );

  test("stays as it is once it is carried out, and for members", async () => {
    const fake = currentFake();
    expect((await change(fake, "csc_api_user", { limits: {} })).status).toBe(403);
    await act(fake, "owner", NAME, "approve_by_provider");
    expect((await change(fake, "owner", { limits: {} })).status).toBe(409);
    expect((await act(fake, "owner", NAME, "delete_attachment")).status).toBe(409);
  });

  test("loses its attachment, if it has any", async () => {
    expect((await act(currentFake(), "owner", NAME, "delete_attachment")).status).toBe(204);
  });
});

test("an order shows its allocation", async () => {
  const fake = currentFake();
  const { uuid } = allocation(fake, NAME);
  const path = `marketplace-orders/${lastOrder(fake, NAME).uuid}/resource/`;
  expect((await ask(fake, "owner", "GET", path)).body).toMatchObject({ uuid, name: NAME });
});

describe("an order that failed", () => {
  test.each([
    [NAME, "Terminated, Create erred", "Creating, Create executing", "OK, Create done"],
    ["Updating resource", "Erred, Update erred", "Updating, Update executing", "OK, Update done"],
    [
      "Terminating resource",
      "OK, Terminate erred",
      "Terminating, Terminate executing",
      "Terminated, Terminate done",
    ],
  ])("is begun anew, and then carried out: %s", async (name, failed, anew, done) => {
    const fake = currentFake();
    if (name === NAME) await act(fake, "owner", name, "approve_by_provider");
    await act(fake, "owner", name, "set_state_erred", { error_message: "No space", error_traceback: "" });
    expect(standing(fake, name)).toContain(failed);
    expect((await act(fake, "owner", name, "retry")).status).toBe(200);
    expect(standing(fake, name)).toContain(anew);
    expect(lastOrder(fake, name)).toMatchObject({ error_message: "" });
    await act(fake, "owner", name, "set_state_done");
    expect(standing(fake, name)).toContain(done);
  });

  test("is the provider's to begin anew, from no other state, and not on servers of 2024-10", async () => {
    const fake = currentFake();
    expect((await act(fake, "owner", NAME, "retry")).status).toBe(409);
    expect((await act(fake, "cowner", NAME, "retry")).status).toBe(403);
    const old = currentFake({ generation: "2024-10" });
    expect((await act(old, "owner", NAME, "retry")).status).toBe(404);
  });
});
