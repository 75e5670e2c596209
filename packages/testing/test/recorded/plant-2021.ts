/** The state of the recorded server of August 2021, as stored rows. */
import { COMPONENT, type OfferingComponent } from "../../src/fake/state/marketplace.ts";
import type { Store } from "../../src/fake/state/store.ts";
import type { JsonObject } from "../../src/fake/state/values.ts";
import { uuidOf } from "../../src/fake/state/values.ts";
import {
  BILLING_TYPES,
  OFFERING_STATES,
  ORDER_STATES,
  ORDER_TYPES,
  RESOURCE_STATES,
  ROLES,
} from "../../src/fake/state/words.ts";
import { filled } from "../../src/shapes.ts";
import { oneOf } from "./one-of.ts";
import * as read from "./recorded.ts";

export function seedFromRecording2021(store: Store, { initialState, scenario }: read.RecordedServer): void {
  const each = (path: string, plant: (row: JsonObject) => void): void => {
    read.recordedRows(initialState, path).forEach(plant);
  };
  each("/api/users/", (row) => plantUser(store, row));
  each("/api/customers/", (row) => plantOrganization(store, row));
  each("/api/projects/", (row) => plantProject(store, row));
  each("/api/marketplace-service-providers/", (row) => plantServiceProvider(store, row));
  each("/api/marketplace-offerings/", (row) => plantOffering(store, row, scenario));
  each("/api/marketplace-resources/", (row) => plantResource(store, row));
  each("/api/marketplace-order-items/", (row) => plantOrder(store, row));
  plantRoles(store, initialState);
  plantPlanPeriods(store, initialState);
}

function plantUser(store: Store, row: JsonObject): void {
  store.users.add({
    uuid: read.textOf(row, "uuid"),
    username: read.textOf(row, "username"),
    first_name: read.textOf(row, "first_name"),
    last_name: read.textOf(row, "last_name"),
    native_name: read.textOf(row, "native_name"),
    email: read.textOf(row, "email"),
    organization: read.textOf(row, "organization"),
    description: read.textOf(row, "description"),
    is_staff: read.isTrue(row, "is_staff"),
    is_support: read.isTrue(row, "is_support"),
    is_active: read.isTrue(row, "is_active"),
    date_joined: read.textOf(row, "date_joined"),
    agreement_date: read.textOrNull(row, "agreement_date"),
  });
}

function plantOrganization(store: Store, row: JsonObject): void {
  store.organizations.add({
    uuid: read.textOf(row, "uuid"),
    name: read.textOf(row, "name"),
    abbreviation: read.textOf(row, "abbreviation"),
    email: read.textOf(row, "email"),
    created: read.textOf(row, "created"),
  });
}

function plantProject(store: Store, row: JsonObject): void {
  store.projects.add({
    uuid: read.textOf(row, "uuid"),
    name: read.textOf(row, "name"),
    description: read.textOf(row, "description"),
    organization_uuid: read.textOf(row, "customer_uuid"),
    created: read.textOf(row, "created"),
  });
}

function plantServiceProvider(store: Store, row: JsonObject): void {
  store.serviceProviders.add({
    uuid: read.textOf(row, "uuid"),
    description: read.textOf(row, "description"),
    organization_uuid: read.textOf(row, "customer_uuid"),
    created: read.textOf(row, "created"),
  });
}

/** Lists do not show `secret_options`; the scenario does. */
function plantOffering(store: Store, row: JsonObject, scenario: JsonObject): void {
  const uuid = read.textOf(row, "uuid");
  const labelled = read.objectOf(scenario, "offerings");
  const label = Object.keys(labelled).find((name) => read.objectOf(labelled, name).uuid === uuid) ?? "";
  store.offerings.add({
    uuid,
    name: read.textOf(row, "name"),
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
    secret_options: read.objectOf(read.objectOf(labelled, label), "secret_options"),
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

export function recordedComponent(offeringUuid: string, row: JsonObject): OfferingComponent {
  const type = read.textOf(row, "type");
  return filled(COMPONENT, {
    uuid: read.textOrNull(row, "uuid") ?? uuidOf("component", offeringUuid, type),
    type,
    name: read.textOf(row, "name"),
    description: read.textOf(row, "description"),
    billing_type: oneOf(BILLING_TYPES, read.textOf(row, "billing_type"), "component.billing_type"),
    measured_unit: read.textOf(row, "measured_unit"),
    limit_period: read.textOrNull(row, "limit_period"),
    limit_amount: read.numberOrNull(row, "limit_amount"),
    max_value: read.numberOrNull(row, "max_value"),
    min_value: read.numberOrNull(row, "min_value"),
  });
}

function plantResource(store: Store, row: JsonObject): void {
  store.resources.add({
    uuid: read.textOf(row, "uuid"),
    name: read.textOf(row, "name"),
    description: read.textOf(row, "description"),
    state: oneOf(RESOURCE_STATES, read.textOf(row, "state"), "resource.state"),
    offering_uuid: read.textOf(row, "offering_uuid"),
    plan_uuid: read.textOrNull(row, "plan_uuid"),
    project_uuid: read.textOf(row, "project_uuid"),
    attributes: read.objectOf(row, "attributes"),
    limits: read.numbersOf(row, "limits"),
    backend_id: read.textOf(row, "backend_id"),
    created: read.textOf(row, "created"),
    modified: read.textOf(row, "modified"),
  });
}

function plantOrder(store: Store, row: JsonObject): void {
  const state = read.textOf(row, "state");
  store.orders.add({
    uuid: read.textOf(row, "uuid"),
    type: oneOf(ORDER_TYPES, read.textOf(row, "type"), "order.type"),
    state: oneOf(ORDER_STATES, state, "order.state"),
    resource_uuid: read.textOf(row, "marketplace_resource_uuid"),
    plan_uuid: read.textOrNull(row, "plan_uuid"),
    limits: read.numbersOf(row, "limits"),
    attributes: read.objectOf(row, "attributes"),
    cost: read.textOf(row, "cost"),
    created_by_uuid:
      store.users.all().find((user) => fullName(user) === row.created_by_full_name)?.uuid ?? "",
    created: read.textOf(row, "created"),
    modified: read.textOf(row, "modified"),
  });
}

function fullName(user: { first_name: string; last_name: string }): string {
  return `${user.first_name} ${user.last_name}`;
}

function plantRoles(store: Store, initialState: read.RecordedFile): void {
  const plant = (path: string, scope: "organization" | "project" | "offering", key: string): void => {
    for (const row of read.recordedRows(initialState, path)) {
      store.roles.add({
        pk: read.numberOf(row, "pk"),
        user_uuid: read.textOf(row, "user_uuid"),
        role:
          scope === "offering"
            ? "offering_manager"
            : oneOf(ROLES, read.textOf(row, "role"), "permission.role"),
        scope,
        scope_uuid: read.textOf(row, key),
        created: read.textOf(row, "created"),
        expiration_time: read.textOrNull(row, "expiration_time"),
      });
    }
  };
  plant("/api/customer-permissions/", "organization", "customer_uuid");
  plant("/api/project-permissions/", "project", "project_uuid");
  plant("/api/marketplace-offering-permissions/", "offering", "offering_uuid");
}

function plantPlanPeriods(store: Store, initialState: read.RecordedFile): void {
  for (const step of initialState.exchanges) {
    const resource = /marketplace-resources\/([0-9a-f]{32})\/plan_periods\//.exec(
      step.request?.path ?? "",
    )?.[1];
    for (const row of resource === undefined
      ? []
      : read.recordedRows({ ...initialState, exchanges: [step] }, step.request?.path ?? "")) {
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
