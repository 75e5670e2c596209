import { expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import { type Answer, ask } from "./ask.ts";
import { act, allocation, currentFake, standing } from "./scene.ts";

const NAME = "Terminated resource";

function restore(fake: FakePuhuri, user: string, name = NAME): Promise<Answer> {
  return ask(fake, user, "POST", `marketplace-provider-resources/${allocation(fake, name).uuid}/restore/`);
}

function letRestore(fake: FakePuhuri): FakePuhuri {
  for (const { plugin_options } of fake.state.offerings) plugin_options.can_restore_resource = true;
  return fake;
}

test.each(["Marketplace.Slurm", "Marketplace.Basic"])("an ended allocation is had back: %s", async (type) => {
  const fake = letRestore(currentFake({ type }));
  expect((await restore(fake, "owner")).status).toBe(200);
  expect(standing(fake, NAME)).toContain("Terminated, Restore pending-provider");
  await act(fake, "owner", NAME, "approve_by_provider");
  if (type === "Marketplace.Slurm") await act(fake, "owner", NAME, "set_state_done");
  expect(standing(fake, NAME)).toMatch(/^OK, Restore done, periods: .*open$/);
});

test("an allocation whose way back was refused stays ended", async () => {
  const fake = letRestore(currentFake());
  await restore(fake, "owner");
  await act(fake, "owner", NAME, "reject_by_provider");
  expect(standing(fake, NAME)).toContain("Terminated, Restore rejected");
});

test("nothing is had back that goes on, or where the offering or the caller may not", async () => {
  const fake = letRestore(currentFake());
  expect((await restore(fake, "owner", "Running resource")).status).toBe(409);
  expect((await restore(currentFake(), "owner", "Running resource")).status).toBe(409);
  expect((await restore(fake, "spmanager")).status).toBe(403);
  expect((await restore(currentFake(), "owner")).status).toBe(400);
  expect((await restore(currentFake({ generation: "2024-10" }), "owner")).status).toBe(404);
});
