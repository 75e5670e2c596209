import { beforeAll, describe, expect, it } from "vitest";
import {
  createPuhuriClient,
  type Dialect,
  type Paginated,
  type PuhuriClient,
  UnsupportedByServerError,
} from "../../src/index.ts";
import { OFFERING, ORGANIZATION, RESOURCE, SERVICE_PROVIDER, USER } from "./methods/ids.ts";
import { DIALECTS, type MockedClient, mockedClient, ORIGIN, TOKEN } from "./mocked-client.ts";

let clients: Record<Dialect, MockedClient>;

// Prism takes its time on a busy machine.

beforeAll(async () => {
  clients = { "2021": await mockedClient("2021"), current: await mockedClient("current") };
});

/** The one request of a call: its URL, and that it breaks no rule of the spec. */
async function askedBy(dialect: Dialect, call: (puhuri: PuhuriClient) => Promise<unknown>): Promise<URL> {
  const { puhuri, mock, begin } = clients[dialect];
  begin();
  await call(puhuri);
  expect(mock.violations).toEqual([]);
  expect(mock.requests).toHaveLength(1);
  return new URL(mock.requests[0]?.url ?? "");
}

describe("fields", () => {
  it.each([
    ["usages", ({ usages }: PuhuriClient) => usages.list({ fields: ["type", "usage"] }), ["type", "usage"]],
    [
      "accounts",
      ({ offeringUsers }: PuhuriClient) => offeringUsers.list({ fields: ["username"] }),
      ["username"],
    ],
    [
      "providers",
      ({ serviceProviders }: PuhuriClient) => serviceProviders.list({ fields: ["uuid"] }),
      ["uuid"],
    ],
  ])("cuts rows of %s itself where a 2021 server cannot", async (_, list, columns) => {
    let rows: unknown[] = [];
    const url = await askedBy("2021", async (puhuri) => {
      rows = await list(puhuri).toArray();
    });
    expect(url.searchParams.has("field")).toBe(false);
    expect(rows.map((row) => Object.keys(Object(row)).sort())).toEqual(rows.map(() => columns));
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe("uuids", () => {
  const spellings = (uuid: string): string[] => {
    const dashed = uuid.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    return [uuid, dashed, uuid.toUpperCase(), dashed.toUpperCase()];
  };

  it.each(spellings(RESOURCE))("go into a path as 32 lower-case digits: %s", async (uuid) => {
    const url = await askedBy("2021", ({ resources }) => resources.team(uuid));
    expect(url.pathname).toBe(`/api/marketplace-resources/${RESOURCE}/team/`);
  });

  it.each(spellings(OFFERING))("go into a filter so, alone and with others: %s", async (uuid) => {
    const one = await askedBy("2021", ({ resources }) => resources.list({ offering_uuid: uuid }).toArray());
    expect(one.searchParams.get("offering_uuid")).toBe(OFFERING);
    const list = `${uuid}, ${ORGANIZATION}`;
    const two = await askedBy("current", ({ resources }) =>
      resources.list({ offering_uuid: list }).toArray(),
    );
    expect(two.searchParams.get("offering_uuid")).toBe(`${OFFERING},${ORGANIZATION}`);
  });

  // The mock takes no notice of filters, and of these two the client notices that.
  const unanswered = (list: Paginated<unknown>) =>
    expect(list.toArray()).rejects.toBeInstanceOf(UnsupportedByServerError);

  it.each(spellings(USER))("go so into filters that are not named after them: %s", async (uuid) => {
    const permissions = await askedBy("current", ({ serviceProviders }) =>
      serviceProviders.projectPermissions(SERVICE_PROVIDER, { user: uuid }).toArray(),
    );
    expect(permissions.searchParams.get("user")).toBe(USER);
    const projects = await askedBy("current", ({ serviceProviders }) =>
      unanswered(serviceProviders.projects(SERVICE_PROVIDER, { customer: uuid })),
    );
    expect(projects.searchParams.get("customer")).toBe(USER);
    const keys = await askedBy("current", ({ serviceProviders }) =>
      unanswered(serviceProviders.sshKeys(SERVICE_PROVIDER, { uuid })),
    );
    expect(keys.searchParams.get("uuid")).toBe(USER);
  });

  it.each([
    ...spellings(OFFERING),
    `https://puhuri.test/api/marketplace-public-offerings/${OFFERING}/`,
    `http://localhost:8000/api/marketplace-offerings/${spellings(OFFERING)[3]}`,
    `/api/marketplace-provider-offerings/${OFFERING}/`,
  ])("are taken out of URLs of offerings and users: %s", async (offering) => {
    const user = offering.replace(/marketplace-[a-z-]*offerings/, "users");
    for (const [dialect, path] of [
      ["2021", "marketplace-offerings"],
      ["current", "marketplace-provider-offerings"],
    ] as const) {
      await askedBy(dialect, ({ offeringUsers }) => offeringUsers.create({ offering, user }));
      expect(clients[dialect].mock.requests[0]?.body).toEqual({
        offering: `/api/${path}/${OFFERING}/`,
        user: `/api/users/${OFFERING}/`,
      });
    }
  });
});

describe("pages", () => {
  it.each(DIALECTS)("have 100 rows, oldest first, unless one says otherwise (%s)", async (dialect) => {
    const plain = await askedBy(dialect, ({ resources }) => resources.list().toArray());
    expect(plain.search).toBe("?o=created&page=1&page_size=100");
    const other = await askedBy(dialect, ({ resources }) =>
      resources.list({ o: "name" }, { pageSize: 7 }).toArray(),
    );
    expect(other.search).toBe("?o=name&page=1&page_size=7");
    const first = await askedBy(dialect, ({ offerings }) => offerings.list({ o: undefined }).first());
    expect(first.search).toBe("?o=created&page=1&page_size=1");
  });
});

it.each(DIALECTS)("asks a server of %s for its generation, once for all calls", async (dialect) => {
  const { mock, begin } = clients[dialect];
  const server = { baseUrl: ORIGIN, token: TOKEN, fetch: mock.fetch };
  begin();
  const { resources } = createPuhuriClient({ ...server, dialect: "auto" });
  await Promise.all([resources.team(RESOURCE), resources.list().first(), resources.planPeriods(RESOURCE)]);
  expect(mock.violations).toEqual([]);
  const roots = mock.requests.filter(({ operationId }) => operationId === "root_list");
  expect(roots).toHaveLength(1);
  expect(mock.requests).toHaveLength(4);
});

it.each([
  "https://puhuri.test",
  "https://puhuri.test/",
  "https://puhuri.test/api",
  "https://puhuri.test/api/",
  "https://puhuri.test//",
  "https://puhuri.test:443/api/",
  "HTTPS://Puhuri.Test/api/",
  "  https://puhuri.test/api/\n",
  new URL("https://puhuri.test/api/"),
])("finds the server under any spelling of its address: %j", async (baseUrl) => {
  const { mock } = clients.current;
  const puhuri = createPuhuriClient({ baseUrl, token: TOKEN, fetch: mock.fetch });
  clients.current.begin();
  await puhuri.resources.team(RESOURCE);
  expect(mock.requests.map(({ url }) => url)).toEqual([
    `${ORIGIN}/api/marketplace-provider-resources/${RESOURCE}/team/`,
  ]);
});
