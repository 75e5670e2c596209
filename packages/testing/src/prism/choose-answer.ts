import type { IHttpOperationConfig } from "@stoplight/prism-http";
import type { SpecDialect } from "../spec/operation-index.ts";
import { type Operation, type Response, resolve, type SpecDocument } from "../spec/spec-document.ts";

/**
 * Chooses what Prism answers with: what the `Prefer: code=…, example=…` header asks for, else the
 * example of the dialect. The message says why there is no such answer: Prism would give a 404, a 500 or even a 200.
 */
export function chooseAnswer(
  spec: SpecDocument,
  operation: Operation,
  prefer: string | undefined,
  fields: readonly string[],
  dialect: SpecDialect,
): IHttpOperationConfig | string {
  const { code, example } = parsePrefer(prefer ?? "");
  const response = responseFor(spec, operation, code);
  const examples = response === undefined ? [] : examplesOf(spec, response);
  if (code === undefined && example === undefined)
    return answerWith(bestExample(examples, fields, dialect)?.key);
  const chosen = examples.find(({ key }) => key === (example ?? dialect)) ?? examples[0];
  if (response === undefined || (example !== undefined && chosen?.key !== example)) {
    const keys = examples.map(({ key }) => key).join(", ");
    const codes = Object.keys(operation.responses).join(", ");
    return `No such answer: ${operation.operationId} has ${codes}; ${code ?? "its success"} has the examples: ${keys || "none"}.`;
  }
  // Where nothing suits the Accept header, Prism answers a success instead of the error that was wished for.
  const mediaType = chosen?.mediaType ?? Object.keys(response.content ?? {})[0];
  return {
    ...answerWith(chosen?.key),
    ...(code !== undefined && { code: Number(code) }),
    ...(mediaType !== undefined && { mediaTypes: [mediaType] }),
  };
}

function answerWith(exampleKey: string | undefined): IHttpOperationConfig {
  return { dynamic: false, ...(exampleKey !== undefined && { exampleKey }) };
}

function parsePrefer(header: string): Partial<Record<string, string>> {
  const pairs = header.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|([^\s,;]+))/g);
  return Object.fromEntries([...pairs].map(([, name = "", quoted, bare]) => [name, quoted ?? bare]));
}

// In Prism's order: the code, its range; without a code the lowest success.
function responseFor(
  spec: SpecDocument,
  { responses }: Operation,
  code: string | undefined,
): Response | undefined {
  const [lowest = ""] = Object.keys(responses)
    .filter((known) => known.startsWith("2"))
    .sort();
  const found = code === undefined ? responses[lowest] : (responses[code] ?? responses[`${code[0]}XX`]);
  return found === undefined ? undefined : resolve(spec.components.responses, found);
}

interface NamedExample {
  readonly key: string;
  readonly value: unknown;
  readonly mediaType: string;
}

function examplesOf(spec: SpecDocument, { content = {} }: Response): NamedExample[] {
  return Object.entries(content).flatMap(([mediaType, { examples = {} }]) =>
    Object.entries(examples).map(([key, example]) => ({
      key,
      value: resolve(spec.components.examples, example).value,
      mediaType,
    })),
  );
}

const WHOLE_ROWS = "full";

/**
 * The example of the dialect. But the guide prints its list of allocations with some columns only, and the spec has that word
 * for word: where there is an example of whole rows besides, it answers for all columns and for those that the other lacks.
 */
function bestExample(
  examples: readonly NamedExample[],
  fields: readonly string[],
  dialect: SpecDialect,
): NamedExample | undefined {
  const ofDialect = examples.find(({ key }) => key === dialect);
  const first = ofDialect ?? examples[0];
  const whole = examples.find(({ key }) => key === WHOLE_ROWS);
  const suffices = fields.length > 0 && first !== undefined && hasColumns(first.value, fields);
  return suffices ? first : (whole ?? ofDialect);
}

function hasColumns(value: unknown, fields: readonly string[]): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((row) => hasColumns(row, fields));
  return typeof value === "object" && value !== null && fields.every((field) => Object.hasOwn(value, field));
}
