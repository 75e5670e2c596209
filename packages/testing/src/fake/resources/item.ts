import { type ApiCall, urlOf } from "../http/call.ts";
import { type Column, type Columns, fixed } from "../http/columns.ts";
import { type ByGeneration, before, since, table } from "../http/generations.ts";
import type { Offering, Plan, Resource } from "../state/marketplace.ts";
import { offeringOf, organizationOf } from "../state/relations.ts";
import type { Json, JsonObject } from "../state/values.ts";

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
  const offering =
    (value: (offering: Offering, call: ApiCall) => Json): Column<Row> =>
    (row, call) =>
      value(offeringOf(find(row, call), call), call);
  const plan = (value: (plan: Plan) => Json) => ofPlan<Row>((row) => row.plan_uuid, value);
  return table<Columns<Row>>(
    {
      offering: offering((row, call) => urlOf(call, `${offeringPath(call)}/${row.uuid}/`)),
      offering_name: offering((row) => row.name),
      offering_uuid: offering((row) => row.uuid),
      offering_description: offering((row) => row.description),
      offering_thumbnail: () => null,
      offering_type: offering((row) => row.type),
      offering_shared: offering((row) => row.shared),
      offering_billable: offering((row) => row.billable),
      provider_name: offering((row, call) => organizationOf(row, call).name),
      provider_uuid: offering((row) => row.organization_uuid),
      category_title: offering((row) => row.category_title),
      category_uuid: offering((row) => row.category_uuid),
      plan: (row, call) =>
        row.plan_uuid === null ? null : planUrl(call, find(row, call).offering_uuid, row.plan_uuid),
      plan_unit: plan((row) => row.unit),
      plan_name: plan((row) => row.name),
      plan_uuid: plan((row) => row.uuid),
      plan_description: plan((row) => row.description),
      attributes: (row) => row.attributes,
      limits: (row) => row.limits,
      uuid: (row) => row.uuid,
      created: (row) => row.created,
      modified: (row) => row.modified,
    },
    before("8.0", { offering_terms_of_service: offering((row) => row.terms_of_service) }),
    since("2024-10", {
      offering_plugin_options: offering((row) => row.plugin_options),
      ...fixed({ offering_image: null, category_icon: null }),
    }),
    since("8.0", { provider_slug: offering((row, call) => organizationOf(row, call).slug) }),
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

/** A column of a plan. Without one older servers leave the key out, newest ones say null. */
export function ofPlan<Row>(uuidOf: (row: Row) => string | null, value: (plan: Plan) => Json): Column<Row> {
  return (row, call) => {
    const uuid = uuidOf(row);
    return uuid === null ? missing(call) : value(call.store.plans.get(uuid));
  };
}

/** What a column of something that is not there gives. */
export function missing({ world }: ApiCall): null | undefined {
  return world.since("8.0") ? null : undefined;
}
