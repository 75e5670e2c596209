import {
  answersOf,
  type LocatedOperation,
  operations,
  queryOf,
  type Schema,
  spec,
} from "../../test/document.ts";
import type { Alternative, Client, ClientOperation } from "./client.ts";
import { inGeneration } from "./generation.ts";
import { shapeOf, shapeOfClient } from "./shape.ts";

/** What differs between the spec and the official client, one line for each: `provider_resources_list query slug: only there`. */
export function compare(client: Client): string[] {
  const found = new Set<string>();
  const current = operations.filter(
    (operation) => operation.tags.includes("current") && inGeneration(operation),
  );
  for (const operation of current) {
    const twin = client.operations.find(
      ({ method, path }) =>
        method === operation.method.toUpperCase() && path.replace(/{\w+}/g, "{uuid}") === operation.path,
    );
    if (twin === undefined) found.add(`${operation.operationId}: only here`);
    else for (const line of compareOperation(operation, twin, client)) found.add(line);
  }
  return [...found];
}

function* compareOperation(
  operation: LocatedOperation,
  twin: ClientOperation,
  client: Client,
): Generator<string> {
  const { operationId } = operation;
  const query = new Map(
    queryOf(operation)
      .filter((it) => inGeneration(it))
      .map((it) => [it.name, it.schema]),
  );
  yield* compareKeys(`${operationId} query`, [...query.keys()], Object.keys(twin.query));
  for (const [name, schema] of query) {
    const alternatives = twin.query[name];
    // The columns that \`field\` takes are compared as columns.
    if (alternatives !== undefined && name !== "field") {
      yield* compareTypes(`${operationId} query ${name}`, schema, alternatives, client);
    }
  }
  const body = operation.requestBody?.content["application/json"]?.schema;
  if (body !== undefined || twin.body !== null) {
    if (body === undefined) yield `${operationId} body: only there`;
    else if (twin.body === null) yield `${operationId} body: only here`;
    else yield* compareTypes(`${operationId} body`, body, twin.body, client);
  }
  const answer = answersOf(operation).find(([status]) => status.startsWith("2"))?.[1];
  const schema = answer?.content?.["application/json"]?.schema;
  if (schema !== undefined) yield* compareTypes(`${operationId} answer`, schema, twin.answer, client);
}

function* compareTypes(
  at: string,
  schema: Schema,
  alternatives: readonly Alternative[],
  client: Client,
): Generator<string> {
  const here = shapeOf(schema, spec);
  const there = shapeOfClient(alternatives, client);
  const named = here.name ?? at;
  if (there.types.has("any")) return;
  const [ours, theirs] = [[...here.types].sort().join(" | "), [...there.types].sort().join(" | ")];
  if (ours !== theirs && !here.types.has("any")) yield `${at}: ${ours} here, ${theirs} there`;
  if (here.values !== undefined && there.values !== undefined) {
    yield* compareKeys(`${at} values`, here.values, there.values);
  }
  if (here.items !== undefined && there.items !== undefined) {
    yield* compareTypes(`${at} items`, here.items, there.items, client);
  }
  if (here.properties !== undefined && there.models.length > 0) {
    const known = Object.entries(here.properties).filter(([, column]) => inGeneration(column));
    const shared = (model: string) => known.filter(([name]) => name in (client.models[model] ?? {})).length;
    const [model = ""] = there.models.toSorted((a, b) => shared(b) - shared(a));
    const columns = client.models[model] ?? {};
    yield* compareKeys(
      named,
      known.map(([name]) => name),
      Object.keys(columns),
    );
    for (const [name, column] of known) {
      const other = columns[name];
      if (other === undefined) continue;
      if (at.includes("body") && other.required !== (here.required?.includes(name) ?? false)) {
        yield `${named}.${name}: ${other.required ? "optional" : "required"} here, the contrary there`;
      }
      yield* compareTypes(`${named}.${name}`, column, other.type, client);
    }
  }
}

function* compareKeys(at: string, here: readonly string[], there: readonly string[]): Generator<string> {
  for (const name of here) if (!there.includes(name)) yield `${at}.${name}: only here`;
  for (const name of there) if (!here.includes(name)) yield `${at}.${name}: only there`;
}
