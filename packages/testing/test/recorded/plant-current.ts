/** The state of the recorded server of October 2024, as stored rows: people and what they belong to. */

import { SeedError } from "../../src/errors.ts";
import { roleNamed } from "../../src/fake/people/roles.ts";
import type { Store } from "../../src/fake/state/store.ts";
import type { JsonObject } from "../../src/fake/state/values.ts";
import type { RoleScope } from "../../src/fake/state/words.ts";
import { plantMarketplace } from "./plant-current-marketplace.ts";
import * as read from "./recorded.ts";

export function seedFromRecordingCurrent(store: Store, recorded: read.RecordedServer): void {
  const each = (path: string, plant: (row: JsonObject) => void): void => {
    read.recordedRows(recorded.initialState, path).forEach(plant);
  };
  each("/api/users/", (row) => plantUser(store, row));
  each("/api/customers/", (row) => plantOrganization(store, row));
  each("/api/projects/", (row) => plantProject(store, row));
  each("/api/marketplace-service-providers/", (row) => plantServiceProvider(store, row));
  each("/api/user-permissions/", (row) => plantRole(store, row));
  plantMarketplace(store, recorded);
}

function plantUser(store: Store, row: JsonObject): void {
  store.users.add({
    uuid: read.textOf(row, "uuid"),
    username: read.textOf(row, "username"),
    slug: read.textOf(row, "slug"),
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
    slug: read.textOf(row, "slug"),
    abbreviation: read.textOf(row, "abbreviation"),
    email: read.textOf(row, "email"),
    is_blocked: read.isTrue(row, "blocked"),
    created: read.textOf(row, "created"),
  });
}

function plantProject(store: Store, row: JsonObject): void {
  store.projects.add({
    uuid: read.textOf(row, "uuid"),
    name: read.textOf(row, "name"),
    slug: read.textOf(row, "slug"),
    description: read.textOf(row, "description"),
    organization_uuid: read.textOf(row, "customer_uuid"),
    start_date: read.textOrNull(row, "start_date"),
    end_date: read.textOrNull(row, "end_date"),
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

const SCOPES: Readonly<Record<string, RoleScope>> = {
  customer: "organization",
  project: "project",
  offering: "offering",
};

function plantRole(store: Store, row: JsonObject): void {
  const role = roleNamed(read.textOf(row, "role_name"));
  const scope = SCOPES[read.textOf(row, "scope_type")];
  if (role === undefined || scope === undefined) {
    throw new SeedError("role", `a recorded role is unknown: ${JSON.stringify(row)}`);
  }
  store.roles.add({
    pk: store.roles.size + 1,
    user_uuid: read.textOf(row, "user_uuid"),
    role,
    scope,
    scope_uuid: read.textOf(row, "scope_uuid"),
    created: read.textOf(row, "created"),
    expiration_time: read.textOrNull(row, "expiration_time"),
  });
}
