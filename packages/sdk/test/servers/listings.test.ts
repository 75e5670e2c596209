import { describe, expect, it } from "vitest";
import type { Listing } from "../../src/list/listing.ts";
import type { Dialect, Server } from "../../src/servers/server.ts";
import { answering, createServer } from "../nouns/answering.ts";

const PROVIDER = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";

type Choose = (api: Server) => Listing;

const ofBoth: Readonly<Record<string, Choose>> = {
  resources: ({ resources }) => resources.listing,
  offerings: ({ offerings }) => offerings.listing,
  usages: ({ usages }) => usages.listing,
  accounts: ({ offeringUsers }) => offeringUsers.listing,
  "service providers": ({ serviceProviders }) => serviceProviders.listing,
};
const ofCurrent: Readonly<Record<string, Choose>> = {
  "usages of users": ({ usages }) => usages.userListing,
  orders: ({ orders }) => orders.listing,
  "users of a provider": ({ serviceProviders }) => serviceProviders.users(PROVIDER),
  "keys of a provider": ({ serviceProviders }) => serviceProviders.sshKeys(PROVIDER),
  "projects of a provider": ({ serviceProviders }) => serviceProviders.projects(PROVIDER),
  "permissions of a provider": ({ serviceProviders }) => serviceProviders.projectPermissions(PROVIDER),
};

/** A listing of a server that has two rows, of which it shows one a page. */
function listed(dialect: Dialect, pick: Choose) {
  const server = answering(dialect, (line) => {
    const headers = { "x-result-count": "2", "content-type": "application/json" };
    return new Response(line.startsWith("HEAD") ? null : '[{"uuid":"a"}]', { headers });
  });
  const listing = pick(createServer(dialect, server.http));
  return { ...server, call: server.http.begin(), listing };
}

const all = [
  ...Object.entries(ofBoth).map(([what, pick]) => ["2021", what, pick] as const),
  ...Object.entries({ ...ofBoth, ...ofCurrent }).map(([what, pick]) => ["current", what, pick] as const),
];

describe.each(all)("the listing (%s) of %s", (dialect, _, pick) => {
  it("is read and counted where it says", async () => {
    const { listing, call, sent } = listed(dialect, pick);
    const page = await listing.page({ page: 2, page_size: 1 }, call);
    const counted = await listing.count({ page_size: 1 }, call);
    const path = listing.path.replace("{uuid}", PROVIDER);
    expect(sent).toEqual([`GET ${path}?page=2&page_size=1`, `HEAD ${path}?page_size=1`]);
    expect(page.rows).toEqual([{ uuid: "a" }]);
    expect(page.headers.get("x-result-count")).toBe("2");
    expect(counted.get("x-result-count")).toBe("2");
  });

  it("takes for uuids, and for the order it asks for, only parameters it has", () => {
    const { uuids, parameters, order, selectable } = listed(dialect, pick).listing;
    expect(parameters).toEqual(expect.arrayContaining([...uuids, "page", "page_size"]));
    if (order !== undefined) expect(parameters).toContain("o");
    if (selectable) expect(parameters).toContain("field");
  });
});

it.each(Object.entries(ofCurrent))(
  "a 2021 server has no listing of %s, and says what to do instead",
  (_, pick) => {
    const { http } = answering("2021", () => Response.json([]));
    expect(() => pick(createServer("2021", http))).toThrow(
      expect.objectContaining({
        code: "unsupported-by-server",
        instead: expect.stringMatching(/\w{4,}.*\.$/),
        message: expect.stringMatching(/^A 2021 server has no \w+\.\w+\. Instead: /),
      }),
    );
  },
);

describe("the release of a current server", () => {
  it("is told by a row, and then known", async () => {
    const { http, sent } = answering("current", () => Response.json([{ uuid: "a", customer_slug: "csc" }]));
    const { release } = createServer("current", http);
    expect(await release(http.begin())).toBe("8.x");
    expect(await release(http.begin())).toBe("8.x");
    expect(sent).toHaveLength(1);
  });

  it("is not known while there is no row, and then looked up again", async () => {
    const rows: object[] = [];
    const { http } = answering("current", () => Response.json(rows));
    const { release } = createServer("current", http);
    expect(await release(http.begin())).toBeUndefined();
    rows.push({ uuid: "a", customer_slug: "csc" });
    expect(await release(http.begin())).toBe("8.x");
  });
});
