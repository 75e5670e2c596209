import { beforeAll, describe, expect, it } from "vitest";
import { createMockFetch, type MockFetch } from "../../src/index.ts";
import { loadSpec } from "../../src/spec/load-spec.ts";
import type { SpecDialect } from "../../src/spec/operation-index.ts";
import { METHODS, type Operation, resolve } from "../../src/spec/spec-document.ts";

const spec = loadSpec();
const JSON_TYPE = "application/json";

interface Served {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const operations: Served[] = Object.entries(spec.paths).flatMap(([path, methods]) =>
  METHODS.flatMap((method) => {
    const operation = methods[method];
    const filled = path.replace("{uuid}", "a1916bd53fd04b1ab1a4e700c926607b");
    return operation === undefined ? [] : [{ method: method.toUpperCase(), path: filled, operation }];
  }),
);

const inDialect = (dialect: SpecDialect) =>
  operations
    .filter(({ operation }) => operation.tags.includes(dialect))
    .map((served) => [served.operation.operationId, served] as const);

/** The request bodies that the spec shows for a dialect. */
function bodiesOf({ requestBody }: Operation, dialect: SpecDialect): unknown[] {
  if (requestBody === undefined) return [undefined];
  const examples = resolve(spec.components.requestBodies, requestBody).content[JSON_TYPE]?.examples ?? {};
  return Object.entries(examples)
    .filter(([key]) => !["2021", "current"].includes(key) || key === dialect)
    .map(([, example]) => resolve(spec.components.examples, example).value);
}

describe.each(["2021", "current"] as const)("every operation of %s", (dialect) => {
  let mock: MockFetch;
  beforeAll(async () => {
    mock = await createMockFetch({ dialect });
  });

  async function send({ method, path }: Served, body: unknown, prefer = ""): Promise<Response> {
    mock.reset();
    const headers = { Authorization: "Token any", Prefer: prefer };
    if (body === undefined) return mock.fetch(`https://puhuri.test${path}`, { method, headers });
    const json = { ...headers, "Content-Type": JSON_TYPE };
    return mock.fetch(`https://puhuri.test${path}`, { method, headers: json, body: JSON.stringify(body) });
  }

  it.each(inDialect(dialect))(
    "%s takes the spec's own requests and gives its answers",
    async (id, served) => {
      const bodies = bodiesOf(served.operation, dialect);
      expect(bodies.length).toBeGreaterThan(0);
      for (const body of bodies) {
        const response = await send(served, body);
        expect(mock.requests).toEqual([expect.objectContaining({ operationId: id, violations: [] })]);
        expect(response.ok).toBe(true);
      }
    },
  );

  it.each(inDialect(dialect))("%s gives each of its answers when asked to", async (_, served) => {
    const [body] = bodiesOf(served.operation, dialect);
    for (const code of Object.keys(served.operation.responses)) {
      const status = Number(code.replace("XX", "02"));
      const response = await send(served, body, `code=${status}`);
      expect([response.status, mock.violations]).toEqual([status, []]);
    }
  });

  const writes = inDialect(dialect).filter(([, { operation }]) => operation.requestBody !== undefined);
  it.each(writes)("%s takes no other body", async (_, served) => {
    for (const body of ["text", 42, [], { no_such_key: 1 }]) {
      expect((await send(served, body)).status).toBe(422);
      expect(mock.violations).not.toEqual([]);
    }
  });
});
