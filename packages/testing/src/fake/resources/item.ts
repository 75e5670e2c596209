import { type ApiCall, urlOf } from "../http/call.ts";
import { type Columns, fixed, related, stored } from "../http/columns.ts";
import { type ByGeneration, before, since, table } from "../http/generations.ts";
import type { Offering, Resource } from "../state/marketplace.ts";
import { offeringOf, organizationOf } from "../state/relations.ts";
import type { JsonObject } from "../state/values.ts";

/** What resources and orders have in common: both are of an offering and, mostly, on a plan. */
interface Item {
  readonly uuid: string;
  readonly plan_uuid: string | null;
  readonly attributes: JsonObject;
  readonly limits: Record<string, number>;
  readonly created: string;
  readonly modified: string;
}

/** Columns of the offering, the provider and the plan. `find` gives the resource the item is about. */
export function itemColumns<Row extends Item>(
  find: (row: Row, call: ApiCall) => Resource,
): ByGeneration<Columns<Row>> {
  const itsOffering = (row: Row, call: ApiCall): Offering => offeringOf(find(row, call), call);
  const itsProvider = (row: Row, call: ApiCall) => organizationOf(itsOffering(row, call), call);
  return table<Columns<Row>>(
    {
      offering: (row, call) => urlOf(call, `${offeringPath(call)}/${find(row, call).offering_uuid}/`),
      ...related("offering", itsOffering, "name", "uuid", "description", "type", "shared", "billable"),
      ...fixed(null, "offering_thumbnail"),
      ...related("provider", itsProvider, "name", "uuid"),
      category_title: (row, call) => itsOffering(row, call).category_title,
      category_uuid: (row, call) => itsOffering(row, call).category_uuid,
      plan: (row, call) =>
        row.plan_uuid === null ? null : planUrl(call, find(row, call).offering_uuid, row.plan_uuid),
      ...ofPlan("plan", (row) => row.plan_uuid, "unit", "name", "uuid", "description"),
      ...stored("attributes", "limits", "uuid", "created", "modified"),
    },
    before("8.0", related("offering", itsOffering, "terms_of_service")),
    since("2024-10", {
      ...related("offering", itsOffering, "plugin_options"),
      ...fixed(null, "offering_image", "category_icon"),
    }),
    since("8.0", related("provider", itsProvider, "slug")),
  );
}

function offeringPath({ world }: ApiCall): string {
  return world.since("2024-10") ? "marketplace-public-offerings" : "marketplace-offerings";
}

/** Where a plan is to be had, for whoever buys. */
export function planUrl(call: ApiCall, offering: string, plan: string): string {
  return call.world.since("2024-10")
    ? urlOf(call, `marketplace-public-offerings/${offering}/plans/${plan}/`)
    : urlOf(call, `marketplace-plans/${plan}/`);
}

/** Columns of a plan. Without one older servers leave the keys out, newest ones say null. */
export function ofPlan<Row>(
  prefix: string,
  uuidOf: (row: Row) => string | null,
  ...names: ("name" | "uuid" | "unit" | "description")[]
): Columns<Row> {
  return Object.fromEntries(
    names.map((name) => [
      `${prefix}_${name}`,
      (row: Row, call) => {
        const uuid = uuidOf(row);
        return uuid === null ? missing(call) : call.store.plans.get(uuid)[name];
      },
    ]),
  );
}

/** What a column of something that is not there gives. */
export function missing({ world }: ApiCall): null | undefined {
  return world.since("8.0") ? null : undefined;
}
