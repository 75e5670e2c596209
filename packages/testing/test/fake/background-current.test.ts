import { describe, expect, test } from "vitest";
import { ask } from "./ask.ts";
import { act, allocation, currentFake, lastOrder, standing } from "./scene.ts";

const BASIC = { type: "Marketplace.Basic" } as const;

describe("a Basic order that was let through", () => {
  test("is completed before the answer, unless told otherwise", async () => {
    const fake = currentFake(BASIC);
    await act(fake, "owner", "Sample resource", "approve_by_provider");
    expect(standing(fake, "Sample resource")).toBe("OK, Create done, periods: open");
  });

  test("stays executing for as many reads as told", async () => {
    const fake = currentFake({ ...BASIC, background: { afterReads: 2 } });
    await act(fake, "owner", "Sample resource", "approve_by_provider");
    const { uuid } = lastOrder(fake, "Sample resource");
    const states: unknown[] = [];
    for (let reads = 0; reads < 4; reads += 1) {
      const { body } = await ask(fake, "owner", "GET", `marketplace-orders/${uuid}/?field=state`);
      states.push(body);
    }
    expect(states).toEqual([
      { state: "executing" },
      { state: "executing" },
      { state: "done" },
      { state: "done" },
    ]);
  });

  test("stays executing until the test says so, and the provider can complete it before", async () => {
    const fake = currentFake({ ...BASIC, background: "when-told" });
    await act(fake, "owner", "Sample resource", "approve_by_provider");
    expect(standing(fake, "Sample resource")).toBe("Creating, Create executing, periods: none");
    expect((await act(fake, "owner", "Sample resource", "approve_by_provider")).status).toBe(409);
    expect((await act(fake, "owner", "Sample resource", "set_state_done")).status).toBe(200);
    fake.process();
    expect(standing(fake, "Sample resource")).toBe("OK, Create done, periods: open");
  });

  test("is lost when its resource was ended meanwhile: the worker notes why", async () => {
    const fake = currentFake({ ...BASIC, background: "when-told" });
    await act(fake, "owner", "Sample resource", "approve_by_provider");
    allocation(fake, "Sample resource").state = "Terminated";
    fake.process();
    expect(standing(fake, "Sample resource")).toBe("Erred, Create erred, periods: none");
    expect(lastOrder(fake, "Sample resource").error_message).toContain("Can't switch from state '6'");
  });

  test("is forgotten by reset", async () => {
    const fake = currentFake({ background: "when-told" });
    await act(fake, "owner", "Sample resource", "approve_by_provider");
    fake.reset();
    fake.process();
    expect(standing(fake, "Sample resource")).toBe("Creating, Create pending-provider, periods: none");
  });
});

test("a termination let through is Terminating on Slurm, Terminated on Basic", async () => {
  const generation = "8.0";
  for (const [type, expected] of [
    ["Marketplace.Slurm", "Terminating, Terminate executing, periods: open"],
    ["Marketplace.Basic", "Terminated, Terminate done, periods: closed"],
  ] as const) {
    const fake = currentFake({ generation, type });
    const { uuid } = allocation(fake, "Running resource");
    await ask(fake, "owner", "POST", `marketplace-provider-resources/${uuid}/terminate/`, {});
    expect(standing(fake, "Running resource")).toBe("OK, Terminate pending-provider, periods: open");
    await act(fake, "owner", "Running resource", "approve_by_provider");
    expect(standing(fake, "Running resource")).toBe(expected);
  }
});
