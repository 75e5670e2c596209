import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportUsageMany } from "../../src/bulk/index.ts";
import { createPuhuriClient, isPuhuriError } from "../../src/index.ts";
import { errorOf, FakeClock, TOKEN } from "../http/harness.ts";

const UUID = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";

function createScene(answer: () => Response | Promise<Response> = () => Response.json([])) {
  const sent: string[] = [];
  const events: unknown[] = [];
  const log = (event: unknown) => events.push(event);
  const puhuri = createPuhuriClient({
    baseUrl: "https://puhuri.test",
    token: TOKEN,
    clock: new FakeClock(),
    hooks: { onRequest: log, onResponse: log, onRetry: log, onEnd: log },
    fetch: async (url) => {
      sent.push(url);
      return answer();
    },
  });
  return { puhuri, sent, events };
}

type Client = ReturnType<typeof createScene>["puhuri"];

/** Every method that takes the id of something, called with it. */
const BY_ID: Readonly<Record<string, (puhuri: Client, id: string) => unknown>> = {
  "resources.get": ({ resources }, id) => resources.get(id),
  "resources.setState": ({ resources }, id) => resources.setState(id, "OK"),
  "resources.waitForState": ({ resources }, id) => resources.waitForState(id, "OK"),
  "resources.setBackendId": ({ resources }, id) => resources.setBackendId(id, "x"),
  "resources.submitReport": ({ resources }, id) => resources.submitReport(id, [{ header: "a", body: "b" }]),
  "resources.team": ({ resources }, id) => resources.team(id),
  "resources.planPeriods": ({ resources }, id) => resources.planPeriods(id),
  "resources.reportUsage": ({ resources }, id) => resources.reportUsage(id, { cpu: 1 }),
  "resources.list by offering": ({ resources }, id) => resources.list({ offering_uuid: id }).toArray(),
  "offerings.get": ({ offerings }, id) => offerings.get(id),
  "usages.set": ({ usages }, id) => usages.set({ resource: id, usages: [{ type: "cpu", amount: 1 }] }),
  "usages.set by period": ({ usages }, id) =>
    usages.set({ plan_period: id, usages: [{ type: "cpu", amount: 1 }] }),
  "usages.setForUser": ({ usages }, id) => usages.setForUser(id, { username: "abc", usage: 1 }),
  "offeringUsers.create": ({ offeringUsers }, id) => offeringUsers.create({ offering: id, user: UUID }),
  "offeringUsers.ensure": ({ offeringUsers }, id) => offeringUsers.ensure({ offering: UUID, user: id }),
  "orders.get": ({ orders }, id) => orders.get(id),
  "orders.approve": ({ orders }, id) => orders.approve(id),
  "orders.reject": ({ orders }, id) => orders.reject(id),
  "orders.complete": ({ orders }, id) => orders.complete(id),
  "orders.fail": ({ orders }, id) => orders.fail(id, { message: "No quota." }),
  "orders.waitFor": ({ orders }, id) => orders.waitFor(id),
  "serviceProviders.users": ({ serviceProviders }, id) => serviceProviders.users(id).toArray(),
  "serviceProviders.sshKeys": ({ serviceProviders }, id) => serviceProviders.sshKeys(id).toArray(),
  "serviceProviders.projects": ({ serviceProviders }, id) => serviceProviders.projects(id).toArray(),
  "serviceProviders.projectPermissions": ({ serviceProviders }, id) =>
    serviceProviders.projectPermissions(id).toArray(),
  "serviceProviders.setOfferingsUsername": ({ serviceProviders }, id) =>
    serviceProviders.setOfferingsUsername(id, { user_uuid: UUID, username: "abc" }),
};

describe("an id that could lead elsewhere", () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      "",
      ".",
      "..",
      "../..",
      " ",
      "%2e%2e",
      `${UUID}/../x`,
      `${UUID}?a=b`,
      `${UUID}#a`,
      `${UUID}\n${UUID}`,
    ),
    fc.constantFrom(`${UUID}%2F..`, `//evil.example/${UUID}/..`, `${UUID}\u0000`, `\\${UUID}`),
    fc
      .tuple(
        fc.string({ unit: "binary" }),
        fc.constantFrom("/..", "?", "#", "%", "\\", "\u0001"),
        fc.string(),
      )
      .map((parts) => parts.join("")),
  );

  test.each(Object.entries(BY_ID))("is refused by %s, and nothing is sent", async (_name, call) => {
    const { puhuri, sent } = createScene();
    await fc.assert(
      fc.asyncProperty(hostile, async (id) => {
        const error = await errorOf((async () => call(puhuri, id))());
        expect(error).toMatchObject({ code: "invalid-argument", maybeApplied: false });
      }),
      { numRuns: 50 },
    );
    expect(sent).toEqual([]);
  });
});

test("a reference is taken for the uuid it ends in, and for nothing else of it", async () => {
  const { puhuri, sent } = createScene(() => Response.json({ uuid: UUID, username: "abc" }));
  for (const offering of [
    `../${UUID}`,
    `https://elsewhere.example/a/../${UUID}/`,
    `//elsewhere.example/${UUID}`,
  ]) {
    await puhuri.offeringUsers.create({ offering, user: UUID, username: "abc" });
  }
  expect(new Set(sent)).toEqual(new Set(["https://puhuri.test/api/marketplace-offering-users/"]));
});

describe("the token of a client", () => {
  const shown = (value: unknown) =>
    inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true, showProxy: true });

  test("is in nothing one can print of it", async () => {
    const { puhuri } = createScene();
    const list = puhuri.resources.list({ state: "OK" });
    const run = reportUsageMany(puhuri, [{ resource: UUID, amounts: { cpu: 1 } }]);
    await list.toArray();
    const things = [puhuri, ...Object.values(puhuri), puhuri.api, list, list[Symbol.asyncIterator](), run];
    for (const thing of things) {
      expect(shown(thing)).not.toContain(TOKEN);
      expect(JSON.stringify(thing) ?? "").not.toContain(TOKEN);
      expect(String(thing)).not.toContain(TOKEN);
    }
  });

  const echo = `Invalid token ${TOKEN}.`;
  const answers: Readonly<Record<string, () => Response | Promise<Response>>> = {
    "each status": () => Response.json({ detail: echo, [TOKEN]: [echo] }, { status: 400 }),
    "a 401": () => Response.json({ detail: echo }, { status: 401 }),
    "a 404": () => Response.json({ detail: echo }, { status: 404 }),
    "a 409": () => Response.json({ detail: echo }, { status: 409 }),
    "a 429": () => Response.json({ detail: echo }, { status: 429 }),
    "a page instead of JSON": () => new Response(`<p>${echo}</p>`, { status: 200 }),
    "JSON of another shape": () => Response.json(echo),
    "a lost connection": () => Promise.reject(new TypeError(echo, { cause: { authorization: TOKEN } })),
  };

  test.each(Object.entries(answers))("is in no error and no event after %s", async (_name, answer) => {
    const { puhuri, events } = createScene(answer);
    const calls = [
      puhuri.resources.list().toArray(),
      puhuri.resources.setState(UUID, "OK"),
      puhuri.resources.reportUsage(UUID, { cpu: 1 }),
      puhuri.offeringUsers.ensure({ offering: UUID, user: UUID, username: "abc" }),
      puhuri.offeringUsers.create({ offering: UUID, user: UUID, username: "abc" }),
      puhuri.orders.complete(UUID),
      puhuri.orders.waitFor(UUID, "done", { timeoutMs: 2000 }),
    ];
    const errors = await Promise.all(calls.map(errorOf));
    expect(errors.every(isPuhuriError)).toBe(true);
    expect(events.length).toBeGreaterThan(0);
    for (const value of [...errors, ...events]) {
      expect(shown(value)).not.toContain(TOKEN);
      expect(JSON.stringify(value)).not.toContain(TOKEN);
    }
  });
});
