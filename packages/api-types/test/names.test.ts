import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as apiTypes from "../src/index.ts";
import { operationsByAddress, rowColumns } from "../src/tables.ts";

interface Schema {
  enum?: unknown[];
  properties?: Record<string, unknown>;
}
interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  "x-since"?: string;
}
interface Operation {
  operationId: string;
  parameters?: Parameter[];
  "x-repeat"?: string;
}
const spec: {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; parameters: Record<string, Parameter> };
} = parse(readFileSync(new URL("../../../spec/puhuri.yaml", import.meta.url), "utf8"));

const { repeatableFilters, ...names } = apiTypes;
const lists: [string, readonly string[]][] = Object.entries(names);

/** What `resourceStates` and `offeringUser2021Fields` stand for: a schema of that name, or the columns of a row. */
function valuesOf(name: string): unknown[] | undefined {
  const { schemas } = spec.components;
  const singular = name.charAt(0).toUpperCase() + name.slice(1).replace(/s$/, "");
  const row = schemas[singular.replace(/Field$/, "")];
  return schemas[singular]?.enum ?? Object.keys(row?.properties ?? {});
}

/** The query parameters of the operation after which a list of names is called. */
function parametersOf(name: string): Parameter[] {
  const operationId = name
    .replace(/(Parameters|NewFilters)$/, "")
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const operation = Object.values(spec.paths)
    .flatMap((methods) => Object.values(methods))
    .find((candidate) => candidate.operationId === operationId);
  return (operation?.parameters ?? [])
    .map((parameter) => spec.components.parameters[parameter.$ref?.split("/").at(-1) ?? ""] ?? parameter)
    .filter((parameter) => parameter.in === "query");
}

describe("the lists known at run time", () => {
  it("say which filters a list takes several times", () => {
    expect(repeatableFilters["orders_list"]).toEqual(["state", "type", "offering_type"]);
    expect(repeatableFilters["provider_resources_list"]).toEqual(["state", "order_state"]);
    expect(repeatableFilters["service_providers_list"]).toBeUndefined();
  });

  it("say which servers have an operation", () => {
    expect(operationsByAddress["PATCH /api/marketplace-orders/{uuid}/"]).toEqual({
      id: "orders_update",
      dialects: ["current"],
      since: "8.0",
    });
    const known = Object.values(operationsByAddress).map(({ id }) => id);
    const described = Object.values(spec.paths).flatMap((methods) => Object.values(methods));
    expect(known.sort()).toEqual(
      described.flatMap(({ operationId }) => (operationId === undefined ? [] : [operationId])).sort(),
    );
  });

  it("say which servers have a column, and what is in it at first", () => {
    expect(rowColumns.Order).toMatchObject({
      uuid: { is: "string" },
      cost: { is: "null" },
      fixed_price: { is: "number" },
      offering_terms_of_service: { is: "string", until: "2024-10" },
      slug: { is: "string", since: "8.0" },
    });
    expect(rowColumns.Resource.parent_uuid).toEqual({ is: "nothing", since: "8.0" });
    for (const [kind, columns] of Object.entries(rowColumns)) {
      const { schemas } = spec.components;
      const { properties = {} } = schemas[`${kind}Selection`] ?? schemas[kind] ?? {};
      expect(Object.keys(columns)).toEqual(Object.keys(properties));
    }
  });

  it.each(lists.filter(([name]) => !/(Parameters|NewFilters|Actions)$/.test(name)))(
    "%s are those of the spec",
    (name, values) => {
      expect(values).toEqual(valuesOf(name));
      expect(new Set(values).size).toBe(values.length);
      expect(values.length).toBeGreaterThan(1);
    },
  );

  it.each(lists.filter(([name]) => name.endsWith("Parameters")))(
    "%s are those of the spec",
    (name, values) => {
      expect(values).toEqual(parametersOf(name).map((it) => it.name));
      expect(values).toEqual(expect.arrayContaining(["page", "page_size"]));
    },
  );

  it.each(lists.filter(([name]) => name.endsWith("NewFilters")))(
    "%s are those that came after 2024-10",
    (name, values) => {
      const since8 = parametersOf(name).filter((it) => it["x-since"] !== undefined && it.name !== "field");
      expect(values).toEqual(since8.map((it) => it.name));
      expect(values).toContain("slug");
    },
  );

  it.each([
    ["upsert", apiTypes.upsertActions],
    ["create", apiTypes.createActions],
  ] as const)("name the actions of the spec that are a %s", (kind, named) => {
    const posts = Object.entries(spec.paths).filter(
      ([path, { post }]) => post?.["x-repeat"] === kind && path.split("/").length > 4,
    );
    const actions = new Set(posts.map(([path]) => path.split("/").at(-2)));
    expect(new Set(named)).toEqual(actions);
    expect(actions).not.toEqual(new Set());
  });

  it("lack no state of the spec", () => {
    const states = Object.entries(spec.components.schemas).filter(
      ([name, { enum: values }]) => values !== undefined && /(State|Type|Command)$/.test(name),
    );
    const names = states.map(([name]) => `${name.charAt(0).toLowerCase()}${name.slice(1)}s`);
    expect(lists.map(([name]) => name)).toEqual(expect.arrayContaining(names));
    expect(names).toContain("resourceStates");
  });
});
