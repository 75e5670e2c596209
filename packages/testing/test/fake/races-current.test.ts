import { describe, expect, test } from "vitest";
import { CURRENT_GENERATIONS } from "../../src/fake/state/words.ts";
import { type Answer, ask, ORIGIN } from "./ask.ts";
import { act, allocation, currentFake, standing } from "./scene.ts";

/** How often each status came. */
async function statuses(calls: Promise<Answer>[]): Promise<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (const { status } of await Promise.all(calls)) {
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

function times<Result>(count: number, make: (index: number) => Result): Result[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

describe.each(CURRENT_GENERATIONS)("of equal calls at once on %s", (generation) => {
  test.each(["Marketplace.Slurm", "Marketplace.Basic"])(
    "one approval of a %s order wins, and there is one plan period at most",
    async (type) => {
      const fake = currentFake({ generation, type });
      const calls = times(2, () => act(fake, "owner", "Sample resource", "approve_by_provider"));
      expect(await statuses(calls)).toEqual({ 200: 1, 409: 1 });
      expect(standing(fake, "Sample resource")).toBe(
        type === "Marketplace.Basic"
          ? "OK, Create done, periods: open"
          : "Creating, Create executing, periods: none",
      );
    },
  );

  test("an approval and a rejection exclude each other", async () => {
    const fake = currentFake({ generation });
    const calls = ["approve_by_provider", "reject_by_provider"].map((action) =>
      act(fake, "owner", "Sample resource", action),
    );
    expect(await statuses(calls)).toEqual({ 200: 1, 409: 1 });
    expect(standing(fake, "Sample resource")).toBe("Creating, Create executing, periods: none");
  });

  test("one of four dones wins, and opens one plan period", async () => {
    const fake = currentFake({ generation });
    await act(fake, "owner", "Sample resource", "approve_by_provider");
    const calls = times(4, () => act(fake, "owner", "Sample resource", "set_state_done"));
    expect(await statuses(calls)).toEqual({ 200: 1, 409: 3 });
    expect(standing(fake, "Sample resource")).toBe("OK, Create done, periods: open");
  });

  test("one of four terminations places an order", async () => {
    const fake = currentFake({ generation });
    const { uuid } = allocation(fake, "Running resource");
    const path = `marketplace-provider-resources/${uuid}/terminate/`;
    const calls = times(4, () => ask(fake, "owner", "POST", path, { attributes: {} }));
    expect(await statuses(calls)).toEqual({ 200: 1, [generation === "8.1" ? 409 : 400]: 3 });
    expect(fake.state.orders.where("resource_uuid", uuid)).toHaveLength(2);
  });

  test("one of six creations of an offering user makes a row", async () => {
    const fake = currentFake({ generation });
    const body = {
      offering: `${ORIGIN}/api/marketplace-provider-offerings/d47ca5bce71144579df29da3c290027e/`,
      user: `${ORIGIN}/api/users/db157a5cf7f247eba161cd90eba9ac63/`,
      username: "abc",
    };
    const calls = times(6, () => ask(fake, "owner", "POST", "marketplace-offering-users/", body));
    expect(await statuses(calls)).toEqual({ 201: 1, 400: 5 });
    expect(fake.state.offeringUsers.where("offering_uuid", "d47ca5bce71144579df29da3c290027e")).toHaveLength(
      1,
    );
  });

  test("all backend ids are taken, the last one stays", async () => {
    const fake = currentFake({ generation });
    const path = `marketplace-provider-resources/${allocation(fake, "Sample resource").uuid}/set_backend_id/`;
    const calls = times(4, (index) => ask(fake, "owner", "POST", path, { backend_id: `b${index}` }));
    expect(await statuses(calls)).toEqual({ 200: 4 });
    expect(allocation(fake, "Sample resource").backend_id).toBe("b3");
  });
});
