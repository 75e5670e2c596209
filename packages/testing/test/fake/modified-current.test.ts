import { expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { Json } from "../../src/fake/state/values.ts";
import { ask } from "./ask.ts";
import { act, allocation, currentFake, lastOrder } from "./scene.ts";

const ERRORS = { error_message: "", error_traceback: "" };

interface Change {
  readonly what: string;
  /** Does it, as the owner. */
  change(fake: FakePuhuri): Promise<unknown>;
  modified(fake: FakePuhuri): string | undefined;
}

function onResource(name: string, word: string, body: Json = {}): Change {
  return {
    what: `${word} of a resource`,
    change: (fake) =>
      ask(
        fake,
        "owner",
        "POST",
        `marketplace-provider-resources/${allocation(fake, name).uuid}/${word}/`,
        body,
      ),
    modified: (fake) => allocation(fake, name).modified,
  };
}

function onOrder(name: string, word: string, body?: Json): Change {
  return {
    what: `${word} of an order`,
    change: (fake) => act(fake, word === "cancel" ? "cowner" : "owner", name, word, body),
    modified: (fake) => lastOrder(fake, name).modified,
  };
}

async function report(fake: FakePuhuri): Promise<void> {
  await ask(fake, "owner", "POST", "marketplace-component-usages/set_usage/", {
    resource: allocation(fake, "Running resource").uuid,
    usages: [{ type: "cpu", amount: 1 }],
  });
  const path = `marketplace-component-usages/${fake.state.componentUsages.all()[0]?.uuid}/set_user_usage/`;
  await ask(fake, "owner", "POST", path, { username: "csc", usage: 1 });
}

const CHANGES: readonly Change[] = [
  onResource("Sample resource", "set_backend_id", { backend_id: "new" }),
  onResource("Sample resource", "submit_report", { report: [{ header: "a", body: "b" }] }),
  onResource("Erred resource", "set_as_ok"),
  onResource("Running resource", "set_as_erred"),
  onOrder("Sample resource", "approve_by_provider"),
  onOrder("Sample resource", "reject_by_provider"),
  onOrder("Sample resource", "set_state_executing"),
  onOrder("Updating resource", "set_state_done"),
  onOrder("Updating resource", "set_state_erred", ERRORS),
  {
    what: "a second report of usage",
    change: report,
    modified: (fake) => fake.state.componentUsages.all()[0]?.modified,
  },
  {
    what: "a second report of a user's usage",
    change: report,
    modified: (fake) => fake.state.componentUserUsages.all()[0]?.modified,
  },
  {
    what: "naming an account",
    change: async (fake) => {
      const path = `marketplace-offering-users/${fake.state.offeringUsers.all()[0]?.uuid}/`;
      await ask(fake, "owner", "PATCH", path, { username: "csc" });
    },
    modified: (fake) => fake.state.offeringUsers.all()[0]?.modified,
  },
];

test.each(CHANGES)("$what is a change that shows in `modified`", async ({ what, change, modified }) => {
  let now = new Date("2026-11-23T12:00:00Z");
  const fake = currentFake({ now: () => now });
  if (what.startsWith("a second")) {
    await change(fake);
  }
  const before = modified(fake);
  now = new Date("2026-11-23T12:34:56Z");
  await change(fake);
  expect(before).not.toBe("2026-11-23T12:34:56Z");
  expect(modified(fake)).toBe("2026-11-23T12:34:56Z");
});

test("a backend id that is there already changes nothing", async () => {
  let now = new Date("2026-11-23T12:00:00Z");
  const fake = currentFake({ now: () => now });
  const { change, modified } = onResource("Running resource", "set_backend_id", { backend_id: "hpc-1" });
  const before = modified(fake);
  now = new Date("2026-11-23T12:34:56Z");
  expect(await change(fake)).toMatchObject({ body: { status: "Resource backend_id is not changed." } });
  expect(modified(fake)).toBe(before);
});

test("a cancelled order is a changed one", async () => {
  let now = new Date("2026-11-23T12:00:00Z");
  const fake = currentFake({ now: () => now, type: "Marketplace.Basic" });
  now = new Date("2026-11-23T12:34:56Z");
  const { change, modified } = onOrder("Sample resource", "cancel");
  await change(fake);
  expect(modified(fake)).toBe("2026-11-23T12:34:56Z");
});
