import type { Offering } from "../../entities.ts";
import type { ApiCall } from "../../http/api-call.ts";
import {
  anyOfFilter,
  booleanFilter,
  choiceFilter,
  containsFilter,
  exactFilter,
  type Filter,
  type Filters,
  sinceFilter,
  urlFilter,
  uuidFilter,
  uuidFilterOf,
  uuidsFilter,
} from "../../http/filters.ts";
import { byText, type Orderings } from "../../http/ordering.ts";
import { badRequest } from "../../http/reply.ts";
import { isJsonObject, type Json } from "../../json.ts";
import { makesAccounts } from "../../rules/current/visibility.ts";
import { hasRole } from "../../rules/roles.ts";
import { compareTimestamps } from "../../timestamps.ts";
import { totalColumns } from "../../wire/current/offering.ts";
import { type Generation, OFFERING_STATES } from "../../words.ts";

/** What an offering is described with, as a JSON object; a list asks for any of its words as keys. */
const attributesFilter: Filter<Offering> = (values) => {
  const wanted = parsed(values.at(-1) ?? "");
  if (wanted === undefined) {
    throw badRequest(["Filter attribute is not valid json."]);
  }
  if (!isJsonObject(wanted)) {
    throw badRequest(["Filter attribute should be an dict."]);
  }
  return {
    test: ({ attributes }) =>
      Object.entries(wanted).every(([key, value]) => {
        const has = attributes[key];
        return Array.isArray(value)
          ? value.some((word) => isJsonObject(has) && has[String(word)] !== undefined)
          : JSON.stringify(has) === JSON.stringify(value);
      }),
  };
};

function parsed(text: string): Json | undefined {
  try {
    const json: Json = JSON.parse(text);
    return json;
  } catch {
    return undefined;
  }
}

/** Offerings of which a resource is used there. */
function usedIn(of: (project: { uuid: string; organization_uuid: string }) => string): Filter<Offering> {
  return uuidFilterOf((row, uuid, { store }) =>
    store.resources
      .where("offering_uuid", row.uuid)
      .some(({ project_uuid }) => of(store.projects.get(project_uuid)) === uuid),
  );
}

const filters: Filters<Offering> = {
  customer: urlFilter((row) => row.organization_uuid),
  customer_uuid: uuidFilter((row) => row.organization_uuid),
  category_uuid: uuidFilter((row) => row.category_uuid),
  parent_uuid: uuidFilter(() => null),
  name: containsFilter((row) => [row.name]),
  name_exact: exactFilter((row) => row.name),
  description: containsFilter((row) => [row.description]),
  keyword: containsFilter((row, { store }) => {
    const { name, abbreviation, native_name } = store.organizations.get(row.organization_uuid);
    return [row.name, row.description, name, abbreviation, native_name];
  }),
  state: choiceFilter(OFFERING_STATES, (row) => row.state),
  type: anyOfFilter((row) => row.type),
  shared: booleanFilter((row) => row.shared),
  attributes: attributesFilter,
  allowed_customer_uuid: uuidFilterOf(
    (row, uuid, { store }) =>
      store.organizations.find(uuid) !== undefined && (row.shared || row.organization_uuid === uuid),
  ),
  // No offering is kept to one project here.
  project_uuid: uuidFilterOf((row) => row.shared),
  service_manager_uuid: uuidFilterOf((row, uuid, { store }) => {
    const user = store.users.find(uuid);
    return row.shared && user !== undefined && hasRole(store, user, "offering", row.uuid);
  }),
  // Groups, scopes and calls for proposals there are none of.
  organization_group_uuid: anyOfFilter(() => ""),
  category_group_uuid: uuidFilter(() => null),
  scope_uuid: uuidFilter(() => null),
  accessible_via_calls: booleanFilter(() => false),
  billable: booleanFilter((row) => row.billable),
};

/** Of newest servers. */
const filtersSince8: Filters<Offering> = {
  query: containsFilter((row) => [row.name, row.slug, row.description]),
  created: sinceFilter((row) => row.created),
  modified: sinceFilter((row) => row.created),
  resource_customer_uuid: usedIn(({ organization_uuid }) => organization_uuid),
  resource_project_uuid: usedIn(({ uuid }) => uuid),
  uuid_list: uuidsFilter((row) => row.uuid),
  can_create_offering_user: booleanFilter((row) => makesAccounts(row, "8.x")),
};

export const offeringFilters: Readonly<Record<Generation, Filters<Offering>>> = {
  "2024-10": filters,
  "8.x": { ...filters, ...filtersSince8 },
};

export function offeringOrderings(call: ApiCall): Orderings<Offering> {
  const totals = Object.entries(totalColumns).map(([name, total]) => [
    name,
    (a: Offering, b: Offering) => Number(total(a, call)) - Number(total(b, call)),
  ]);
  return {
    name: byText((row) => row.name),
    created: (a, b) => compareTimestamps(a.created, b.created),
    type: byText((row) => row.type),
    state: (a, b) => OFFERING_STATES.indexOf(a.state) - OFFERING_STATES.indexOf(b.state),
    ...Object.fromEntries(totals),
  };
}
