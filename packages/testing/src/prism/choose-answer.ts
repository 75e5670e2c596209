import type { SpecDialect } from "../contract/operation-index.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { Operation } from "./load-prism.ts";
import type { WireRequest } from "./wire.ts";

/** What Prism's mocker is told to answer with. */
export interface Preference {
  readonly code?: number;
  readonly exampleKey?: string;
  /** Instead of what the request accepts. */
  readonly mediaTypes?: string[];
  readonly dynamic: boolean;
  readonly seed?: string;
}

/** An answer, or why there is none as it was wished for. */
export type Choice = { readonly preference: Preference } | { readonly fault: Diagnostic };

/**
 * Chooses the answer to a request that follows the spec: what its `Prefer: code=…, example=…, dynamic=true, seed=…` header
 * asks for, else the example of the dialect.
 *
 * A wish that the spec cannot fulfil is a fault: Prism would answer it 404, 500 or even 200.
 */
export function chooseAnswer(operation: Operation, request: WireRequest, dialect: SpecDialect): Choice {
  const wish = parsePrefer(request.headers.prefer);
  const response = responseFor(operation, wish.code);
  if (response === undefined) return impossible(`${operation.iid} has no response ${wish.code}.`);
  const examples = examplesOf(response);
  if (wish.example !== undefined && !examples.some((example) => example.key === wish.example)) {
    const keys = examples.map((example) => example.key).join(", ");
    return impossible(`${response.code} has no example ${wish.example}, but: ${keys || "none"}.`);
  }
  if (wish.dynamic === "true") {
    const code = wish.code === undefined ? {} : { code: Number(wish.code) };
    return { preference: { dynamic: true, ...code, ...(wish.seed !== undefined && { seed: wish.seed }) } };
  }
  if (wish.code !== undefined || wish.example !== undefined) {
    return { preference: exactly(response, Number(wish.code ?? response.code), dialect, wish.example) };
  }
  const key = bestExample(examples, request.url.searchParams.getAll("field"), dialect);
  return { preference: { dynamic: false, ...(key !== undefined && { exampleKey: key }) } };
}

/** The answer with this status, whatever the request accepts; undefined when the spec has none. */
export function answerWithStatus(
  operation: Operation,
  code: number,
  dialect: SpecDialect,
): Preference | undefined {
  const response = responseFor(operation, String(code));
  return response === undefined ? undefined : exactly(response, code, dialect, undefined);
}

// Where no content suits the Accept header, Prism answers a success instead of the error that was wished for.
function exactly(
  response: SpecResponse,
  code: number,
  dialect: SpecDialect,
  exampleKey: string | undefined,
): Preference {
  const examples = examplesOf(response);
  const example = examples.find(({ key }) => key === (exampleKey ?? dialect)) ?? examples[0];
  const mediaType = example?.mediaType ?? response.contents?.[0]?.mediaType;
  return {
    dynamic: false,
    code,
    ...(example !== undefined && { exampleKey: example.key }),
    ...(mediaType !== undefined && { mediaTypes: [mediaType] }),
  };
}

function impossible(message: string): Choice {
  return { fault: { path: ["header", "prefer"], message } };
}

function parsePrefer(header = ""): Partial<Record<string, string>> {
  const pairs = header.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|([^\s,;]+))/g);
  return Object.fromEntries([...pairs].map(([, name = "", quoted, bare]) => [name, quoted ?? bare]));
}

// In Prism's order: the code, its range, the default; without a code the lowest success.
function responseFor({ responses }: Operation, code: string | undefined) {
  const successes = responses.map((response) => response.code).filter((known) => known.startsWith("2"));
  const wanted = code === undefined ? successes.sort().slice(0, 1) : [code, `${code[0]}XX`, "default"];
  return wanted
    .map((known) => responses.find((response) => response.code === known))
    .find((response) => response !== undefined);
}

type SpecResponse = Operation["responses"][number];

interface Example {
  readonly key: string;
  readonly value: unknown;
  readonly mediaType: string;
}

function examplesOf({ contents = [] }: SpecResponse): Example[] {
  return contents.flatMap(({ mediaType, examples = [] }) =>
    examples.map((example) => ({
      key: example.key,
      value: "value" in example ? example.value : undefined,
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
  examples: readonly Example[],
  fields: readonly string[],
  dialect: SpecDialect,
): string | undefined {
  const ofDialect = examples.find((example) => example.key === dialect);
  const first = ofDialect ?? examples[0];
  const whole = examples.find((example) => example.key === WHOLE_ROWS);
  const suffices = fields.length > 0 && first !== undefined && hasColumns(first.value, fields);
  return (suffices ? first : (whole ?? ofDialect))?.key;
}

function hasColumns(value: unknown, fields: readonly string[]): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((row) => hasColumns(row, fields));
  return typeof value === "object" && value !== null && fields.every((field) => Object.hasOwn(value, field));
}
