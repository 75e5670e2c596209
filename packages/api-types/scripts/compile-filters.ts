interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: string[];
  items?: Schema;
  anyOf?: Schema[];
}
interface Parameter {
  $ref?: string;
  name?: string;
  in?: string;
  schema?: Schema;
  "x-matches"?: "part" | "any";
  "x-since"?: string;
  "x-until"?: string;
}
interface Operation {
  parameters?: Parameter[];
  "x-fake"?: string;
  responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}
interface SpecDocument {
  paths: Record<string, { get?: Operation }>;
  components: { schemas: Record<string, Schema>; parameters: Record<string, Parameter> };
}

/** The filters of each list and what it can be ordered by, by the kind of its rows; without lists that the fake only keeps. */
export function compileFilters(spec: SpecDocument): string {
  const lists = new Map<string, Parameter[]>();
  for (const { get } of Object.values(spec.paths)) {
    const parameters = (get?.parameters ?? []).map((it) => spec.components.parameters[nameIn(it.$ref)] ?? it);
    const kind = kindOf(get);
    const isList = parameters.some(({ name }) => name === "page_size") && get?.["x-fake"] === undefined;
    if (isList && !lists.has(kind)) lists.set(kind, parameters);
  }
  const filters = [...lists].map(([kind, all]) => `  ${kind}: {\n${filtersOf(all, spec).join("\n")}\n  },`);
  return `/** What a filter of a list takes, and which servers know it. */
export interface ListFilter {
  /** \`choice\`: some of the words in \`of\`; \`any\`: some texts; \`part\`: part of a text, in any case. */
  readonly is: "uuid" | "uuids" | "boolean" | "integer" | "date" | "time" | "string" | "part" | "any" | "choice";
  readonly of?: readonly string[];
  /** The generations of servers that know it. */
  readonly since?: "8.0" | "8.1";
  readonly until?: "8.0";
}

/** The filters of lists, by the kind of their rows and of their form on 2021 servers; \`o\` has what they can be ordered by. */
export const listFilters = {
${filters.join("\n")}
} as const satisfies Readonly<
  Record<string, Readonly<Record<string, ListFilter>>>
>;
`;
}

/** The kind of the rows of a list; the current one, where an address lists both. */
function kindOf(get: Operation | undefined): string {
  const { items } = get?.responses?.["200"]?.content?.["application/json"]?.schema ?? {};
  const kinds = (items?.anyOf ?? [items])
    .map((it) => nameIn(it?.$ref))
    .filter((it) => !/Selection$/.test(it));
  return kinds.at(-1) ?? "";
}

function filtersOf(parameters: Parameter[], { components: { schemas } }: SpecDocument): string[] {
  return parameters
    .filter((it) => it.in === "query" && !["field", "page", "page_size"].includes(it.name ?? ""))
    .map(({ name, schema = {}, "x-matches": matches, "x-since": since, "x-until": until }) => {
      const of = (schemas[nameIn(schema.items?.$ref)] ?? schema).enum?.filter(
        (word) => !word.startsWith("-"),
      );
      const is = matches ?? (of === undefined ? typeOf(schema) : "choice");
      return `    ${name}: ${JSON.stringify({ is, of, since, until })},`;
    });
}

const NAMED: Readonly<Record<string, string>> = {
  Uuid: "uuid",
  UuidList: "uuids",
  Since: "time",
  Date: "date",
};

function typeOf({ $ref, type = "string", format }: Schema): string {
  if (type === "array") return "any";
  return NAMED[nameIn($ref)] ?? (format === "date-time" ? "time" : type);
}

function nameIn(reference = ""): string {
  return reference.split("/").at(-1) ?? "";
}
