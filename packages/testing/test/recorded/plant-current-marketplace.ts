/** The state of the recorded server of October 2024: offerings, resources, orders, accounts. */
import type { PluginObject } from "../../src/fake/state/marketplace.ts";
import type { Store } from "../../src/fake/state/store.ts";
import type { JsonObject } from "../../src/fake/state/values.ts";
import {
  OFFERING_STATES,
  ORDER_STATES,
  ORDER_TYPES,
  PLUGIN_STATES,
  RESOURCE_STATES,
} from "../../src/fake/state/words.ts";
import { oneOf } from "./one-of.ts";
import { recordedComponent } from "./plant-2021.ts";
import * as read from "./recorded.ts";

export function plantMarketplace(store: Store, { initialState, scenario }: read.RecordedServer): void {
  const each = (path: string, plant: (row: JsonObject) => void): void => {
    read.recordedRows(initialState, path).forEach(plant);
  };
  each("/api/marketplace-provider-offerings/", (row) => plantOffering(store, row));
  each("/api/marketplace-provider-resources/", (row) => plantResource(store, row));
  each("/api/marketplace-orders/", (row) => plantOrder(store, row));
  each("/api/marketplace-offering-users/", (row) => plantOfferingUser(store, row));
  plantShownPeriods(store, initialState);
  plantHiddenPeriods(store, scenario);
}

function plantOffering(store: Store, row: JsonObject): void {
  const uuid = read.textOf(row, "uuid");
  store.offerings.add({
    uuid,
    name: read.textOf(row, "name"),
    slug: read.textOf(row, "slug"),
    description: read.textOf(row, "description"),
    full_description: read.textOf(row, "full_description"),
    terms_of_service: read.textOf(row, "terms_of_service"),
    organization_uuid: read.textOf(row, "customer_uuid"),
    category_uuid: read.textOf(row, "category_uuid"),
    category_title: read.textOf(row, "category_title"),
    type: read.textOf(row, "type"),
    state: oneOf(OFFERING_STATES, read.textOf(row, "state"), "offering.state"),
    shared: read.isTrue(row, "shared"),
    billable: read.isTrue(row, "billable"),
    options: read.objectOf(row, "options"),
    plugin_options: read.objectOf(row, "plugin_options"),
    secret_options: read.objectOf(row, "secret_options"),
    components: read.rowsOf(row, "components").map((component) => recordedComponent(uuid, component)),
    created: read.textOf(row, "created"),
  });
  for (const plan of read.rowsOf(row, "plans")) {
    store.plans.add({
      uuid: read.textOf(plan, "uuid"),
      offering_uuid: uuid,
      name: read.textOf(plan, "name"),
      description: read.textOf(plan, "description"),
      unit: read.textOf(plan, "unit"),
      unit_price: read.textOf(plan, "unit_price"),
      prices: read.numbersOf(plan, "prices"),
      quotas: read.numbersOf(plan, "quotas"),
    });
  }
}

function plantResource(store: Store, row: JsonObject): void {
  store.resources.add({
    uuid: read.textOf(row, "uuid"),
    name: read.textOf(row, "name"),
    slug: read.textOf(row, "slug"),
    description: read.textOf(row, "description"),
    state: oneOf(RESOURCE_STATES, read.textOf(row, "state"), "resource.state"),
    offering_uuid: read.textOf(row, "offering_uuid"),
    plan_uuid: read.textOrNull(row, "plan_uuid"),
    project_uuid: read.textOf(row, "project_uuid"),
    attributes: read.objectOf(row, "attributes"),
    limits: read.numbersOf(row, "limits"),
    plugin_object: pluginObject(row),
    backend_id: read.textOf(row, "backend_id"),
    backend_metadata: read.objectOf(row, "backend_metadata"),
    options: row.options === null ? null : read.objectOf(row, "options"),
    created: read.textOf(row, "created"),
    modified: read.textOf(row, "modified"),
  });
}

function pluginObject(row: JsonObject): PluginObject | null {
  const path = /\/api\/([^/]+)\//.exec(read.textOrNull(row, "scope") ?? "")?.[1];
  const { state } = read.objectOf(row, "backend_metadata");
  return path === undefined
    ? null
    : {
        uuid: read.textOf(row, "resource_uuid"),
        type: read.textOf(row, "resource_type"),
        path,
        state: typeof state === "string" ? oneOf(PLUGIN_STATES, state, "plugin_object.state") : "OK",
      };
}

/** Orders name people; what the resource costs shows on its orders only. */
function plantOrder(store: Store, row: JsonObject): void {
  const named = (key: string): string | null =>
    store.userNamed(read.textOrNull(row, key) ?? "")?.uuid ?? null;
  const resource = store.resources.get(read.textOf(row, "marketplace_resource_uuid"));
  const cost = read.numberOrNull(row, "old_cost_estimate");
  resource.cost = cost === null ? null : cost.toFixed(10);
  store.orders.add({
    uuid: read.textOf(row, "uuid"),
    type: oneOf(ORDER_TYPES, read.textOf(row, "type"), "order.type"),
    state: oneOf(ORDER_STATES, read.textOf(row, "state"), "order.state"),
    resource_uuid: resource.uuid,
    plan_uuid: read.textOrNull(row, "plan_uuid"),
    limits: read.numbersOf(row, "limits"),
    attributes: read.objectOf(row, "attributes"),
    cost: read.textOrNull(row, "cost"),
    error_message: read.textOf(row, "error_message"),
    error_traceback: read.textOf(row, "error_traceback"),
    created_by_uuid: userCalled(store, read.textOf(row, "created_by_full_name")),
    consumer_reviewed_by_uuid: named("consumer_reviewed_by"),
    consumer_reviewed_at: read.textOrNull(row, "consumer_reviewed_at"),
    provider_reviewed_by_uuid: named("provider_reviewed_by"),
    provider_reviewed_at: read.textOrNull(row, "provider_reviewed_at"),
    created: read.textOf(row, "created"),
    modified: read.textOf(row, "modified"),
  });
}

function userCalled(store: Store, fullName: string): string {
  const user = store.users
    .all()
    .find(({ first_name, last_name }) => `${first_name} ${last_name}` === fullName);
  return user?.uuid ?? "";
}

function plantOfferingUser(store: Store, row: JsonObject): void {
  store.offeringUsers.add({
    uuid: read.textOf(row, "uuid"),
    offering_uuid: read.textOf(row, "offering_uuid"),
    user_uuid: read.textOf(row, "user_uuid"),
    username: read.textOrNull(row, "username"),
    state: "Requested",
    is_restricted: read.isTrue(row, "is_restricted"),
    propagation_date: read.textOrNull(row, "propagation_date"),
    created: read.textOf(row, "created"),
    modified: read.textOf(row, "modified"),
  });
}

function plantShownPeriods(store: Store, initialState: read.RecordedFile): void {
  for (const step of initialState.exchanges) {
    const path = step.request?.path ?? "";
    const resource = /marketplace-provider-resources\/([0-9a-f]{32})\/plan_periods\//.exec(path)?.[1];
    const shown =
      resource === undefined ? [] : read.recordedRows({ ...initialState, exchanges: [step] }, path);
    for (const row of shown) {
      store.planPeriods.add({
        uuid: read.textOf(row, "uuid"),
        resource_uuid: resource ?? "",
        plan_uuid: read.textOf(row, "plan_uuid"),
        start: read.textOrNull(row, "start"),
        end: read.textOrNull(row, "end"),
      });
    }
  }
}

/** Periods that ended in a month before are in the scenario only. */
function plantHiddenPeriods(store: Store, scenario: JsonObject): void {
  const labelled = read.objectOf(scenario, "resources");
  const resources = Object.keys(labelled)
    .map((offering) => read.objectOf(labelled, offering))
    .flatMap((ofOffering) => Object.keys(ofOffering).map((label) => read.objectOf(ofOffering, label)));
  for (const resource of resources) {
    for (const period of read.rowsOf(resource, "planPeriods")) {
      const uuid = read.textOf(period, "uuid");
      const { plan_uuid } = store.resources.get(read.textOf(resource, "uuid"));
      if (store.planPeriods.find(uuid) === undefined && plan_uuid !== null) {
        store.planPeriods.add({
          uuid,
          resource_uuid: read.textOf(resource, "uuid"),
          plan_uuid,
          start: null,
          end: read.textOrNull(period, "end")?.replace("+00:00", "Z") ?? null,
        });
      }
    }
  }
}
