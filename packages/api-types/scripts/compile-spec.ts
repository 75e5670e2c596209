import openapiTypescript, { astToString, type OpenAPI3 } from "openapi-typescript";
import { parse } from "yaml";
import { compileColumns } from "./compile-columns.ts";
import { compileFilters } from "./compile-filters.ts";
import { compileOperations } from "./compile-operations.ts";

const BANNER = `// Compiled from spec/puhuri.yaml. Do not edit: change the spec and run "npx -y pnpm@12 generate".\n\n`;

/** Compiles the text of an OpenAPI document to the files of `src/generated/`, by file name. */
export async function compileSpec(yamlText: string): Promise<Record<string, string>> {
  // openapi-typescript dereferences in place, so each use parses its own copy.
  const ast = await openapiTypescript(withServers(parse(yamlText)) as OpenAPI3, { silent: true });
  return {
    "schema.ts": BANNER + astToString(ast),
    "names.ts": BANNER + compileNames(parse(yamlText) as SpecDocument),
    "columns.ts": BANNER + compileColumns(parse(yamlText)),
    "filters.ts": BANNER + compileFilters(parse(yamlText)),
    "operations.ts": BANNER + compileOperations(parse(yamlText)),
  };
}

/** Copies a document, and says in descriptions which servers have it: `x-since` and `x-until` show in no editor. */
function withServers(document: unknown): unknown {
  return JSON.parse(JSON.stringify(document), (_key, node) => {
    const { "x-since": since, "x-until": until, description = "" } = node ?? {};
    if (since === undefined && until === undefined) return node;
    const servers = [since && `Since ${since}.`, until && `Up to ${until}.`].filter(Boolean).join(" ");
    return { ...node, description: `${description.trimEnd()} ${servers}`.trimStart() };
  });
}

interface Schema {
  enum?: unknown[];
  properties?: Record<string, unknown>;
}
interface Parameter {
  $ref?: string;
  name?: string;
  in?: string;
  schema?: { type?: string };
  "x-since"?: string;
}
interface Operation {
  operationId?: string;
  parameters?: Parameter[];
  "x-repeat"?: string;
}
interface SpecDocument {
  paths: Record<string, Record<string, Operation> & { parameters?: Parameter[] }>;
  components: { schemas: Record<string, Schema>; parameters?: Record<string, Parameter> };
}

/** What is needed at run time: states, the columns that `field` may select, the filters of each list, and the new ones among them. */
function compileNames(spec: SpecDocument): string {
  const enums = Object.entries(spec.components.schemas)
    .filter(
      ([, schema]) => Array.isArray(schema.enum) && schema.enum.every((value) => typeof value === "string"),
    )
    .map(([name, schema]) => constant(pluralCamelCase(name), schema.enum));
  const rows = Object.entries(spec.components.schemas)
    .filter(([name, { properties }]) => isWholeRow(spec, name) && properties !== undefined)
    .map(([name, { properties }]) =>
      constant(pluralCamelCase(`${name}Field`), Object.keys(properties ?? {})),
    );
  const lists = Object.values(spec.paths)
    .map(({ get }) => ({ id: get?.operationId ?? "", parameters: queryParameters(spec, get) }))
    .filter(({ parameters }) => namesOf(parameters).includes("page_size"));
  const filters = lists.map(({ id, parameters }) =>
    constant(`${camelCase(id)}Parameters`, namesOf(parameters)),
  );
  const newFilters = lists.flatMap(({ id, parameters }) => {
    const since8 = namesOf(parameters.filter((it) => it["x-since"] !== undefined && it.name !== "field"));
    return since8.length === 0 ? [] : [constant(`${camelCase(id)}NewFilters`, since8)];
  });
  const repeats = ["upsert", "create"].map((kind) => constant(`${kind}Actions`, actionsThat(kind, spec)));
  return [...enums, ...rows, ...filters, ...newFilters, repeatableFilters(lists), ...repeats].join("\n");
}

/**
 * The last words of the paths of actions that do this when they are repeated; a test of the spec sees to it that a word does
 * the same everywhere. All other actions are transitions, and a POST to a list creates.
 */
function actionsThat(kind: string, { paths }: SpecDocument): string[] {
  const actions = Object.entries(paths)
    .filter(([path, { post }]) => post?.["x-repeat"] === kind && path.split("/").length > 4)
    .map(([path]) => path.split("/").at(-2) ?? "");
  return [...new Set(actions)].sort();
}

/** Rows that a 2021 server always sends whole: only the current form has a list of columns for `field`. */
function isWholeRow({ components: { schemas } }: SpecDocument, name: string): boolean {
  return name.endsWith("2021") && `${name.slice(0, -4)}Field` in schemas && !(`${name}Field` in schemas);
}

function queryParameters(spec: SpecDocument, operation: Operation | undefined): Parameter[] {
  return (operation?.parameters ?? [])
    .map((parameter) =>
      parameter.$ref === undefined
        ? parameter
        : (spec.components.parameters?.[parameter.$ref.split("/").at(-1) ?? ""] ?? parameter),
    )
    .filter((parameter) => parameter.in === "query");
}

function namesOf(parameters: readonly Parameter[]): string[] {
  return parameters.map(({ name }) => name ?? "");
}

/** By list operation, the filters that may be given several times. */
function repeatableFilters(lists: { id: string; parameters: Parameter[] }[]): string {
  const byList = lists.map(({ id, parameters }): [string, string[]] => [
    id,
    namesOf(parameters.filter(({ name, schema }) => schema?.type === "array" && name !== "field")),
  ]);
  const some = Object.fromEntries(byList.filter(([, names]) => names.length > 0));
  return `export const repeatableFilters: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(some, null, 2)};\n`;
}

function constant(name: string, values: unknown): string {
  return `export const ${name} = ${JSON.stringify(values, null, 2)} as const;\n`;
}

function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function pluralCamelCase(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}s`;
}
