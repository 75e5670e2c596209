import { describe, expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import { CURRENT_GENERATIONS, type CurrentGeneration } from "../../src/fake/state/words.ts";
import { loadSpec } from "../../src/spec/load-spec.ts";
import {
  componentName,
  isReference,
  type Operation,
  type Parameter,
  resolve,
  type Tagged,
} from "../../src/spec/spec-document.ts";
import { createContract } from "../contract/contract.ts";
import { isKnownTo } from "../contract/generations.ts";
import { ask } from "./ask.ts";
import { allocation, currentFake, lastOrder } from "./scene.ts";

const spec = loadSpec();
const PROVIDER = "60e3b8f6b1a44d0d9f0d0c9a1f1f8d27";

/** Columns only servers set up to collect them have. */
const PERSONAL = [
  "active_isds",
  "birth_date",
  "civil_number",
  "country_of_residence",
  "eduperson_assurance",
  "gender",
  "identity_source",
  "nationalities",
  "nationality",
  "organization_country",
  "organization_registry_code",
  "organization_type",
  "personal_title",
  "place_of_birth",
];

/** What an offering may see of a user. */
const EXPOSED = (
  "username full_name email phone_number organization job_title civil_number affiliations address " +
  "organization_vat_code organization_address uid_number primary_gid"
).split(" ");

/** What newest servers do not show in a list, and why. */
const NOT_SHOWN: Readonly<Record<string, readonly string[]>> = {
  // Those of one row read by itself, and of what nothing has here.
  provider_resources_list: [
    "order_in_progress",
    "creation_order",
    "parent_offering_name",
    "parent_offering_slug",
    "parent_offering_uuid",
    "parent_name",
    "parent_uuid",
    "service_settings_uuid",
  ],
  provider_offerings_list: ["total_customers", "total_cost", "total_cost_estimated"],
  offering_users_list: PERSONAL.filter((name) => name !== "civil_number").map((name) => `user_${name}`),
  service_providers_users_list: PERSONAL,
  // Left out of a project without an end.
  service_providers_project_permissions_list: ["project_end_date"],
  service_providers_projects_list: [
    "affiliation_code",
    "affiliation_name",
    "science_domain_code",
    "science_domain_name",
    "science_domain_uuid",
    "science_sub_domain_code",
    "science_sub_domain_name",
  ],
  users_list: [
    ...PERSONAL.filter((name) => !/active_isds|birth_date|civil|identity_s|_country|_registry/.test(name)),
    // Of oneself, and of a session.
    "token",
    "token_lifetime",
    "token_expires_at",
    "has_active_session",
    "ip_address",
    "attribute_sources",
  ],
};

/** The columns a row of the newest servers has: those that `field` names, without the ones that are gone. */
function columnsOf({ parameters = [] }: Operation): string[] {
  const field = parameters.map((one) => resolve(spec.components.parameters, one)).find(isField);
  const items = typeof field?.schema === "object" ? field.schema.items : undefined;
  if (typeof items !== "object" || !isReference(items)) return [];
  const selection = spec.components.schemas[componentName(items.$ref).replace(/Field$/, "Selection")];
  const columns: Record<string, Tagged> =
    typeof selection === "object" ? Object(selection["properties"]) : {};
  return Object.keys(columns).filter((name) => isKnownTo("8.1", columns[name] ?? {}));
}

const isField = ({ name }: Parameter): boolean => name === "field";

const lists = createContract(spec, { dialect: "current" })
  .operations.filter(({ operation }) => operation.operationId.endsWith("_list"))
  .filter(({ operation }) => columnsOf(operation).length > 0)
  .map(({ operation, template }) => ({
    id: operation.operationId,
    path: template.replace("/api/", "").replace("{uuid}", PROVIDER),
    columns: columnsOf(operation),
  }));

async function withUsage(generation: CurrentGeneration): Promise<FakePuhuri> {
  const fake = currentFake({ generation });
  for (const offering of fake.state.offerings) offering.exposed = EXPOSED;
  await ask(fake, "owner", "POST", "marketplace-component-usages/set_usage/", {
    resource: allocation(fake, "Running resource").uuid,
    usages: [{ type: "storage", amount: "9.50" }],
  });
  const [usage] = fake.state.componentUsages.all();
  const path = `marketplace-component-usages/${usage?.uuid}/set_user_usage/`;
  await ask(fake, "owner", "POST", path, { username: "csc", usage: 1 });
  return fake;
}

test.each(lists)("$id of newest servers has the columns of the spec", async ({ id, path, columns }) => {
  const { rows } = await ask(await withUsage("8.1"), "staff", "GET", path);
  const shown = Object.keys(rows[0] ?? {});
  expect(columns.filter((name) => !shown.includes(name)).sort()).toEqual([...(NOT_SHOWN[id] ?? [])].sort());
  expect(shown.filter((name) => !columns.includes(name))).toEqual([]);
});

test.each(lists)("$id of newest servers gives every column alone", async ({ id, path, columns }) => {
  const fake = await withUsage("8.1");
  for (const name of columns.filter((column) => !(NOT_SHOWN[id] ?? []).includes(column))) {
    const { rows } = await ask(fake, "staff", "GET", `${path}?field=${name}&page_size=1`);
    expect(Object.keys(rows[0] ?? {})).toEqual([name]);
  }
});

describe.each(CURRENT_GENERATIONS)("on %s", (generation) => {
  test("a resource shows its limits' use: a number, but before 8.0 text of a month", async () => {
    const fake = await withUsage(generation);
    const path = `marketplace-provider-resources/${allocation(fake, "Running resource").uuid}/`;
    const read = async () => (await ask(fake, "owner", "GET", path)).body;
    expect(await read()).toMatchObject({
      limit_usage: { storage: generation === "2024-10" ? "9.50" : 9.5 },
    });
    const { components } = fake.state.offerings.get("cf4eb9c29fc74af4ade667fcb53633d5");
    for (const period of ["total", "annual"]) {
      Object.assign(components.find(({ type }) => type === "storage") ?? {}, { limit_period: period });
      expect(await read()).toMatchObject({ limit_usage: { storage: 9.5 } });
    }
  });

  test("the use of a limit by the year does not count last year's", async () => {
    const fake = await withUsage(generation);
    const [usage] = fake.state.componentUsages.all();
    Object.assign(usage ?? {}, { date: "2025-11-23T12:00:00Z", billing_period: "2025-11-01" });
    const { components } = fake.state.offerings.get("cf4eb9c29fc74af4ade667fcb53633d5");
    const storage = components.find(({ type }) => type === "storage");
    const path = `marketplace-provider-resources/${allocation(fake, "Running resource").uuid}/`;
    Object.assign(storage ?? {}, { limit_period: "annual" });
    expect((await ask(fake, "owner", "GET", path)).body).toMatchObject({
      limit_usage: { storage: generation === "2024-10" ? null : 0 },
    });
    Object.assign(storage ?? {}, { limit_period: "total" });
    expect((await ask(fake, "owner", "GET", path)).body).toMatchObject({ limit_usage: { storage: 9.5 } });
  });

  test("a resource without a plan has none of the plan's columns, or null in them", async () => {
    const fake = currentFake({ generation });
    allocation(fake, "Running resource").plan_uuid = null;
    const path = `marketplace-provider-resources/${allocation(fake, "Running resource").uuid}/`;
    const { body } = await ask(fake, "owner", "GET", path);
    expect(body).toMatchObject({ plan: null, limit_usage: generation !== "2024-10" ? {} : null });
    expect(Object.keys(body ?? {}).includes("plan_uuid")).toBe(generation !== "2024-10");
  });

  test("a resource read by itself shows the order that is open and the one that created it", async () => {
    const fake = currentFake({ generation });
    const path = `marketplace-provider-resources/${allocation(fake, "Updating resource").uuid}/`;
    expect((await ask(fake, "owner", "GET", path)).body).toMatchObject({
      order_in_progress: { uuid: lastOrder(fake, "Updating resource").uuid, type: "Update" },
      creation_order: { type: "Create", state: "done" },
    });
  });

  test("secrets of an offering show to owners, service managers and staff", async () => {
    const fake = currentFake({ generation });
    const path = "marketplace-provider-offerings/cf4eb9c29fc74af4ade667fcb53633d5/";
    const users = ["owner", "spmanager", "staff", "offmanager"];
    const answers = users.map(async (user) => (await ask(fake, user, "GET", path)).body);
    const shown = (await Promise.all(answers)).map((body) =>
      Object.keys(body ?? {}).includes("secret_options"),
    );
    expect(shown).toEqual([true, true, true, false]);
  });

  test("roles name organizations customers", async () => {
    const fake = currentFake({ generation });
    const { rows } = await ask(fake, "staff", "GET", "users/?username=owner&field=permissions");
    expect(rows).toMatchObject([
      {
        permissions: [
          { role_name: "CUSTOMER.OWNER", scope_type: "customer", scope_name: "Sample HPC centre" },
        ],
      },
    ]);
    const project = await ask(fake, "staff", "GET", "users/?username=csc_api_user&field=permissions");
    expect(project.rows).toMatchObject([
      { permissions: [{ scope_type: "project", scope_name: "Sample project" }] },
    ]);
  });

  test("what staff alone see of a user does not show to others", async () => {
    const fake = currentFake({ generation });
    const path = "users/?username=owner";
    expect((await ask(fake, "owner", "GET", path)).rows[0]).not.toHaveProperty("is_staff");
    expect((await ask(fake, "staff", "GET", path)).rows[0]).toMatchObject({
      is_staff: false,
      is_active: true,
    });
  });
});
