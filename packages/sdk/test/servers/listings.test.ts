import { describe, expect, it } from "vitest";
import type { Call } from "../../src/http/call.ts";
import type { Listing } from "../../src/list/listing.ts";
import { unsupportedListing } from "../../src/servers/requests.ts";
import type { Dialect, Server } from "../../src/servers/server.ts";
import { type Answering, answering, createServer } from "../nouns/answering.ts";

const PROVIDER = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";

type Choose = (api: Server) => Listing;
const LISTINGS: Readonly<Record<string, Choose>> = {
  resources: ({ resources }) => resources.listing,
  offerings: ({ offerings }) => offerings.listing,
  usages: ({ usages }) => usages.listing,
  "usages of users": ({ usages }) => usages.userListing,
  accounts: ({ offeringUsers }) => offeringUsers.listing,
  orders: ({ orders }) => orders.listing,
  "service providers": ({ serviceProviders }) => serviceProviders.listing,
  "users of a provider": ({ serviceProviders }) => serviceProviders.users(PROVIDER),
  "keys of a provider": ({ serviceProviders }) => serviceProviders.sshKeys(PROVIDER),
  "projects of a provider": ({ serviceProviders }) => serviceProviders.projects(PROVIDER),
  "permissions of a provider": ({ serviceProviders }) => serviceProviders.projectPermissions(PROVIDER),
};

interface Listed extends Answering {
  readonly listing: Listing;
  readonly call: Call;
}

function asError(error: unknown): Error {
  if (error instanceof Error) return error;
  throw error;
}

/** A listing of a server that has two rows, of which it shows one a page. */
function listed(dialect: Dialect, pick: Choose): Listed {
  const server = answering(dialect, (line) => {
    const headers = { "x-result-count": "2", "content-type": "application/json" };
    return new Response(line.startsWith("HEAD") ? null : '[{"uuid":"a"}]', { headers });
  });
  const call = server.http.begin();
  try {
    return { ...server, call, listing: pick(createServer(dialect, server.http)) };
  } catch (error) {
    return { ...server, call, listing: unsupportedListing(() => asError(error)) };
  }
}

const all: [Dialect, string, Choose][] = (["2021", "current"] as const).flatMap((dialect) =>
  Object.entries(LISTINGS).map(([what, pick]): [Dialect, string, Choose] => [dialect, what, pick]),
);
const isMissing = ([dialect, , pick]: (typeof all)[number]) =>
  listed(dialect, pick).listing.missing !== undefined;

describe.each(all.filter((row) => !isMissing(row)))("the listing (%s) of %s", (dialect, _, pick) => {
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

describe.each(all.filter(isMissing))(
  "the listing (%s) of %s, which the server does not have",
  (dialect, _, pick) => {
    it("asks for nothing, and says what to do instead", async () => {
      const { listing, call, sent } = listed(dialect, pick);
      const error = { code: "unsupported-by-server", instead: expect.stringMatching(/\w{4,}.*\.$/) };
      expect(listing.missing?.()).toMatchObject(error);
      expect(listing.missing?.()).toHaveProperty(
        "message",
        expect.stringMatching(/^A 2021 server \w+ no.* Instead: /),
      );
      await expect(listing.page({}, call)).rejects.toMatchObject(error);
      await expect(listing.count({}, call)).rejects.toMatchObject(error);
      expect(sent).toEqual([]);
    });
  },
);
