import { type MockServer, startMockServer } from "@puhuri/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createPuhuriClient, type PuhuriClient } from "../../src/index.ts";
import { OFFERING, RESOURCE, USER } from "./methods/ids.ts";
import { TOKEN } from "./mocked-client.ts";
import { countOf, exampleOf, pick, rowsOf } from "./spec-examples.ts";

// The same over sockets, with the runtime's own fetch: headers, bodies and HEAD as they really travel.

let server: MockServer;
let puhuri: PuhuriClient;

// Prism takes its time on a busy machine.

beforeAll(async () => {
  server = await startMockServer({ dialect: "2021" });
  puhuri = createPuhuriClient({ baseUrl: server.url, token: TOKEN, dialect: "2021" });
});
beforeEach(() => server.reset());
afterAll(() => server?.close());

function expectSent(...expected: [operation: string, line: string, body?: unknown][]): void {
  expect(server.violations).toEqual([]);
  expect(
    server.requests.map(({ operationId, method, url, body }) => {
      const { pathname, search } = new URL(url);
      return [operationId, `${method} ${pathname}${search}`, body];
    }),
  ).toEqual(expected.map(([operation, line, body]) => [operation, line, body]));
  for (const { headers } of server.requests) expect(headers.authorization).toBe(`Token ${TOKEN}`);
}

it("lists and counts", async () => {
  const list = puhuri.resources.list({ name_exact: "a & b", fields: ["name", "state"] });
  const columns = ["name", "state"];
  expect(await list.toArray()).toEqual(
    rowsOf("resources_list", "2021").map((resource) => pick(resource, columns)),
  );
  expect(await list.count()).toBe(countOf("resources_count"));
  const path = "/api/marketplace-resources/?name_exact=a%20%26%20b";
  expectSent(
    ["resources_list", `GET ${path}&o=created&field=name&field=state&field=uuid&page=1&page_size=100`],
    ["resources_count", `HEAD ${path}&page_size=1`],
  );
});

it("sends JSON and reads JSON, or nothing", async () => {
  const status = await puhuri.resources.setBackendId(RESOURCE, "jörð & ☃");
  expect(status).toEqual(exampleOf("resources_set_backend_id", "2021"));
  const created = await puhuri.offeringUsers.create({ offering: OFFERING, user: USER, username: "abc" });
  expect(created).toEqual(exampleOf("offering_users_create", "2021"));
  const usages = [{ type: "cpu", amount: 10 }];
  await expect(puhuri.usages.set({ plan_period: RESOURCE, usages })).resolves.toBeUndefined();
  expectSent(
    [
      "resources_set_backend_id",
      `POST /api/marketplace-resources/${RESOURCE}/set_backend_id/`,
      { backend_id: "jörð & ☃" },
    ],
    [
      "offering_users_create",
      "POST /api/marketplace-offering-users/",
      {
        offering: `/api/marketplace-offerings/${OFFERING}/`,
        user: `/api/users/${USER}/`,
        username: "abc",
      },
    ],
    [
      "component_usages_set_usage",
      "POST /api/marketplace-component-usages/set_usage/",
      { plan_period: RESOURCE, usages },
    ],
  );
});

it("finds out the server's generation", async () => {
  const wrong = createPuhuriClient({ baseUrl: `${server.url}/api/`, token: TOKEN, dialect: "current" });
  expect(await wrong.server()).toEqual({ dialect: "2021", version: undefined });
  const auto = createPuhuriClient({ baseUrl: server.url, token: TOKEN, dialect: "auto" });
  const [team, periods] = await Promise.all([
    auto.resources.team(RESOURCE),
    auto.resources.planPeriods(RESOURCE),
  ]);
  expect(team).toEqual(exampleOf("resources_team_list", "2021"));
  expect(periods).toEqual(exampleOf("resources_plan_periods_list", "2021"));
  expect(server.requests.map(({ operationId }) => operationId).sort()).toEqual([
    "resources_plan_periods_list",
    "resources_team_list",
    "root_list",
    "root_list",
  ]);
});
