import { expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { Json } from "../../src/fake/state/values.ts";
import { loadSpec } from "../../src/spec/load-spec.ts";
import { isReference, resolve, type Schema } from "../../src/spec/spec-document.ts";
import { createContract } from "../contract/contract.ts";
import { ask } from "./ask.ts";
import { allocation, currentFake } from "./scene.ts";

const spec = loadSpec();
const PROVIDER = "60e3b8f6b1a44d0d9f0d0c9a1f1f8d27";
const SERVED = `marketplace-service-providers/${PROVIDER}/`;

/** The words of the enum that is somewhere in a schema of `o`. */
function wordsOf(schema: Schema): readonly unknown[] {
  if (typeof schema === "boolean") {
    return [];
  }
  if (isReference(schema)) {
    const found = spec.components.schemas[schema.$ref.split("/").at(-1) ?? ""];
    return found === undefined ? [] : wordsOf(found);
  }
  return schema.enum ?? (schema.items === undefined ? [] : wordsOf(schema.items));
}

test("newest servers take every order the spec has for a list, and refuse others", async () => {
  const fake = currentFake({ generation: "8.1" });
  let asked = 0;
  for (const { operation, template } of createContract(spec, { dialect: "current" }).operations) {
    const parameters = (operation.parameters ?? []).map((one) => resolve(spec.components.parameters, one));
    const o = parameters.find(({ name }) => name === "o");
    if (o === undefined || !operation.operationId.endsWith("_list")) {
      continue;
    }
    const path = template.replace("/api/", "").replace("{uuid}", PROVIDER);
    for (const word of wordsOf(o.schema)) {
      expect((await ask(fake, "staff", "GET", `${path}?o=${word}`)).status, `${path} by ${word}`).toBe(200);
      asked += 1;
    }
    const answer = await ask(fake, "staff", "GET", `${path}?o=nothing`);
    expect(answer.body).toEqual({
      o: ["Select a valid choice. nothing is not one of the available choices."],
    });
  }
  expect(asked).toBeGreaterThan(60);
});

/** The guide's world, with columns that differ from row to row. */
async function varied(): Promise<FakePuhuri> {
  const fake = currentFake({ generation: "8.1" });
  await ask(fake, "owner", "POST", "marketplace-component-usages/set_usage/", {
    resource: allocation(fake, "Running resource").uuid,
    usages: [
      { type: "cpu", amount: 9 },
      { type: "gpu", amount: 10 },
    ],
  });
  for (const usage of fake.state.componentUsages) {
    await ask(fake, "owner", "POST", `marketplace-component-usages/${usage.uuid}/set_user_usages/`, {
      usages: [
        { username: usage.component_type, usage: usage.usage },
        { username: `not ${usage.component_type}`, usage: 1 },
      ],
    });
  }
  allocation(fake, "Running resource").end_date = "2027-01-01";
  allocation(fake, "Erred resource").end_date = "2026-12-01";
  const [first, second] = fake.state.offeringUsers.all();
  Object.assign(first ?? {}, { username: "zoe", modified: "2026-11-24T00:00:00Z" });
  Object.assign(second ?? {}, { username: null });
  return fake;
}

const NAMES = ["Erred", "Running", "Sample", "Terminated", "Terminating", "Updating"].map(
  (name) => `${name} resource`,
);
const BY_AGE = ["Sample", "Running", "Erred", "Updating", "Terminating", "Terminated"].map(
  (name) => `${name} resource`,
);

test.each<[string, string, string, Json[]]>([
  ["marketplace-provider-resources/", "name", "name", NAMES],
  ["marketplace-provider-resources/", "-name", "name", NAMES.toReversed()],
  ["marketplace-provider-resources/", "-created", "name", BY_AGE.toReversed()],
  [
    "marketplace-provider-resources/",
    "state,-name",
    "state",
    ["Creating", "OK", "Erred", "Updating", "Terminating", "Terminated"],
  ],
  [
    "marketplace-provider-resources/",
    "end_date,name",
    "end_date",
    ["2026-12-01", "2027-01-01", null, null, null, null],
  ],
  [
    "marketplace-orders/",
    "-created",
    "type",
    ["Terminate", "Create", "Terminate", "Create", "Update", "Create", "Create", "Create", "Create"],
  ],
  [
    "marketplace-orders/",
    "state,created",
    "state",
    ["pending-provider", "executing", "executing", ...Array(6).fill("done")],
  ],
  ["marketplace-orders/", "-cost,created", "cost", [null, null, ...Array(7).fill("5.5000000000")]],
  ["marketplace-provider-offerings/", "-name", "name", ["Sample offering", "Remote offering (really)"]],
  [
    "marketplace-provider-offerings/",
    "-total_customers",
    "name",
    ["Sample offering", "Remote offering (really)"],
  ],
  ["marketplace-component-usages/", "usage", "usage", ["9.00", "10.00"]],
  ["marketplace-component-usages/", "-usage", "usage", ["10.00", "9.00"]],
  ["marketplace-component-user-usages/", "username", "username", ["cpu", "gpu", "not cpu", "not gpu"]],
  ["marketplace-component-user-usages/", "-usage", "usage", ["10.00", "9.00", "1.00", "1.00"]],
  ["marketplace-offering-users/", "username", "username", ["zoe", null]],
  ["marketplace-offering-users/", "-username", "username", [null, "zoe"]],
  ["marketplace-offering-users/", "-modified", "username", ["zoe", null]],
  [
    "users/",
    "-username",
    "username",
    [
      "staff",
      "spmanager",
      "owner",
      "outsider",
      "offmanager",
      "newcomer",
      "etais_api_user",
      "csc_api_user",
      "cowner",
    ],
  ],
  [
    "users/",
    "-is_staff,email",
    "username",
    [
      "staff",
      "csc_api_user",
      "etais_api_user",
      "cowner",
      "newcomer",
      "offmanager",
      "outsider",
      "owner",
      "spmanager",
    ],
  ],
  [`${SERVED}users/`, "-full_name", "username", ["etais_api_user", "csc_api_user"]],
  [`${SERVED}project_permissions/`, "-username", "role", ["member", "admin"]],
  [`${SERVED}project_permissions/`, "role", "role", ["admin", "member"]],
])("%s by %s", async (path, o, column, expected) => {
  const answer = await ask(await varied(), "staff", "GET", `${path}?o=${o}&page_size=300`);
  expect(answer.column(column)).toEqual(expected);
});

test("offerings come by name, those on sale too", async () => {
  const fake = await varied();
  for (const path of ["marketplace-provider-offerings/", "marketplace-public-offerings/"]) {
    const answer = await ask(fake, "owner", "GET", path);
    expect(answer.column("name")).toEqual(["Remote offering (really)", "Sample offering"]);
  }
});

test("projects can be ordered by what they cost, whose estimate they show", async () => {
  const fake = await varied();
  const project = fake.state.projects.get("8a158ebf1abf4c74a431b9c65a0d7829");
  const cheap = fake.state.projects.add({ ...project, uuid: "1".repeat(32), name: "Cheap project" });
  const resource = allocation(fake, "Erred resource");
  fake.state.resources.add({ ...resource, uuid: "2".repeat(32), project_uuid: cheap.uuid });
  const path = `${SERVED}projects/?o=`;
  expect((await ask(fake, "owner", "GET", `${path}estimated_cost`)).column("name")).toEqual([
    "Cheap project",
    "Sample project",
  ]);
  expect((await ask(fake, "owner", "GET", `${path}-estimated_cost`)).column("name")).toEqual([
    "Sample project",
    "Cheap project",
  ]);
});

test("the oldest servers know no order of usages, and fewer of resources", async () => {
  const fake = currentFake({ generation: "2024-10" });
  expect((await ask(fake, "owner", "GET", "marketplace-component-usages/?o=nothing")).status).toBe(200);
  expect((await ask(fake, "owner", "GET", "marketplace-provider-resources/?o=state")).status).toBe(400);
  expect((await ask(fake, "owner", "GET", "marketplace-provider-resources/?o=name")).column("name")).toEqual(
    NAMES,
  );
});
