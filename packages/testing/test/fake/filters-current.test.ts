import { describe, expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import { loadSpec } from "../../src/spec/load-spec.ts";
import {
  componentName,
  isReference,
  type Operation,
  type Parameter,
  resolve,
} from "../../src/spec/spec-document.ts";
import { createContract } from "../contract/contract.ts";
import { isKnownTo } from "../contract/generations.ts";
import { ask } from "./ask.ts";
import { allocation, currentFake } from "./scene.ts";

const spec = loadSpec();
const PROVIDER = "60e3b8f6b1a44d0d9f0d0c9a1f1f8d27";
const OFFERING = "cf4eb9c29fc74af4ade667fcb53633d5";
const MEMBER = "bb235c67dcb44470a45d4e0f94e0ed00";
const PROJECT = "8a158ebf1abf4c74a431b9c65a0d7829";
const CONSUMER = "e2b9c4d17f3a4c5d8e6f90a1b2c3d4e5";
const CENTRE = "7cbd4b0f3b0c4bb0a4b5b6e0ad1c3f52";

/** Filters that leave a list as it is, and why. */
const WITHOUT_EFFECT: Readonly<Record<string, string>> = {
  "provider_offerings_list project_uuid": "shared offerings are open to every project",
  "provider_resources_list visible_to_providers": "a list of a provider's has nothing else",
  "service_providers_projects_list conceal_finished_projects": "no project of the seed is over",
};

interface ListFilter {
  readonly operationId: string;
  readonly path: string;
  readonly name: string;
  /** A value no row has, or "true" and "false", of which every row has one. */
  readonly values: readonly string[];
}

function valuesFor({ name, schema }: Parameter): readonly string[] {
  const { items = schema } = typeof schema === "object" && !isReference(schema) ? schema : {};
  const named = typeof items === "object" && isReference(items) ? componentName(items.$ref) : undefined;
  const type = typeof items === "object" && !isReference(items) ? items.type : undefined;
  if (named === "Since" || named === "Date") {
    return [name === "date_before" ? "1999-01-01" : "2999-01-01"];
  }
  if (named === "Uuid" || named === "UuidList") {
    return ["0".repeat(32)];
  }
  return type === "boolean" ? ["true", "false"] : type === "integer" ? ["77"] : ["nothing-has-this"];
}

function filtersOf(operation: Operation, template: string): ListFilter[] {
  return (operation.parameters ?? [])
    .map((parameter) => resolve(spec.components.parameters, parameter))
    .filter((parameter) => parameter.in === "query" && isKnownTo("8.1", parameter))
    .filter(({ name }) => !["field", "o", "page", "page_size"].includes(name))
    .map((parameter) => ({
      operationId: operation.operationId,
      path: template.replace("/api/", "").replace("{uuid}", PROVIDER),
      name: parameter.name,
      values: valuesFor(parameter),
    }));
}

function isPaged({ parameters = [] }: Operation): boolean {
  return parameters.some((one) => resolve(spec.components.parameters, one).name === "page_size");
}

const filters = createContract(spec, { dialect: "current" })
  .operations.filter(
    ({ operation }) =>
      operation.operationId.endsWith("_list") && isPaged(operation) && operation["x-fake"] === undefined,
  )
  .flatMap(({ operation, template }) => filtersOf(operation, template));

/** The guide's world after a day: usage of the running allocation and of one of its users. */
async function afterADay(): Promise<FakePuhuri> {
  const fake = currentFake({ generation: "8.1" });
  await ask(fake, "owner", "POST", "marketplace-component-usages/set_usage/", {
    resource: allocation(fake, "Running resource").uuid,
    usages: [
      { type: "cpu", amount: 1 },
      { type: "storage", amount: 2 },
    ],
  });
  const usage = fake.state.componentUsages.all().find((row) => row.component_type === "cpu");
  await ask(fake, "owner", "POST", `marketplace-component-usages/${usage?.uuid}/set_user_usage/`, {
    username: "csc",
    usage: 1,
  });
  await ask(fake, "owner", "POST", "component-user-usage-limits/", {
    resource: `/api/marketplace-resources/${allocation(fake, "Running resource").uuid}/`,
    component: fake.state.offerings.get(OFFERING).components[0]?.uuid ?? "",
    user: `/api/marketplace-offering-users/${fake.state.offeringUsers.all()[0]?.uuid}/`,
    limit: 5,
  });
  const agent = { offering: OFFERING, name: "agent" };
  await ask(fake, "owner", "POST", "marketplace-site-agent-identities/", agent);
  return fake;
}

async function count(fake: FakePuhuri, path: string): Promise<number> {
  const answer = await ask(fake, "staff", "HEAD", path);
  return answer.status === 400 ? 0 : Number(answer.headers.get("x-result-count"));
}

test("every filter the spec has for a list has its effect on newest servers", async () => {
  const fake = await afterADay();
  const ignored: string[] = [];
  for (const { operationId, path, name, values } of filters) {
    const all = await count(fake, path);
    expect(all, `${path} must have rows`).toBeGreaterThan(0);
    const counts: number[] = [];
    for (const value of values) {
      counts.push(await count(fake, `${path}?${new URLSearchParams({ [name]: value })}`));
    }
    const expected = ["can_approve_as_provider", "can_approve_as_consumer"].includes(name)
      ? counts.every((some) => some < all)
      : counts.reduce((sum, some) => sum + some, 0) === (values.length === 2 ? all : 0);
    if (!expected) {
      ignored.push(`${operationId} ${name}`);
    }
  }
  expect(filters.length).toBeGreaterThan(150);
  expect(ignored.sort()).toEqual(Object.keys(WITHOUT_EFFECT));
});

describe("asked for by what they have,", () => {
  test.each([
    ["marketplace-provider-resources/", `provider_uuid=${CENTRE}`, 6],
    ["marketplace-provider-resources/", `offering_uuid=${OFFERING}`, 6],
    ["marketplace-provider-resources/", `customer_uuid=${CONSUMER}&project_uuid=${PROJECT}`, 6],
    ["marketplace-provider-resources/", `customer=https://x/api/customers/${CONSUMER}/`, 6],
    ["marketplace-provider-resources/", "state=OK&state=Erred", 2],
    ["marketplace-provider-resources/", "name=running", 1],
    ["marketplace-provider-resources/", "name_exact=running", 0],
    ["marketplace-provider-resources/", "name_exact=Running+resource", 1],
    ["marketplace-provider-resources/", "backend_id=hpc-1", 1],
    ["marketplace-provider-resources/", "query=HPC-", 4],
    ["marketplace-provider-resources/", "order_state=pending-provider&order_state=executing", 3],
    ["marketplace-provider-resources/", "component_count=4&limit_component_count=1", 6],
    ["marketplace-provider-resources/", "usage_based=true&only_usage_based=false", 6],
    ["marketplace-provider-resources/", "visible_to_username=csc_api_user", 6],
    ["marketplace-provider-resources/", "visible_to_username=newcomer", 0],
    ["marketplace-provider-resources/", "created=2020-01-01&modified=2020-01-01", 6],
    ["marketplace-orders/", "type=Terminate", 2],
    ["marketplace-orders/", "type=Update&type=Terminate&state=executing", 2],
    ["marketplace-orders/", "resource_name=running", 1],
    ["marketplace-orders/", `provider_uuid=${CENTRE}&customer_uuid=${CONSUMER}`, 9],
    ["marketplace-orders/", `offering_uuid=${OFFERING}`, 9],
    ["marketplace-orders/", "offering_slug=sample-offering,other", 9],
    ["marketplace-orders/", "query=Sample+project", 9],
    ["marketplace-provider-offerings/", "keyword=centre", 2],
    ["marketplace-provider-offerings/", "name=remote", 1],
    ["marketplace-provider-offerings/", "state=Active&shared=true&billable=true", 2],
    ["marketplace-provider-offerings/", `resource_customer_uuid=${CONSUMER}`, 1],
    ["marketplace-provider-offerings/", `resource_project_uuid=${PROJECT}`, 1],
    ["marketplace-provider-offerings/", `allowed_customer_uuid=${CONSUMER}`, 2],
    ["marketplace-provider-offerings/", `uuid_list=${OFFERING}`, 1],
    ["marketplace-component-usages/", "type=cpu&date_after=2026-11-23&date_before=2026-11-23", 1],
    ["marketplace-component-usages/", "billing_period_year=2026&billing_period_month=11", 2],
    ["marketplace-component-user-usages/", `username=CS&type=cpu&project_uuid=${PROJECT}`, 1],
    ["marketplace-component-user-usages/", "date_after=2026-11-23&date_before=2026-11-23", 1],
    ["marketplace-component-user-usages/", "component_usage__billing_period=2026-11-01", 1],
    ["marketplace-offering-users/", `user_uuid=${MEMBER}&offering_uuid=${OFFERING}`, 1],
    ["marketplace-offering-users/", "offering_slug=sample-offering,other", 2],
    ["marketplace-offering-users/", "user_username=CSC_API_USER", 1],
    ["marketplace-offering-users/", "state=Requested&is_restricted=false", 2],
    ["marketplace-service-providers/", `customer_uuid=${CENTRE}`, 1],
    ["marketplace-service-providers/", "customer_keyword=HPC", 1],
    ["users/", "username_list=owner,outsider", 2],
    ["users/", "user_keyword=CSC", 1],
    ["users/", "query=example.com&full_name=olga", 1],
    ["users/", `project_uuid=${PROJECT}`, 2],
    // An organization's users are those of its projects as well.
    ["users/", `customer_uuid=${CONSUMER}`, 3],
    ["users/", "customer_uuid=x", 0],
    ["users/", "project_roles=PROJECT.ADMIN", 1],
    ["users/", "organization_roles=CUSTOMER.OWNER,CUSTOMER.MANAGER", 3],
    ["keys/", `user_uuid=${MEMBER}&name=LAP`, 1],
    ["keys/", "name_exact=LAPTOP", 0],
    [`marketplace-service-providers/${PROVIDER}/projects/`, `customer=${CONSUMER},${CENTRE}&name=sample`, 1],
    [
      `marketplace-service-providers/${PROVIDER}/project_permissions/`,
      "role_name=admin&scope_name=sample",
      1,
    ],
    [`marketplace-service-providers/${PROVIDER}/users/`, "full_name=ETAIS", 1],
  ])("%s with %s are %i", async (path, query, expected) => {
    expect(await count(await afterADay(), `${path}?${query}`)).toBe(expected);
  });
});

test.each<[string, number]>([
  ['{"cores": 8}', 1],
  ['{"cores": 9}', 0],
])("offerings with the attributes %s are %i", async (attributes, expected) => {
  const fake = currentFake();
  fake.state.offerings.get(OFFERING).attributes = { cores: 8 };
  const query = new URLSearchParams({ attributes });
  expect(await count(fake, `marketplace-provider-offerings/?${query}`)).toBe(expected);
});

test("attributes of offerings must be told as a JSON object", async () => {
  for (const attributes of ["{", "[]"]) {
    const query = new URLSearchParams({ attributes });
    const answer = await ask(currentFake(), "owner", "GET", `marketplace-provider-offerings/?${query}`);
    expect([answer.status, answer.body]).toEqual([400, ["Filter attribute should be an dict."]]);
  }
});

test("projects that are over can be left out of what a provider serves", async () => {
  const fake = currentFake();
  fake.state.projects.get(PROJECT).end_date = "2026-11-22";
  const path = `marketplace-service-providers/${PROVIDER}/projects/`;
  expect(await count(fake, `${path}?conceal_finished_projects=true`)).toBe(0);
  expect(await count(fake, path)).toBe(1);
});

test("only newest servers know orders that wait for a day", async () => {
  for (const [generation, status] of [
    ["8.1", 200],
    ["2024-10", 400],
  ] as const) {
    const path = "marketplace-orders/?state=pending-start-date";
    expect((await ask(currentFake({ generation }), "owner", "GET", path)).status).toBe(status);
  }
});

test("8.0 servers do not look at filters that came with 8.1", async () => {
  for (const [path, filter] of [
    ["marketplace-offering-users/", "username=nobody"],
    ["marketplace-service-providers/", "created=2999-01-01"],
    ["marketplace-provider-offerings/", `consumer_customer_uuid=${CENTRE}`],
  ] as const) {
    const older = currentFake({ generation: "8.0" });
    expect(await count(older, `${path}?${filter}`)).toBe(await count(older, path));
    expect(await count(currentFake({ generation: "8.1" }), `${path}?${filter}`)).toBe(0);
  }
});
