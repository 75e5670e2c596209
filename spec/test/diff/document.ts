/** A schema of one operation before and after, and where it is used. */
export interface SchemaCase {
  readonly in: "request" | "answer" | "filter" | "both";
  readonly before: object;
  readonly after: object;
}

type Operation = Record<string, unknown>;
type Paths = Record<string, object>;

/** A document with one path and one schema for each case, so that their changes do not mix. */
export function documentOf(cases: readonly SchemaCase[], side: "before" | "after") {
  return documentWith(
    Object.fromEntries(cases.map((one, index) => [`/case${index}/`, { post: operation(one, index) }])),
    Object.fromEntries(cases.map((one, index) => [`Case${index}`, one[side]])),
  );
}

export function documentWith(paths: Paths, schemas: Record<string, object> = {}) {
  return { openapi: "3.1.0", info: { title: "Case", version: "1.0.0" }, paths, components: { schemas } };
}

function operation({ in: place }: SchemaCase, index: number): Operation {
  const schema = { $ref: `#/components/schemas/Case${index}` };
  const body = { content: { "application/json": { schema } } };
  const isIn = (where: SchemaCase["in"]) => place === where || (place === "both" && where !== "filter");
  return {
    operationId: `case_${index}`,
    tags: ["current"],
    ...(place === "filter" && { parameters: [{ name: "filter", in: "query", schema }] }),
    ...(isIn("request") && { requestBody: body }),
    responses: { "200": { description: "ok", ...(isIn("answer") && body) } },
  };
}
