import type { OfferingUser } from "../../entities.ts";
import { type ApiCall, callerOf, urlOf } from "../../http/api-call.ts";
import { type Columns, render } from "../../http/columns.ts";
import { type Filters, urlFilter, uuidFilter } from "../../http/filters.ts";
import { list } from "../../http/listing.ts";
import type { Orderings } from "../../http/ordering.ts";
import { badRequest, created, type Reply, ServerCrash } from "../../http/reply.ts";
import { action, type Route, route, unspecified } from "../../http/route.ts";
import { offeringUser } from "../../rows.ts";
import { mayCreateOfferingUser } from "../../rules/2021/permissions.ts";
import { text } from "../../rules/field-types.ts";
import { nullable, optional, validated } from "../../rules/fields.ts";
import { hyperlink } from "../../rules/references.ts";
import { rolesOn } from "../../rules/roles.ts";
import { compareTimestamps } from "../../timestamps.ts";
import { ROOT_NAMES } from "../../wire/2021/root-names.ts";

/** Rows have no id on this server: they cannot be read, changed or deleted one by one. */
const columns: Columns<OfferingUser> = {
  user: (row, call) => urlOf(call, `users/${row.user_uuid}/`),
  offering: (row, call) => urlOf(call, `marketplace-offerings/${row.offering_uuid}/`),
  username: (row) => row.username,
  offering_uuid: (row) => row.offering_uuid,
  offering_name: (row, { store }) => store.offerings.get(row.offering_uuid).name,
  user_uuid: (row) => row.user_uuid,
  created: (row) => row.created,
};

const filters: Filters<OfferingUser> = {
  offering: urlFilter((row) => row.offering_uuid),
  offering_uuid: uuidFilter((row) => row.offering_uuid),
  user_uuid: uuidFilter((row) => row.user_uuid),
};

const orderings: Orderings<OfferingUser> = { created: (a, b) => compareTimestamps(a.created, b.created) };

/**
 * One's own rows, and those of offerings of an organization one has a role in. The server joins the
 * organization's permissions without removing doubles, so an own row comes once for each of them.
 */
function visibleRows(call: ApiCall): OfferingUser[] {
  const caller = callerOf(call);
  const rows = call.store.offeringUsers.all();
  if (caller.is_staff || caller.is_support) {
    return rows;
  }
  return rows.flatMap((row) => {
    const { organization_uuid } = call.store.offerings.get(row.offering_uuid);
    const permissions = rolesOn(call.store, "organization", organization_uuid);
    const isOwn = row.user_uuid === caller.uuid;
    const matching = isOwn ? permissions : permissions.filter(({ user_uuid }) => user_uuid === caller.uuid);
    return Array.from({ length: isOwn ? Math.max(1, matching.length) : matching.length }, () => row);
  });
}

function listOfferingUsers(call: ApiCall): Reply {
  return list(visibleRows(call), { columns, filters, orderings, unorderedBy: (row) => row.uuid }, call);
}

/** Nothing is unique: the same call again makes a second row. A refused permission is a 400. */
function createOfferingUser(call: ApiCall): Reply {
  const { user, offering, username } = validated(
    {
      user: hyperlink("users", ROOT_NAMES, (uuid) => call.store.users.find(uuid)),
      offering: hyperlink("marketplace-offerings", ROOT_NAMES, (uuid) => call.store.offerings.find(uuid)),
      username: optional(nullable(text({ maxLength: 100, allowBlank: true })), null),
    },
    call.body(),
  );
  if (!mayCreateOfferingUser(call.store, callerOf(call), offering)) {
    throw badRequest(["You do not have permission to create offering user."]);
  }
  if (offering.secret_options.service_provider_can_create_offering_user !== true) {
    throw badRequest(["It is not allowed to create users for current offering."]);
  }
  const row = offeringUser({
    uuid: call.world.newUuid(),
    offering_uuid: offering.uuid,
    user_uuid: user.uuid,
    username,
    created: call.world.timestamp(),
  });
  return created(render(columns, call.store.offeringUsers.add(row), call));
}

const crashes = unspecified(() => {
  throw new ServerCrash();
});

export const offeringUserRoutes: readonly Route[] = [
  route("marketplace-offering-users/", {
    GET: action("offering_users_list", listOfferingUsers),
    POST: action("offering_users_create", createOfferingUser),
  }),
  route("marketplace-offering-users/{uuid}/", { GET: crashes }),
];
