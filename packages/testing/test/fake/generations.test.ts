import { describe, expect, test } from "vitest";
import type { FakePuhuri, FakePuhuriOptions } from "../../src/fake/create-fake-puhuri.ts";
import type { Json } from "../../src/fake/state/values.ts";
import { CURRENT_GENERATIONS } from "../../src/fake/state/words.ts";
import { type Answer, ask } from "./ask.ts";
import { act, allocation, currentFake, lastOrder, standing } from "./scene.ts";

const ERRORS = { error_message: "No space", error_traceback: "line 1" };

async function set(fake: FakePuhuri, user: string, name: string, word: string, body?: Json): Promise<Answer> {
  const { uuid } = allocation(fake, name);
  return ask(fake, user, "POST", `marketplace-provider-resources/${uuid}/${word}/`, body);
}

describe("set_as_ok of newest servers", () => {
  test("opens a plan period from Creating and leaves the order that creates it as it is", async () => {
    const fake = currentFake({ generation: "8.1" });
    await act(fake, "owner", "Sample resource", "approve_by_provider");
    const answer = await set(fake, "owner", "Sample resource", "set_as_ok");
    expect([answer.status, answer.body]).toEqual([200, ""]);
    expect(standing(fake, "Sample resource")).toBe("OK, Create executing, periods: open");
    // So the provider's done for the order comes too late to do more than that.
    expect((await act(fake, "owner", "Sample resource", "set_state_done")).status).toBe(200);
    expect(standing(fake, "Sample resource")).toBe("OK, Create done, periods: open");
  });

  test("does nothing to what is OK, and takes the error from what was not", async () => {
    const fake = currentFake({ generation: "8.1" });
    const { modified } = allocation(fake, "Running resource");
    expect((await set(fake, "owner", "Running resource", "set_as_ok")).status).toBe(200);
    expect(allocation(fake, "Running resource").modified).toBe(modified);

    await set(fake, "owner", "Running resource", "set_as_erred", ERRORS);
    expect((await set(fake, "owner", "Running resource", "set_as_ok")).status).toBe(200);
    expect(allocation(fake, "Running resource")).toMatchObject({
      state: "OK",
      error_message: "",
      error_traceback: "",
    });
    expect(standing(fake, "Running resource")).toBe("OK, Create done, periods: open");
  });

  test.each(["Updating resource", "Terminating resource", "Erred resource"])(
    "makes the %s OK without a second plan period",
    async (name) => {
      const fake = currentFake({ generation: "8.1" });
      expect((await set(fake, "owner", name, "set_as_ok")).status).toBe(200);
      expect(standing(fake, name)).toMatch(/^OK, .*periods: open$/);
    },
  );

  test("crashes on a resource that is Terminated", async () => {
    const fake = currentFake({ generation: "8.1" });
    expect((await set(fake, "owner", "Terminated resource", "set_as_ok")).status).toBe(500);
    expect(standing(fake, "Terminated resource")).toMatch(/^Terminated/);
  });

  test("is the owner's, and unknown to the oldest servers", async () => {
    const fake = currentFake({ generation: "8.1" });
    expect((await set(fake, "spmanager", "Sample resource", "set_as_ok")).status).toBe(403);
    expect((await set(fake, "cowner", "Sample resource", "set_as_ok")).status).toBe(404);
    const answer = await set(currentFake({ generation: "2024-10" }), "owner", "Sample resource", "set_as_ok");
    expect([answer.status, answer.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
  });
});

describe("set_as_erred", () => {
  test("is the owner's on newest servers, with what went wrong", async () => {
    const fake = currentFake({ generation: "8.1" });
    expect((await set(fake, "owner", "Running resource", "set_as_erred", ERRORS)).status).toBe(200);
    expect(allocation(fake, "Running resource")).toMatchObject({ state: "Erred", ...ERRORS });
    expect((await set(fake, "owner", "Updating resource", "set_as_erred")).status).toBe(200);
    expect(standing(fake, "Updating resource")).toBe("Erred, Update executing, periods: open");
    expect((await set(fake, "spmanager", "Updating resource", "set_as_erred")).status).toBe(403);
  });

  test("is the staff's on the oldest ones, who look at no body", async () => {
    const fake = currentFake({ generation: "2024-10" });
    expect((await set(fake, "owner", "Running resource", "set_as_erred", ERRORS)).status).toBe(403);
    expect((await set(fake, "staff", "Running resource", "set_as_erred", ERRORS)).status).toBe(200);
    expect(allocation(fake, "Running resource")).toMatchObject({ state: "Erred", error_message: "" });
  });
});

describe("an order", () => {
  async function read(options: Omit<FakePuhuriOptions, "dialect">, query = ""): Promise<Json> {
    const fake = currentFake(options);
    const { uuid } = lastOrder(fake, "Sample resource");
    return (await ask(fake, "owner", "GET", `marketplace-orders/${uuid}/${query}`)).body;
  }

  test("has null for who reviewed on newest servers, and no such key on the oldest", async () => {
    expect(await read({ generation: "8.1" })).toMatchObject({
      provider_reviewed_by: null,
      old_plan_uuid: null,
    });
    const old = await read({ generation: "2024-10" });
    expect(old).not.toHaveProperty("provider_reviewed_by");
    expect(old).not.toHaveProperty("old_plan_uuid");
    expect(old).toHaveProperty("consumer_reviewed_by");
  });

  test("answers an approval with words on newest servers, with nothing on the oldest", async () => {
    for (const [generation, body] of [
      ["8.1", { detail: "Order has been approved and is being processed." }],
      ["2024-10", ""],
    ] as const) {
      const fake = currentFake({ generation });
      const answer = await act(fake, "owner", "Sample resource", "approve_by_provider", {});
      expect([answer.status, answer.body]).toEqual([200, body]);
    }
  });

  test("keeps the reason of a rejection on newest servers", async () => {
    for (const generation of CURRENT_GENERATIONS) {
      const fake = currentFake({ generation });
      const body = { provider_rejection_comment: "No room" };
      expect((await act(fake, "owner", "Sample resource", "reject_by_provider", body)).status).toBe(200);
      expect(lastOrder(fake, "Sample resource").provider_rejection_comment).toBe(
        generation !== "2024-10" ? "No room" : "",
      );
    }
  });
});

describe("a resource's orders", () => {
  test("can be asked for by name on newest servers; the oldest then ignore the whole selection", async () => {
    for (const generation of CURRENT_GENERATIONS) {
      const fake = currentFake({ generation });
      const { uuid } = allocation(fake, "Sample resource");
      const path = `marketplace-provider-resources/${uuid}/?field=order_in_progress`;
      const { body } = await ask(fake, "owner", "GET", path);
      const keys = Object.keys(body ?? {});
      expect(body).toMatchObject({ order_in_progress: { state: "pending-provider" } });
      expect(keys.length === 1).toBe(generation !== "2024-10");
    }
  });
});

describe("filters", () => {
  test("on offerings take a list with commas on newest servers only", async () => {
    const uuids = "cf4eb9c29fc74af4ade667fcb53633d5,d47ca5bce71144579df29da3c290027e";
    const path = `marketplace-provider-resources/?offering_uuid=${uuids}`;
    const newest = await ask(currentFake({ generation: "8.1" }), "owner", "GET", path);
    expect([newest.status, newest.rows.length]).toEqual([200, 6]);
    expect((await ask(currentFake({ generation: "2024-10" }), "owner", "GET", path)).status).toBe(400);
  });
});

test("a manager of an offering sees its resources on newest servers only", async () => {
  for (const [generation, count] of [
    ["8.1", 6],
    ["2024-10", 0],
  ] as const) {
    const answer = await ask(
      currentFake({ generation }),
      "offmanager",
      "GET",
      "marketplace-provider-resources/",
    );
    expect(answer.rows).toHaveLength(count);
  }
});

test("the address of 2021 answers a provider with an empty list", async () => {
  for (const generation of CURRENT_GENERATIONS) {
    const answer = await ask(currentFake({ generation }), "owner", "GET", "marketplace-resources/");
    expect([answer.status, answer.body]).toEqual([200, []]);
  }
});
