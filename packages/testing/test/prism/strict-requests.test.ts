import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createMockFetch, type MockFetch, type SpecDialect } from "../../src/index.ts";

const ORIGIN = "https://puhuri.test";
const UUID = "a1916bd53fd04b1ab1a4e700c926607b";
const TOKEN = { Authorization: "Token any" };
const JSON_TOKEN = { ...TOKEN, "Content-Type": "application/json" };

let mocks: Record<SpecDialect, MockFetch>;

beforeAll(async () => {
  mocks = {
    "2021": await createMockFetch({ dialect: "2021" }),
    current: await createMockFetch({ dialect: "current" }),
  };
});

beforeEach(() => {
  mocks["2021"].reset();
  mocks.current.reset();
});

async function send(mock: MockFetch, path: string, init: RequestInit) {
  const response = await mock.fetch(ORIGIN + path, init);
  const body: unknown = await response.json().catch(() => undefined);
  return { status: response.status, body, violations: mock.violations };
}

const LIST = "/api/marketplace-provider-resources/";
const SET_USAGE = "/api/marketplace-component-usages/set_usage/";
const APPROVE = `/api/marketplace-orders/${UUID}/set_state_done/`;

describe("queries", () => {
  it.each([
    ["a misspelt filter", "?page_sise=5", "query.page_sise"],
    ["a filter in another case", "?State=OK", "query.State"],
    ["brackets, which servers ignore", "?state[]=OK", "query.state[]"],
    ["a state that does not exist", "?state=ok", "query.state.0"],
    ["states with a comma instead of a repeated key", "?state=OK,Erred", "query.state.0"],
    ["a column that does not exist", "?field=stat", "query.field.0"],
    ["a page that is no number", "?page=x", "query.page"],
    ["a repeated key where one is taken", "?page=1&page=2", "query.page"],
    ["a token in the URL", "?x-auth-token=secret", "query.x-auth-token"],
  ])("refuses %s", async (_, query, location) => {
    const { status, body, violations } = await send(mocks.current, LIST + query, { headers: TOKEN });
    expect(status).toBe(422);
    expect(violations).toEqual([
      {
        operationId: "provider_resources_list",
        method: "GET",
        path: LIST,
        where: "request",
        location,
        reason: expect.any(String),
      },
    ]);
    expect(body).toMatchObject({
      status: 422,
      validation: [{ location: location.split("."), message: violations[0]?.reason }],
    });
    expect(JSON.stringify([body, violations])).not.toContain("secret");
  });

  it("takes repeated states and columns", async () => {
    const query = "?state=OK&state=Erred&field=uuid&field=name&page=2&page_size=100&o=created";
    expect(await send(mocks.current, LIST + query, { headers: TOKEN })).toMatchObject({
      status: 200,
      violations: [],
    });
  });
});

describe("routes", () => {
  it.each([
    ["a missing slash at the end", "GET", "/api/marketplace-provider-resources", 404, "slash"],
    ["a doubled slash", "GET", "//api/marketplace-provider-resources/", 404, "route"],
    ["an unknown path", "GET", "/api/nowhere/", 404, "route"],
    ["an unknown method", "DELETE", LIST, 405, "method"],
    ["a method that the spec does not use at all", "PROPFIND", LIST, 405, "method"],
    ["an operation of the other dialect", "GET", "/api/marketplace-resources/", 404, "dialect current"],
  ])("refuses %s", async (_, method, path, status, hint) => {
    const outcome = await send(mocks.current, path, { method, headers: TOKEN });
    expect(outcome.status).toBe(status);
    expect(outcome.violations).toEqual([
      expect.objectContaining({
        operationId: undefined,
        method,
        path,
        where: "request",
        location: "route",
        reason: expect.stringContaining(hint),
      }),
    ]);
  });

  it.each([
    ["a uuid with dashes", "a1916bd5-3fd0-4b1a-b1a4-e700c926607b"],
    ["no uuid at all", "undefined"],
  ])("refuses %s in the path", async (_, uuid) => {
    const outcome = await send(mocks.current, `${LIST}${uuid}/team/`, { headers: TOKEN });
    expect(outcome.status).toBe(422);
    expect(outcome.violations[0]?.operationId).toBe("provider_resources_team_list");
    expect(outcome.violations[0]?.location).toMatch(/^path/);
  });
});

describe("tokens", () => {
  it.each([
    ["none", {}],
    ["the Bearer scheme", { Authorization: "Bearer any" }],
    ["a bare token", { Authorization: "any" }],
    ["a scheme without a token", { Authorization: "Token " }],
    ["a token with a space", { Authorization: "Token a b" }],
  ])("refuses %s with the spec's 401", async (_, headers: Record<string, string>) => {
    const outcome = await send(mocks.current, LIST, { headers: { Accept: "text/html", ...headers } });
    expect(outcome.status).toBe(401);
    expect(outcome.body).toEqual({ detail: expect.any(String) });
    expect(outcome.violations).toEqual([
      expect.objectContaining({ location: "header.authorization", reason: expect.stringContaining("Token") }),
    ]);
  });

  it("takes the keyword in any case, as the servers do", async () => {
    const headers = { Authorization: "token abc" };
    expect(await send(mocks.current, LIST, { headers })).toMatchObject({ status: 200, violations: [] });
  });
});

describe("bodies", () => {
  const usage = (amount: unknown) => ({ resource: UUID, usages: [{ type: "cpu", amount }] });

  it.each([
    ["an unknown key", { ...usage("1.00"), plan: UUID }, /^body/],
    ["three decimals", usage("1.234"), /^body\.usages\.0\.amount/],
    ["neither a resource nor a plan period", { usages: [] }, /^body/],
    ["a list instead of an object", [], /^body/],
  ])("refuses %s", async (_, body, location) => {
    const init = { method: "POST", headers: JSON_TOKEN, body: JSON.stringify(body) };
    const outcome = await send(mocks.current, SET_USAGE, init);
    expect(outcome.status).toBe(422);
    expect(outcome.violations[0]).toMatchObject({
      operationId: "component_usages_set_usage",
      where: "request",
    });
    expect(outcome.violations[0]?.location).toMatch(location);
  });

  it.each([
    ["no body where one is needed", { headers: JSON_TOKEN }, 422, "body"],
    ["JSON that is none", { headers: JSON_TOKEN, body: "{'usages': []}" }, 422, "body"],
    ["another content type", { headers: TOKEN, body: "usages=1" }, 415, "header.content-type"],
    [
      "a content type that nothing can parse",
      { headers: { ...TOKEN, "Content-Type": "json" }, body: "{}" },
      415,
      "header.content-type",
    ],
  ])("refuses %s", async (_, init: RequestInit, status, location) => {
    const outcome = await send(mocks.current, SET_USAGE, { method: "POST", ...init });
    expect(outcome.status).toBe(status);
    expect(outcome.violations.map((violation) => violation.location)).toContain(location);
  });

  it("refuses a body where none is taken", async () => {
    const outcome = await send(mocks.current, APPROVE, { method: "POST", headers: JSON_TOKEN, body: "{}" });
    expect(outcome.status).toBe(415);
    expect(outcome.violations).toHaveLength(1);
  });

  it("wants of each dialect its own form of a shared request", async () => {
    const init = (body: unknown) => ({ method: "POST", headers: JSON_TOKEN, body: JSON.stringify(body) });
    const old = { plan_period: UUID, usages: [{ type: "cpu", amount: 10 }] };
    expect((await send(mocks["2021"], SET_USAGE, init(old))).status).toBe(201);
    expect((await send(mocks["2021"], SET_USAGE, init(usage("10.50")))).status).toBe(422);
    expect((await send(mocks.current, SET_USAGE, init(usage("10.50")))).status).toBe(201);
  });
});

describe("wishes", () => {
  it.each([
    ["a status that the operation does not have", "code=418", "418"],
    ["an example that the answer does not have", "example=nope", "empty"],
    ["an example of another status", "code=404, example=empty", "404"],
  ])("refuses %s, saying what there is", async (_, prefer, hint) => {
    const outcome = await send(mocks.current, LIST, { headers: { ...TOKEN, Prefer: prefer } });
    expect(outcome.status).toBe(422);
    expect(outcome.violations).toEqual([
      expect.objectContaining({ location: "header.prefer", reason: expect.stringContaining(hint) }),
    ]);
  });
});
