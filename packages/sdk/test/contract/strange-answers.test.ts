import { describe, expect, test } from "vitest";
import { createPuhuriClient, isPuhuriError, type PuhuriClient } from "../../src/index.ts";
import { errorOf, FakeClock } from "../http/harness.ts";

const UUID = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";

/** JSON that is well formed, and not what a server of this API sends: what proxies, stubs and portals answer with. */
const STRANGE = [
  "null",
  "true",
  "7",
  '"Service unavailable"',
  '{"detail":"Busy."}',
  "[null]",
  "[[]]",
  '["x"]',
  "[]",
  "{}",
];

type Method = (puhuri: PuhuriClient) => Promise<unknown>;

const ROWS: Readonly<Record<string, Method>> = {
  "resources.list": ({ resources }) => resources.list({ fields: ["name"] }).toArray(),
  "resources.list by state": ({ resources }) => resources.list({ state: "OK" }).toArray(),
  "resources.team": ({ resources }) => resources.team(UUID),
  "resources.planPeriods": ({ resources }) => resources.planPeriods(UUID),
  "offerings.list": ({ offerings }) => offerings.list().first(),
  "usages.list": ({ usages }) => usages.list().toArray(),
  "offeringUsers.list": ({ offeringUsers }) => offeringUsers.list().toArray(),
  "orders.list": ({ orders }) => orders.list().toArray(),
  "serviceProviders.projects": ({ serviceProviders }) => serviceProviders.projects(UUID).toArray(),
};

const ROW: Readonly<Record<string, Method>> = {
  "resources.get": ({ resources }) => resources.get(UUID),
  "resources.get by column": ({ resources }) => resources.get(UUID, { fields: ["name"] }),
  "resources.waitForState": ({ resources }) => resources.waitForState(UUID, "OK", { timeoutMs: 2000 }),
  "offerings.get": ({ offerings }) => offerings.get(UUID),
  "orders.get": ({ orders }) => orders.get(UUID),
  "orders.waitFor": ({ orders }) => orders.waitFor(UUID, "done", { timeoutMs: 2000 }),
  "orders.complete": ({ orders }) => orders.complete(UUID),
  "offeringUsers.create": ({ offeringUsers }) =>
    offeringUsers.create({ offering: UUID, user: UUID, username: "abc" }),
};

/** These read several things, rows and single ones. */
const BOTH: Readonly<Record<string, Method>> = {
  "resources.setState": ({ resources }) => resources.setState(UUID, "OK"),
  "resources.reportUsage": ({ resources }) => resources.reportUsage(UUID, { cpu: 1 }),
  "offeringUsers.ensure": ({ offeringUsers }) =>
    offeringUsers.ensure({ offering: UUID, user: UUID, username: "abc" }),
  "orders.approve": ({ orders }) => orders.approve(UUID),
  "orders.reject": ({ orders }) => orders.reject(UUID),
  "orders.fail": ({ orders }) => orders.fail(UUID, { message: "No quota." }),
};

function clientAnswered(body: string): PuhuriClient {
  return createPuhuriClient({
    baseUrl: "https://puhuri.test",
    token: "t".repeat(40),
    clock: new FakeClock(),
    fetch: async () => new Response(body, { headers: { "content-type": "application/json" } }),
  });
}

const isArrayOfObjects = (body: string) => body === "[]";
const isObject = (body: string) => body.startsWith("{");

describe("a strange answer, as JSON with status 200", () => {
  test.each(Object.entries(ROWS))("is no list for %s", async (_name, call) => {
    for (const body of STRANGE.filter((it) => !isArrayOfObjects(it))) {
      expect(await errorOf(call(clientAnswered(body))), body).toMatchObject({
        code: "unexpected-response",
        status: 200,
        operation: expect.stringMatching(/_(list|team|plan_periods)$/),
        snippet: body,
        message: expect.stringContaining("not with an array of objects"),
      });
    }
  });

  test.each(Object.entries(ROW))("is no object for %s", async (_name, call) => {
    for (const body of STRANGE.filter((it) => !isObject(it))) {
      expect(await errorOf(call(clientAnswered(body))), body).toMatchObject({
        code: "unexpected-response",
        snippet: body,
        message: expect.stringContaining("not with an object"),
      });
    }
  });

  test.each(Object.entries(BOTH))("is an error of the SDK for %s", async (_name, call) => {
    for (const body of STRANGE) {
      const error = await call(clientAnswered(body)).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (error !== undefined) expect(isPuhuriError(error), `${body}: ${String(error)}`).toBe(true);
    }
  });
});
