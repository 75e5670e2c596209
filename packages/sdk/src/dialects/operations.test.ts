import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { operationOf } from "./operations.ts";

interface Schema {
  type?: string;
  $ref?: string;
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
}
interface Operation {
  operationId: string;
  "x-repeat"?: string;
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}
const spec: {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
} = parse(readFileSync(new URL("../../../../spec/puhuri.yaml", import.meta.url), "utf8"));
const operations = Object.entries(spec.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => ["get", "head", "post", "patch", "put", "delete"].includes(method))
    .map(([method, { operationId, "x-repeat": repeat = "read", responses }]) => ({
      method: method.toUpperCase(),
      path,
      operationId,
      repeat,
      success: (responses["200"] ?? responses["201"])?.content?.["application/json"]?.schema,
    })),
);

/** Whether an answer of this schema is an array. */
function isArray({ type, $ref, oneOf, anyOf }: Schema): boolean {
  const [inner] = oneOf ?? anyOf ?? [];
  const referred = inner ?? spec.components.schemas[$ref?.split("/").at(-1) ?? ""];
  return referred === undefined ? type === "array" : isArray(referred);
}

describe("the table of operations", () => {
  it.each(operations)("names $method $path as the spec does", ({ method, path, operationId }) => {
    expect(operationOf(method, path)?.id).toBe(operationId);
  });

  it.each(operations)("says of $method $path what repeating it does", ({ method, path, repeat }) => {
    expect(operationOf(method, path)?.kind).toBe(repeat);
  });

  it("knows of every read whether it answers with one object or with several, and so of the creation it reads", () => {
    const reads = operations.filter(({ method }) => method === "GET");
    const known = [
      ...reads,
      ...operations.filter(({ operationId }) => operationId === "offering_users_create"),
    ];
    for (const { method, path, operationId, success } of known) {
      const shape = success === undefined || isArray(success) ? "objects" : "object";
      expect(operationOf(method, path)?.answer, operationId).toBe(path === "/api/" ? undefined : shape);
    }
  });

  it("takes a write that is not in the spec for one that may make something", () => {
    expect(operationOf("POST", "/api/marketplace-orders/{uuid}/unlink/")?.kind).toBe("create");
  });
});
