import { hasRole, scopesOf } from "../access/permissions.ts";
import { servedProjects, servedRoles } from "../access/visibility.ts";
import { validated } from "../body/fields.ts";
import { text, uuid } from "../body/types.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import { columnsOf } from "../http/columns.ts";
import * as match from "../http/filters.ts";
import { since } from "../http/generations.ts";
import { by, type Listing, list, orderingsOf, show } from "../http/list.ts";
import { badRequest, created, empty, forbidden, type Reply } from "../http/reply.ts";
import { crashes, type Route, routes, rowInPath } from "../http/route.ts";
import { nameOfferingUser } from "../offerings/offering-users-of-members.ts";
import type { RoleAssignment, ServiceProvider, User } from "../state/people.ts";
import { fullName, organizationOf } from "../state/relations.ts";
import { projects } from "./projects.ts";
import { projectPermissions } from "./roles.ts";
import { forStaff, keys, users } from "./users.ts";

const columns = columnsOf<"ServiceProvider", ServiceProvider>(
  "ServiceProvider",
  {
    url: (row, call) => urlOf(call, `marketplace-service-providers/${row.uuid}/`),
    enable_notifications: (row, { caller }) => (caller === null ? undefined : row.enable_notifications),
    customer: (row, call) => urlOf(call, `customers/${row.organization_uuid}/`),
    offering_count: (row, { store }) =>
      store.offerings
        .where("organization_uuid", row.organization_uuid)
        .filter(({ state }) => state === "Active" || state === "Paused").length,
  },
  { customer: organizationOf },
);

const providers: Listing<ServiceProvider> = {
  columns,
  filters: match.filtersOf("ServiceProvider", columns, {
    customer_keyword: match.contains((row, call) => {
      const { name, abbreviation, native_name } = organizationOf(row, call);
      return [name, abbreviation, native_name];
    }),
  }),
  sorted: since(
    "2024-10",
    by<ServiceProvider>((row, call) => organizationOf(row, call).name),
  ),
  orderings: orderingsOf("ServiceProvider", columns),
  selectableSince: "8.0",
};

function providerInPath(call: ApiCall): ServiceProvider {
  return rowInPath(call, "ServiceProvider", call.store.serviceProviders);
}

/** The provider of the path, for staff and the owners of its organization. */
function ownProvider(call: ApiCall): ServiceProvider {
  const provider = providerInPath(call);
  const caller = callerOf(call);
  const owns = hasRole(call.store, caller.uuid, provider.organization_uuid, "owner");
  if (!caller.is_staff && !owns) {
    throw forbidden();
  }
  return provider;
}

/** 2024-10 has pages here, but ignores filters, `o` and `field`. */
function listOfProvider<Row>(rows: readonly Row[], listing: Listing<Row>, call: ApiCall): Reply {
  return call.world.since("8.0")
    ? list(rows, { ...listing, selectableSince: "8.0" }, call)
    : list(rows, { columns: listing.columns, selectableSince: "8.0" }, call);
}

/** A user of a provider's resources, as the provider sees them. */
const servedUsers: Listing<User> = {
  ...users,
  columns: columnsOf<"ServiceProviderUser", User>("ServiceProviderUser", {
    full_name: fullName,
    projects_count(row, call) {
      const served = servedProjects(call.store, providerInPath(call));
      return call.store.roles.where("user_uuid", row.uuid).filter(({ scope_uuid }) => served.has(scope_uuid))
        .length;
    },
    is_active: forStaff("is_active"),
  }),
  selectableSince: "8.0",
};

/** Users of the projects that use the provider's resources; filters work on all servers here. */
function listUsers(call: ApiCall): Reply {
  const { is_staff, is_support } = callerOf(call);
  const uuids = new Set(servedRoles(call.store, ownProvider(call)).map(({ user_uuid }) => user_uuid));
  const rows = call.store.users
    .all()
    .filter((row) => uuids.has(row.uuid) && (row.is_active || is_staff || is_support));
  return list(rows, servedUsers, call);
}

/** Roles of users who can still log in. */
function activeRoles(call: ApiCall): RoleAssignment[] {
  const { store } = call;
  return servedRoles(store, ownProvider(call)).filter(
    ({ user_uuid }) => store.users.get(user_uuid).is_active,
  );
}

function listKeys(call: ApiCall): Reply {
  const users = new Set(activeRoles(call).map(({ user_uuid }) => user_uuid));
  const rows = call.store.sshKeys.all().filter(({ user_uuid }) => users.has(user_uuid));
  return listOfProvider(rows, keys, call);
}

function listProjects(call: ApiCall): Reply {
  const served = servedProjects(call.store, ownProvider(call));
  const rows = call.store.projects.all().filter((row) => served.has(row.uuid) && !row.is_removed);
  return listOfProvider(rows, projects, call);
}

function listProjectPermissions(call: ApiCall): Reply {
  return listOfProvider(activeRoles(call), projectPermissions, call);
}

/** Gives a user the same user name at every offering of the provider that a project of theirs uses. */
function setOfferingsUsername(call: ApiCall): Reply {
  const provider = ownProvider(call);
  const { user_uuid, username } = validated({ user_uuid: uuid(), username: text() }, call.body());
  const user = call.store.users.find(user_uuid);
  if (user === undefined) {
    throw badRequest([`A user with the uuid [${dashed(user_uuid)}] is not found.`]);
  }
  for (const offering of usedOfferings(call, provider, user)) {
    nameOfferingUser(call.world, offering, user, username);
  }
  return call.world.since("8.0") ? empty(201) : created({ detail: "Offering users have been set." });
}

function usedOfferings({ store }: ApiCall, provider: ServiceProvider, user: User): string[] {
  const own = scopesOf(store, user);
  return store.offerings
    .where("organization_uuid", provider.organization_uuid)
    .map(({ uuid }) => uuid)
    .filter((offering) =>
      store.resources
        .where("offering_uuid", offering)
        .some(({ state, project_uuid }) => state !== "Terminated" && own.has(project_uuid)),
    );
}

/** As Python prints a uuid. */
function dashed(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

const PROVIDERS = "marketplace-service-providers";
const shown = {
  // Everyone with a token sees all of them; on a 2021 server one needs no token.
  GET: (call: ApiCall) => list(call.store.serviceProviders.all(), providers, call),
  "GET {uuid}/": (call: ApiCall) => show(providerInPath(call), providers, call),
};

export const serviceProviderRoutes: readonly Route[] = [
  ...routes(PROVIDERS, { ...shown, OPTIONS: crashes }, { before: "2024-10", isPublic: true }),
  ...routes(
    PROVIDERS,
    {
      ...shown,
      "GET {uuid}/users/": listUsers,
      "GET {uuid}/keys/": listKeys,
      "GET {uuid}/projects/": listProjects,
      "GET {uuid}/project_permissions/": listProjectPermissions,
      "POST {uuid}/set_offerings_username/": setOfferingsUsername,
    },
    { since: "2024-10" },
  ),
];
