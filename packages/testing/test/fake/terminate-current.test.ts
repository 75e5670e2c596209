import { describe, expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { Json } from "../../src/fake/state/values.ts";
import { CURRENT_GENERATIONS } from "../../src/fake/state/words.ts";
import { type Answer, ask } from "./ask.ts";
import { act, allocation, currentFake, lastOrder, standing } from "./scene.ts";

async function terminate(fake: FakePuhuri, user: string, name: string, body: Json = {}): Promise<Answer> {
  const { uuid } = allocation(fake, name);
  return ask(fake, user, "POST", `marketplace-provider-resources/${uuid}/terminate/`, body);
}

describe.each(CURRENT_GENERATIONS)("a provider's termination on %s", (generation) => {
  /** What a resource shows while the order waits. */
  const shown = generation === "8.1" ? "Terminating" : "OK";

  test("places an order for themselves to approve, and from 8.1 on shows so at the resource", async () => {
    const fake = currentFake({ generation });
    const answer = await terminate(fake, "owner", "Running resource", { attributes: { reason: "moved" } });
    const order = lastOrder(fake, "Running resource");
    expect([answer.status, answer.body]).toEqual([200, { order_uuid: order.uuid }]);
    expect(standing(fake, "Running resource")).toBe(`${shown}, Terminate pending-provider, periods: open`);
    expect(order.attributes).toEqual({ reason: "moved" });
    expect((await ask(fake, "owner", "GET", `marketplace-orders/${order.uuid}/`)).body).toMatchObject({
      consumer_reviewed_by: "owner",
      cost: null,
      limits: {},
    });
  });

  test("is possible from OK and Erred only", async () => {
    const fake = currentFake({ generation });
    expect((await terminate(fake, "owner", "Erred resource")).status).toBe(200);
    for (const name of [
      "Sample resource",
      "Updating resource",
      "Terminating resource",
      "Terminated resource",
    ]) {
      expect(await terminate(fake, "owner", name)).toMatchObject({
        status: 409,
        body: { detail: "Valid states for operation: OK, Erred." },
      });
    }
  });

  test("is refused for the state before the body is read", async () => {
    const fake = currentFake({ generation });
    expect((await terminate(fake, "owner", "Sample resource", { attributes: null })).status).toBe(409);
    expect((await terminate(fake, "owner", "Running resource", { attributes: null })).status).toBe(400);
  });

  test("is refused while another order is open, and possible again after that one was rejected", async () => {
    const fake = currentFake({ generation });
    await terminate(fake, "owner", "Running resource");
    expect(await terminate(fake, "owner", "Running resource")).toMatchObject(
      generation === "8.1"
        ? { status: 409, body: { detail: "Valid states for operation: OK, Erred." } }
        : { status: 400, body: ["Pending order for resource already exists."] },
    );
    expect((await act(fake, "owner", "Running resource", "reject_by_provider")).status).toBe(200);
    expect(standing(fake, "Running resource")).toBe("OK, Terminate rejected, periods: open");
    expect((await terminate(fake, "owner", "Running resource")).status).toBe(200);
  });

  test("is the owner's: service managers get 403, who does not provide it 404", async () => {
    const fake = currentFake({ generation });
    expect((await terminate(fake, "spmanager", "Running resource")).status).toBe(403);
    expect((await terminate(fake, "cowner", "Running resource")).status).toBe(404);
    expect((await terminate(fake, "outsider", "Running resource")).status).toBe(404);
    expect(standing(fake, "Running resource")).toBe("OK, Create done, periods: open");
  });

  test("waits for a project that has not begun", async () => {
    const fake = currentFake({ generation });
    for (const project of fake.state.projects) {
      project.start_date = "2027-01-01";
    }
    await terminate(fake, "owner", "Running resource");
    expect(standing(fake, "Running resource")).toBe(`${shown}, Terminate pending-project, periods: open`);
    expect((await act(fake, "owner", "Running resource", "approve_by_provider")).status).toBe(409);
  });

  test("of a blocked organization is refused", async () => {
    const fake = currentFake({ generation });
    for (const organization of fake.state.organizations) {
      organization.is_blocked = true;
    }
    expect(await terminate(fake, "owner", "Running resource")).toMatchObject({
      status: 400,
      body: ["Blocked organization is not available."],
    });
  });
});

describe("the consumer's termination, at the address of old", () => {
  async function end(fake: FakePuhuri, user: string): Promise<Answer> {
    const { uuid } = allocation(fake, "Running resource");
    return ask(fake, user, "POST", `marketplace-resources/${uuid}/terminate/`, {});
  }

  test("by a lead of the project waits for an owner of the consumer", async () => {
    const fake = currentFake();
    expect((await end(fake, "csc_api_user")).status).toBe(200);
    expect(standing(fake, "Running resource")).toBe("Terminating, Terminate pending-consumer, periods: open");
    expect((await act(fake, "owner", "Running resource", "approve_by_provider")).status).toBe(409);
  });

  test("by an owner of the consumer waits for the provider", async () => {
    const fake = currentFake();
    expect((await end(fake, "cowner")).status).toBe(200);
    expect(standing(fake, "Running resource")).toBe("Terminating, Terminate pending-provider, periods: open");
  });

  test("is not for the provider, who does not see the resource there", async () => {
    const fake = currentFake();
    expect((await end(fake, "owner")).status).toBe(404);
  });
});
