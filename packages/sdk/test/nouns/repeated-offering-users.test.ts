import { expect, test } from "vitest";
import { createWorld } from "../workflows/world.ts";

/** An organization with accounts of its own owner, who is shown each once for every member with a role in it. */
function createMultiplied() {
  return createWorld({
    generation: "2021",
    seed: (seed) => {
      for (let i = 0; i < 10; i++) {
        const created = `2026-11-01T00:00:${10 + i}Z`;
        const offering = seed.offering({ name: `offering ${i}` });
        seed.offeringUser({ user: "owner", username: `name${i}`, offering, created });
      }
    },
  });
}

test("accounts that a 2021 server shows several times are listed and counted once, in one reading", async () => {
  const world = createMultiplied();
  const { offeringUsers } = world.client();
  const list = offeringUsers.list({}, { pageSize: 7 });
  const counted = await world.fake.fetch("https://puhuri.test/api/marketplace-offering-users/", {
    method: "HEAD",
    headers: { authorization: `Token ${world.fake.tokenOf("owner")}` },
  });
  const shown = Number(counted.headers.get("x-result-count"));
  world.sent();
  const accounts = await list.toArray();
  const distinct = new Set(accounts.map(({ username }) => username)).size;
  expect(accounts).toHaveLength(distinct);
  // Else there is nothing to see here.
  expect(shown).toBeGreaterThan(distinct);
  expect(world.sent()).toHaveLength(Math.ceil(shown / 7));
  expect(await list.count()).toBe(distinct);
});
