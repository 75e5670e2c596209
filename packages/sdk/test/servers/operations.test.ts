import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { operationOf } from "../../src/servers/operations.ts";

interface Operation {
  operationId: string;
  "x-repeat"?: string;
}
const spec: {
  paths: Record<string, Record<string, Operation>>;
} = parse(readFileSync(new URL("../../../../spec/puhuri.yaml", import.meta.url), "utf8"));
const operations = Object.entries(spec.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => ["get", "head", "post", "patch", "put", "delete"].includes(method))
    .map(([method, { operationId, "x-repeat": repeat = "read" }]) => ({
      method: method.toUpperCase(),
      path,
      operationId,
      repeat,
    })),
);

describe("the table of operations", () => {
  it.each(operations)("names $method $path as the spec does", ({ method, path, operationId }) => {
    expect(operationOf(method, path)?.id).toBe(operationId);
  });

  it.each(operations)("says of $method $path what repeating it does", ({ method, path, repeat }) => {
    expect(operationOf(method, path)?.kind).toBe(repeat);
  });

  it("takes a write that is not in the spec for one that must not be repeated", () => {
    expect(operationOf("POST", "/api/marketplace-orders/{uuid}/unlink/")?.kind).toBe("transition");
    expect(operationOf("POST", "/api/marketplace-things/")?.kind).toBe("create");
  });
});
