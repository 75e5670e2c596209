import { describe, expect, test } from "vitest";
import { act, allocation, currentFake, lastOrder, standing } from "./scene.ts";

const ERRORS = { error_message: "No space", error_traceback: "line 1" };

describe("an order placed on 8.1", () => {
  test("moves its resource at once: to Updating, or to Terminating", () => {
    const fake = currentFake();
    fake.customer.changeLimits("Running resource", { storage: 20 });
    expect(standing(fake, "Running resource")).toBe("Updating, Update pending-provider, periods: open");
    const other = currentFake();
    other.customer.terminate("Running resource", { by: "etais_api_user" });
    expect(standing(other, "Running resource")).toBe(
      "Terminating, Terminate pending-consumer, periods: open",
    );
  });

  test("leaves an Erred resource Erred", () => {
    const fake = currentFake();
    fake.customer.terminate("Erred resource");
    expect(standing(fake, "Erred resource")).toBe("Erred, Terminate pending-provider, periods: open");
  });

  test("brings the resource back to OK when it is rejected, and ends one that was to be created", async () => {
    const fake = currentFake();
    fake.customer.terminate("Running resource");
    await act(fake, "owner", "Running resource", "reject_by_provider");
    expect(standing(fake, "Running resource")).toBe("OK, Terminate rejected, periods: open");
    await act(fake, "owner", "Sample resource", "reject_by_provider");
    expect(standing(fake, "Sample resource")).toBe("Terminated, Create rejected, periods: none");
  });

  test("does so when the customer cancels it, too", () => {
    const fake = currentFake();
    fake.customer.cancel(fake.customer.changeLimits("Running resource", { storage: 20 }));
    expect(standing(fake, "Running resource")).toBe("OK, Update canceled, periods: open");
    fake.customer.cancel(fake.customer.order({ name: "new" }));
    expect(standing(fake, "new")).toBe("Terminated, Create canceled, periods: none");
  });
});

describe("an order of 8.1 that a provider's agent carries out", () => {
  test("is left alone by the server's worker, which makes nothing of its own either", async () => {
    const fake = currentFake({ background: "when-told" });
    await act(fake, "owner", "Sample resource", "approve_by_provider");
    fake.customer.terminate("Erred resource");
    await act(fake, "owner", "Erred resource", "approve_by_provider");
    expect(fake.worker.waiting).toBe(0);
    expect(allocation(fake, "Sample resource").plugin_object).toBeNull();
    expect(standing(fake, "Erred resource")).toBe("Erred, Terminate executing, periods: open");
    await act(fake, "owner", "Erred resource", "set_state_done");
    expect(standing(fake, "Erred resource")).toBe("Terminated, Terminate done, periods: closed");
  });

  test("is completed by the agent's word, limits and all", async () => {
    const fake = currentFake();
    fake.customer.changeLimits("Running resource", { storage: 20 });
    await act(fake, "owner", "Running resource", "approve_by_provider");
    expect(standing(fake, "Running resource")).toBe("Updating, Update executing, periods: open");
    await act(fake, "owner", "Running resource", "set_state_done");
    expect(standing(fake, "Running resource")).toBe("OK, Update done, periods: open");
    expect(allocation(fake, "Running resource").limits).toEqual({ storage: 20 });
  });
});

test("an order that failed before the provider let it through leaves its resource Erred on 8.1, too", async () => {
  const fake = currentFake();
  await act(fake, "owner", "Sample resource", "set_state_erred", ERRORS);
  expect(lastOrder(fake, "Sample resource").state).toBe("pending-provider");
  expect(allocation(fake, "Sample resource").state).toBe("Erred");
});
