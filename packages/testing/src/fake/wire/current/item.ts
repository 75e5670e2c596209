import type { Offering, Plan, Resource } from "../../entities.ts";
import { type ApiCall, urlOf } from "../../http/api-call.ts";
import type { Columns } from "../../http/columns.ts";
import type { Json, JsonObject } from "../../json.ts";
import type { Generation } from "../../words.ts";

/** What resources and orders have in common: both are of an offering and, mostly, on a plan. */
interface Item {
  uuid: string;
  plan_uuid: string | null;
  attributes: JsonObject;
  limits: Record<string, number>;
  created: string;
  modified: string;
}

/** Columns of the offering, the provider and the plan. `resourceOf` finds the resource the item is about. */
export function itemColumns<Row extends Item>(
  generation: Generation,
  resourceOf: (row: Row, call: ApiCall) => Resource,
): Columns<Row> {
  const offering = ofOffering(resourceOf);
  return {
    offering: offering((row, call) => urlOf(call, `marketplace-public-offerings/${row.uuid}/`)),
    offering_name: offering((row) => row.name),
    offering_uuid: offering((row) => row.uuid),
    offering_description: offering((row) => row.description),
    offering_image: () => null,
    offering_thumbnail: () => null,
    offering_type: offering((row) => row.type),
    offering_shared: offering((row) => row.shared),
    offering_billable: offering((row) => row.billable),
    offering_plugin_options: offering((row) => row.plugin_options),
    provider_name: offering((row, call) => call.store.organizations.get(row.organization_uuid).name),
    provider_uuid: offering((row) => row.organization_uuid),
    category_title: offering((row) => row.category_title),
    category_uuid: offering((row) => row.category_uuid),
    category_icon: () => null,
    plan: (row, call) =>
      row.plan_uuid === null
        ? null
        : urlOf(
            call,
            `marketplace-public-offerings/${resourceOf(row, call).offering_uuid}/plans/${row.plan_uuid}/`,
          ),
    ...planColumns(generation),
    attributes: (row) => row.attributes,
    limits: (row) => row.limits,
    uuid: (row) => row.uuid,
    created: (row) => row.created,
    modified: (row) => row.modified,
    ...(generation === "8.x"
      ? {
          provider_slug: offering((row, call) => call.store.organizations.get(row.organization_uuid).slug),
        }
      : { offering_terms_of_service: offering((row) => row.terms_of_service) }),
  };
}

function ofOffering<Row extends Item>(resourceOf: (row: Row, call: ApiCall) => Resource) {
  return (value: (offering: Offering, call: ApiCall) => Json) =>
    (row: Row, call: ApiCall): Json =>
      value(call.store.offerings.get(resourceOf(row, call).offering_uuid), call);
}

function planColumns<Row extends Item>(generation: Generation): Columns<Row> {
  const plan = (value: (plan: Plan) => Json) => ofPlan<Row>(generation, (row) => row.plan_uuid, value);
  return {
    plan_unit: plan((row) => row.unit),
    plan_name: plan((row) => row.name),
    plan_uuid: plan((row) => row.uuid),
    plan_description: plan((row) => row.description),
  };
}

/** A column of a plan. Without one the oldest servers leave the key out, newest ones say null. */
export function ofPlan<Row>(
  generation: Generation,
  uuidOf: (row: Row) => string | null,
  value: (plan: Plan) => Json,
): (row: Row, call: ApiCall) => Json | undefined {
  return (row, call) => {
    const uuid = uuidOf(row);
    if (uuid === null) {
      return missing(generation);
    }
    return value(call.store.plans.get(uuid));
  };
}

/** What a column of something that is not there gives. */
export function missing(generation: Generation): null | undefined {
  return generation === "8.x" ? null : undefined;
}
