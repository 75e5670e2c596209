import { describe, expect, test } from "vitest";
import { type AllocationHandlers, processAllocations } from "../../src/loop/index.ts";
import { badGateway } from "../workflows/faults.ts";
import { createSite, SERVERS, type Server, SITE_OFFERING, type Site } from "./site.ts";

const SCOPE = { offering_uuid: SITE_OFFERING };
const htmlHeaders = { "content-type": "text/html" };

function createOne(server: Server): Site {
  return createSite({
    ...server,
    seed: (seed) => {
      seed.allocation({ name: "a", offering: SITE_OFFERING });
    },
  });
}

/** Handlers whose `create` does something else first. */
function creatingAfter(site: Site, first: (...args: Parameters<AllocationHandlers["create"]>) => unknown) {
  const handlers = site.handlers();
  const create: AllocationHandlers["create"] = async (...args) => {
    await first(...args);
    return handlers.create(...args);
  };
  return { ...handlers, create };
}

const SLURM: Server = { generation: "2024-10", type: "Marketplace.Slurm" };

describe.each(SERVERS)("a call of a handler that the API fails ($generation, $type)", (server) => {
  const team = server.generation === "2021" ? "resources_team_list" : "provider_resources_team_list";
  const answers: [string, "deferred" | "failed", () => Response][] = [
    ["401", "failed", () => Response.json({ detail: "Invalid token." }, { status: 401 })],
    ["403", "failed", () => Response.json({ detail: "No." }, { status: 403 })],
    ["404", "failed", () => new Response("<h1>Not Found</h1>", { status: 404, headers: htmlHeaders })],
    ["502", "deferred", () => new Response("<h1>Bad Gateway</h1>", { status: 502, headers: htmlHeaders })],
  ];

  test.each(answers)("with %s leaves the allocation as it was: %s", async (_, outcome, answer) => {
    const site = createOne(server);
    let isDown = true;
    site.intercepts.push(async ({ operationId }, next) =>
      isDown && operationId === team ? answer() : next(),
    );
    const handlers = creatingAfter(site, (_allocation, context) => context.team());
    const puhuri = site.client({ retry: false });
    expect(await processAllocations(puhuri, SCOPE, handlers).finish()).toMatchObject({ [outcome]: 1 });
    expect(site.allocation("a").state).toBe("Creating");
    isDown = false;
    expect(await processAllocations(puhuri, SCOPE, handlers).finish()).toMatchObject({ done: 1 });
    expect(site.allocation("a").state).toBe("OK");
  });
});

describe("what a handler throws because the API failed", () => {
  test("is known for it when it is wrapped, however deep, and alone or among others", async () => {
    const wraps: ((error: unknown) => unknown)[] = [
      (cause) => new Error("No team.", { cause }),
      (cause) => new Error("No account.", { cause: new Error("No team.", { cause }) }),
      (error) => new AggregateError([new Error("The cluster is full."), error]),
      (cause) => ({ cause }),
    ];
    for (const wrap of wraps) {
      const site = createOne(SLURM);
      site.intercepts.push(badGateway("provider_resources_team_list", "before", 4));
      const handlers = creatingAfter(site, (_allocation, context) =>
        context.team().catch((error: unknown) => {
          throw wrap(error);
        }),
      );
      expect(await processAllocations(site.client(), SCOPE, handlers).finish()).toMatchObject({
        deferred: 1,
      });
      expect(site.orderOf("a")?.state).toBe("executing");
    }
  });

  test("is known for it when the handler asked with a client of its own", async () => {
    const site = createOne(SLURM);
    const handlers = creatingAfter(site, () => site.client({ as: "stranger" }).resources.get("0".repeat(32)));
    expect(await processAllocations(site.client(), SCOPE, handlers).finish()).toMatchObject({ failed: 1 });
    expect(site.orderOf("a")?.state).toBe("executing");
  });

  test("is known for it when there was no token for a moment", async () => {
    const site = createOne(SLURM);
    let isDown = false;
    const token = async () => {
      if (isDown) throw new Error("identity provider: 503");
      return site.fake.tokenOf("owner");
    };
    const handlers = creatingAfter(site, async (_allocation, context) => {
      isDown = true;
      await context.team().finally(() => {
        isDown = false;
      });
    });
    const run = processAllocations(site.client({ token }), SCOPE, handlers);
    expect(await run.finish()).toMatchObject({ deferred: 1 });
    expect(site.orderOf("a")?.state).toBe("executing");
  });

  test("is known for it when it is no error of the sdk", async () => {
    const site = createOne(SLURM);
    const puhuri = site.client();
    // As a program may do that replaces it.
    Object.assign(puhuri.resources, { team: () => Promise.reject(new Error("identity provider: 503")) });
    const handlers = creatingAfter(site, (_allocation, context) => context.team());
    expect(await processAllocations(puhuri, SCOPE, handlers).finish()).toMatchObject({ failed: 1 });
    expect(site.orderOf("a")?.state).toBe("executing");
  });
});
