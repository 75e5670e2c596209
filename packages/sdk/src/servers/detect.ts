import { providerResourcesListNewFilters } from "@puhuri/api-types";
import { NotFoundError, PermissionDeniedError, UnsupportedByServerError } from "../errors.ts";
import { type Call, withinCall } from "../http/call.ts";
import type { Transport } from "../http/transport.ts";
import { ignoredFilter, type Listing, type WireQuery } from "../list/listing.ts";
import { currentOfferings, currentOrders, currentResources, currentUsages } from "./current.ts";
import { currentOfferingUsers, currentServiceProviders } from "./current-people.ts";
import { createRequests, type Requests } from "./requests.ts";
import type { Dialect, Release, Server } from "./server.ts";

/** How a client finds out which server it talks to. */
export interface Provider {
  /** The first calls may have to find out which server it is; later ones have it at once. */
  resolve(call: Call): Promise<Server> | Server;
}

/** Finds the server for a dialect. The code for 2021 servers is loaded only for them. */
export function providerOf(dialect: Dialect | "auto", transport: Transport): Provider {
  const requests = createRequests(transport);
  let known = dialect === "current" ? currentServer(requests) : undefined;
  let finding: Promise<Server> | undefined;

  async function find(): Promise<Server> {
    try {
      // In a call of its own, since any of those that wait for it may give up before the others.
      const found = dialect === "auto" ? await readDialect(requests, transport.begin()) : dialect;
      known =
        found === "current"
          ? currentServer(requests)
          : (await import("./server-2021.ts")).server2021(requests);
      return known;
    } finally {
      // After a failure, the next call asks again.
      finding = undefined;
    }
  }

  return {
    resolve(call) {
      if (known !== undefined) return known;
      finding ??= find();
      // Those who still wait get the error; if nobody does, it is not an unhandled rejection.
      finding.catch(() => {});
      return withinCall(call, transport.clock.now(), READING, finding);
    },
  };
}

const READING = { operation: "root_list", method: "GET", path: "/api/" };

/**
 * Reads a server's generation from its list of endpoints: one read, which any valid token may do.
 *
 * Servers of September 2021 to November 2022 have the same list as those of August 2021. The difference shows only when a
 * state is set, and the error says so.
 *
 * @throws {UnsupportedByServerError} A server of the years between, whose API this SDK does not speak.
 */
export async function readDialect({ get }: Requests, call: Call): Promise<Dialect> {
  const names = Object.keys(await get(call, "/api/"));
  if (names.includes("marketplace-provider-resources")) return "current";
  if (names.includes("marketplace-offerings")) return "2021";
  throw new UnsupportedByServerError(
    "This server is neither of August 2021 nor of 2024-10 or later, and this SDK does not speak its provider API.",
    { operation: "root_list", instead: "have the server upgraded to 2024-10 or later." },
  );
}

/** Which server it is. */
export interface ServerFacts {
  readonly dialect: Dialect;
  /** Such as `8.1.3`; undefined where the server does not show it to a provider. */
  readonly version: string | undefined;
}

/** Reads a server's generation, and its version if it shows one. */
export async function readServer(transport: Transport, call: Call): Promise<ServerFacts> {
  const requests = createRequests(transport);
  const dialect = await readDialect(requests, call);
  return { dialect, version: dialect === "2021" ? undefined : await readVersion(requests, call) };
}

async function readVersion({ get }: Requests, call: Call): Promise<string | undefined> {
  try {
    return (await get(call, "/api/version/")).version;
  } catch (error) {
    // 2024-10 shows it only to its staff, and some gateways block the request.
    if (error instanceof PermissionDeniedError || error instanceof NotFoundError) return undefined;
    throw error;
  }
}

function isFrom8_1(version = ""): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 8 || (major === 8 && minor >= 1);
}

/** A server from 2024-10 up to 8.x. */
export function currentServer(requests: Requests): Server {
  const resources = currentResources(requests);
  let known: Release | undefined;
  let hasNoSlurmWorker: boolean | undefined;

  async function release(call: Call): Promise<Release | undefined> {
    if (known !== undefined) return known;
    // A server ignores columns that it does not know.
    const query = { page_size: 1, field: ["uuid", "customer_slug"] };
    const [row] = (await resources.listing.page(query, call)).rows;
    if (row !== undefined) known = "customer_slug" in row ? "8.x" : "2024-10";
    return known;
  }

  return {
    dialect: "current",
    release,
    async leavesSlurmToProviders(call) {
      hasNoSlurmWorker ??= isFrom8_1(await readVersion(requests, call));
      return hasNoSlurmWorker;
    },
    learnt: {},
    resources: { ...resources, listing: refusingNewFilters(resources.listing, release) },
    offerings: currentOfferings(requests),
    usages: currentUsages(requests),
    offeringUsers: currentOfferingUsers(requests),
    orders: currentOrders(requests),
    serviceProviders: currentServiceProviders(requests),
  };
}

/** Refuses filters of allocations that 2024-10 ignores without any column that would show it: it would list everything. */
function refusingNewFilters(listing: Listing, release: Server["release"]): Listing {
  const unshown = providerResourcesListNewFilters.filter((filter) => !(filter in listing.shownBy));

  async function check(query: WireQuery, call: Call): Promise<void> {
    const name = unshown.find((filter) => query[filter] !== undefined);
    if (name === undefined || (await release(call)) !== "2024-10") return;
    throw ignoredFilter(name, listing.operation, "look at each row yourself");
  }

  return {
    ...listing,
    page: (query, call) => check(query, call).then(() => listing.page(query, call)),
    count: (query, call) => check(query, call).then(() => listing.count(query, call)),
  };
}
