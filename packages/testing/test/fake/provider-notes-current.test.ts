import { describe, expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import { ask } from "./ask.ts";
import { act, currentFake, lastOrder } from "./scene.ts";

const NAME = "Sample resource";

/** The customer can answer at these offerings. */
function letWrite(fake: FakePuhuri): void {
  for (const offering of fake.state.offerings) {
    offering.plugin_options.enable_provider_consumer_messaging = true;
  }
}

describe("the provider's own id of an order", () => {
  test("is kept, and said to be so", async () => {
    const fake = currentFake();
    const set = (backend_id: string) => act(fake, "owner", NAME, "set_backend_id", { backend_id });
    expect((await set("job-1")).body).toEqual({ status: "Order backend_id has been changed." });
    expect((await set("job-1")).body).toEqual({ status: "Order backend_id is not changed." });
    const { body } = await ask(fake, "owner", "GET", `marketplace-orders/${lastOrder(fake, NAME).uuid}/`);
    expect(body).toMatchObject({ backend_id: "job-1" });
    expect((await act(fake, "owner", NAME, "set_backend_id", {})).status).toBe(400);
  });

  test("is not the customer's, and unknown to servers of 2024-10", async () => {
    const body = { backend_id: "job-1" };
    expect((await act(currentFake(), "cowner", NAME, "set_backend_id", body)).status).toBe(403);
    const old = currentFake({ generation: "2024-10" });
    expect((await act(old, "owner", NAME, "set_backend_id", body)).status).toBe(404);
  });
});

describe("a message to the customer", () => {
  test("is shown at the order; what is not given stays", async () => {
    const fake = currentFake();
    letWrite(fake);
    const tell = (body: Record<string, string>) => act(fake, "owner", NAME, "set_provider_info", body);
    expect((await tell({ provider_message: "Which partition?" })).body).toEqual({
      detail: "Provider info has been saved.",
    });
    await tell({ provider_message_url: "https://hpc.example/form" });
    const path = `marketplace-orders/${lastOrder(fake, NAME).uuid}/`;
    expect((await ask(fake, "cowner", "GET", path)).body).toMatchObject({
      provider_message: "Which partition?",
      provider_message_url: "https://hpc.example/form",
      provider_message_updated_at: "2026-11-23T12:00:00Z",
    });
  });

  test("is refused once the order is reviewed, and where the offering does not let the two write", async () => {
    const fake = currentFake();
    const body = { provider_message: "Which partition?" };
    expect((await act(fake, "owner", NAME, "set_provider_info", body)).status).toBe(409);
    letWrite(fake);
    await act(fake, "owner", NAME, "approve_by_provider");
    expect((await act(fake, "owner", NAME, "set_provider_info", body)).status).toBe(409);
  });
});
