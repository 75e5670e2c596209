import { type ApiCall, urlOf } from "../http/call.ts";
import type { Column, Relations } from "../http/columns.ts";
import type { Plan, Resource } from "../state/marketplace.ts";
import { offeringOf, organizationOf, projectOf, providerOf } from "../state/relations.ts";

/** What resources and orders have in common: an offering and, mostly, a plan. */
interface Item {
  readonly plan_uuid: string | null;
}

/** Columns of the offering and the plan. `find` gives the resource the item is about. */
export function itemColumns<Row extends Item>(find: (row: Row, call: ApiCall) => Resource) {
  const columns = {
    offering: (row, call) => urlOf(call, `${offeringPath(call)}/${find(row, call).offering_uuid}/`),
    plan: (row, call) =>
      row.plan_uuid === null ? null : planUrl(call, find(row, call).offering_uuid, row.plan_uuid),
    provider_description: (row, call) =>
      providerOf(offeringOf(find(row, call), call), call)?.description ?? "",
  } as const satisfies Record<string, Column<Row>>;
  return columns;
}

/** What belongs to a resource belongs to its offering and its project, too. */
export function placesOf<Row>(find: (row: Row, call: ApiCall) => Resource) {
  const offering = (row: Row, call: ApiCall) => offeringOf(find(row, call), call);
  const project = (row: Row, call: ApiCall) => projectOf(find(row, call), call);
  return {
    offering,
    provider: (row, call) => organizationOf(offering(row, call), call),
    category(row, call) {
      const { category_title: title, category_uuid: uuid } = offering(row, call);
      return { title, uuid };
    },
    project,
    customer: (row, call) => organizationOf(project(row, call), call),
  } satisfies Relations<Row>;
}

/** The plan of an item. */
export function planOf({ plan_uuid }: Item, { store }: ApiCall): Plan | undefined {
  return store.plans.find(plan_uuid ?? "");
}

function offeringPath({ world }: ApiCall): string {
  return world.since("2024-10") ? "marketplace-public-offerings" : "marketplace-offerings";
}

/** Where the server shows a plan. */
function planUrl(call: ApiCall, offering: string, plan: string): string {
  return call.world.since("2024-10")
    ? urlOf(call, `marketplace-public-offerings/${offering}/plans/${plan}/`)
    : urlOf(call, `marketplace-plans/${plan}/`);
}
