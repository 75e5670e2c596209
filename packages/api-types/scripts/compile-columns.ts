interface Schema {
  $ref?: string;
  type?: string | string[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  "x-since"?: string;
  "x-until"?: string;
  "x-left-out"?: boolean;
}
type Schemas = Record<string, Schema>;

/** Rows that `field` has no effect on. */
const WITHOUT_FIELD = [
  "OfferingComponent",
  "ProjectServiceAccount",
  "CustomerServiceAccount",
  "CourseAccount",
  "UserUsageLimit",
];

/** The columns of each kind of row, and of its form on 2021 servers: since when, until when, what they hold. */
export function compileColumns({ components: { schemas } }: { components: { schemas: Schemas } }): string {
  const kinds = Object.keys(schemas).filter((name) => {
    const kind = name.replace(/2021$/, "");
    return `${kind}Selection` in schemas || WITHOUT_FIELD.includes(kind);
  });
  const rows = kinds.map((kind) => `  ${kind}: {\n${columnsOf(kind, schemas).join("\n")}\n  },`);
  return `/** What a column of a row holds, and which servers have it. */
export interface RowColumn {
  /** What a row holds in it of which nothing is known; \`nothing\` where it is left out then. */
  readonly is: "nothing" | "null" | "string" | "number" | "integer" | "boolean" | "array" | "object";
  /** The generations of servers that have it. */
  readonly since?: "2024-10" | "8.0" | "8.1";
  readonly until?: "2021" | "2024-10" | "8.0";
}

/** The columns of each kind of row, and of its form on 2021 servers. */
export const rowColumns = {
${rows.join("\n")}
} as const satisfies Readonly<
  Record<string, Readonly<Record<string, RowColumn>>>
>;
`;
}

function columnsOf(kind: string, schemas: Schemas): string[] {
  const { properties = {} } = schemas[`${kind}Selection`] ?? schemas[kind] ?? {};
  return Object.entries(properties).map(([name, schema]) => {
    const { "x-since": since, "x-until": until } = schema;
    const is = schema["x-left-out"] === true ? "nothing" : typeOf(schema, schemas);
    return `    ${name}: ${JSON.stringify({ is, since, until })},`;
  });
}

/** `null` where that is allowed, or else the first type. */
function typeOf(schema: Schema, schemas: Schemas): string {
  const { $ref, type = [], anyOf = [] } = schema;
  const own = [type].flat();
  const others = [...($ref === undefined ? [] : [schemas[$ref.split("/").at(-1) ?? ""] ?? {}]), ...anyOf];
  const types = [...own, ...others.map((other) => typeOf(other, schemas))];
  return types.includes("null") ? "null" : (types[0] ?? "object");
}
