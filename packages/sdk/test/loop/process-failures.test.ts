import { ConnectionLost } from "@puhuri/testing";
import { describe, expect, test } from "vitest";
import { ListChangedError, RequestTimeoutError } from "../../src/index.ts";
import { AllocationFailed, type AllocationHandlers, processAllocations } from "../../src/loop/index.ts";
import { mayPassByItself } from "../../src/loop/pass.ts";
import { badGateway } from "../workflows/faults.ts";
import { createSite, SITE_OFFERING, type Site } from "./site.ts";

const SCOPE = { offering_uuid: SITE_OFFERING };

function createOne(): Site {
  return createSite({
    generation: "8.1",
    type: "Marketplace.Slurm",
    seed: (seed) => {
      seed.allocation({ name: "a", offering: SITE_OFFERING });
    },
  });
}

function failing(message: string): Partial<AllocationHandlers> {
  return {
    create: () => {
      throw new AllocationFailed(message);
    },
  };
}

describe("a failure of the API in the middle of a pass", () => {
  const answers: [string, "deferred" | "failed", () => Response][] = [
    ["429", "deferred", () => Response.json({ detail: "Slow down." }, { status: 429 })],
    ["500", "deferred", () => new Response("Oops", { status: 500 })],
    ["HTML with 200", "deferred", () => new Response("<h1>Sign in</h1>")],
    ["400", "failed", () => Response.json({ detail: "No." }, { status: 400 })],
    ["403", "failed", () => Response.json({ detail: "No." }, { status: 403 })],
    ["404", "failed", () => Response.json({ detail: "Not found." }, { status: 404 })],
  ];

  test.each(answers)("of %s ends as %s", async (_, outcome, answer) => {
    const site = createOne();
    site.intercepts.push(async ({ operationId }, next) =>
      operationId === "provider_resources_get" ? answer() : next(),
    );
    const run = processAllocations(site.client({ retry: false }), SCOPE, site.handlers());
    expect(await run.finish()).toMatchObject({ total: 1, [outcome]: 1 });
  });

  test("of a broken connection ends as deferred", async () => {
    const site = createOne();
    site.intercepts.push(async ({ operationId }, next) => {
      if (operationId === "provider_resources_get") throw new ConnectionLost();
      return next();
    });
    const run = processAllocations(site.client({ retry: false }), SCOPE, site.handlers());
    expect((await run.finish()).failures).toMatchObject([
      { outcome: "deferred", error: { code: "connection" } },
    ]);
  });

  test("may well have passed by the next pass, if time was up or the list would not hold still", () => {
    const exchange = { operation: "orders_list", method: "GET", path: "/", attempts: 1, maybeApplied: false };
    const tooLong = new RequestTimeoutError({ ...exchange, which: "total", timeoutMs: 1, reason: "" });
    expect(mayPassByItself(tooLong)).toBe(true);
    expect(mayPassByItself(new ListChangedError("orders_list", 0))).toBe(true);
    expect(mayPassByItself(new Error("Anything else."))).toBe(false);
  });
});

describe("what a handler gives up", () => {
  test.each([
    ["its message", "No quota left.", "No quota left."],
    ["a long one cut short", "x".repeat(5000), "x".repeat(1000)],
    ["one cut between two characters, never within one", `a${"😀".repeat(1000)}`, `a${"😀".repeat(999)}`],
    ["one without halves of characters", "Quota \ud83d.", "Quota \ufffd."],
    ["something, where it says nothing", " ", "The provider could not carry it out."],
  ])("is shown to users as %s", async (_, message, shown) => {
    const site = createOne();
    const handlers = { ...site.handlers(), ...failing(message) };
    expect(await processAllocations(site.client(), SCOPE, handlers).finish()).toMatchObject({ erred: 1 });
    expect(site.orderOf("a")).toMatchObject({ state: "erred", error_message: shown });
  });

  test("is shown as well if it is given up in the review", async () => {
    const site = createOne();
    const decide = () => {
      throw new AllocationFailed("No quota left.");
    };
    expect(
      await processAllocations(site.client(), SCOPE, { ...site.handlers(), decide }).finish(),
    ).toMatchObject({ erred: 1 });
    expect(site.orderOf("a")).toMatchObject({ state: "erred", error_message: "No quota left." });
    expect(site.log).toEqual([]);
  });

  test("is shown once, not in every pass", async () => {
    const site = createOne();
    const handlers = { ...site.handlers(), ...failing("No quota left.") };
    const puhuri = site.client();
    await processAllocations(puhuri, SCOPE, handlers).finish();
    expect(await processAllocations(puhuri, SCOPE, handlers).finish()).toMatchObject({ total: 0 });
  });

  test("is shown by the next pass if the API fails now", async () => {
    const site = createOne();
    site.intercepts.push(badGateway("orders_set_state_erred", "before", 99));
    const handlers = { ...site.handlers(), ...failing("No quota left.") };
    const [outcome] = await Array.fromAsync(processAllocations(site.client(), SCOPE, handlers));
    expect(outcome).toMatchObject({
      outcome: "deferred",
      error: { message: "No quota left." },
      notMarked: { code: "server-error" },
    });
    expect(site.orderOf("a")?.state).toBe("executing");
  });
});
