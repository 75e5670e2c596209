import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { operationOf } from "./operations.ts";

interface Operation {
  operationId: string;
}
const spec: { paths: Record<string, Record<string, Operation>> } = parse(
  readFileSync(new URL("../../../../spec/puhuri.yaml", import.meta.url), "utf8"),
);
const operations = Object.entries(spec.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => ["get", "head", "post", "patch", "put", "delete"].includes(method))
    .map(([method, { operationId }]) => ({ method: method.toUpperCase(), path, operationId })),
);

describe("the table of operations", () => {
  it.each(operations)("names $method $path as the spec does", ({ method, path, operationId }) => {
    expect(operationOf(method, path)?.id).toBe(operationId);
  });

  it("lets only GET and HEAD pass for reads", () => {
    for (const { method, path } of operations) {
      const isRead = method === "GET" || method === "HEAD";
      expect(operationOf(method, path)?.kind === "read", `${method} ${path}`).toBe(isRead);
    }
  });

  it("lets none be sent twice that moves something on, or makes something", () => {
    const moves = /_(by_provider|set_state_\w+|set_as_\w+|cancel|delete)$/;
    const creates = /_(create|terminate)$/;
    for (const { method, path, operationId } of operations) {
      const kind = operationOf(method, path)?.kind;
      if (moves.test(operationId)) expect(kind, operationId).toBe("transition");
      else if (creates.test(operationId)) expect(kind, operationId).toBe("create");
      else expect(["read", "upsert"], operationId).toContain(kind);
    }
  });

  it("knows nothing of a write that is not in the spec", () => {
    expect(operationOf("POST", "/api/marketplace-orders/{uuid}/unlink/")).toBeUndefined();
    expect(operationOf("PUT", "/api/marketplace-offering-users/{uuid}/")).toBeUndefined();
  });
});
