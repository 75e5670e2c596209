import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { componentName, type Schema, type SpecDocument } from "../../src/spec/spec-document.ts";

export interface SchemaError {
  /** JSON pointer into the value; "" for the whole. */
  path: string;
  message: string;
}

export type Validate = (value: unknown) => SchemaError[];

export interface Validators {
  /** Compiles a schema of the spec once per key. */
  get(key: string, schema: () => Schema): Validate;
}

const SPEC_ID = "https://spec.invalid/puhuri";
const MAX_ERRORS = 10;

/** Compiles the schemas of a spec, on demand, and keeps them. */
export function createValidators(spec: SpecDocument): Validators {
  const ajv = new Ajv2020({
    strict: true,
    // A full row leaves type and properties to its Selection and only requires columns.
    strictTypes: false,
    strictRequired: false,
    allErrors: true,
  });
  addFormats.default(ajv);
  ajv.addVocabulary(["x-since", "x-until", "x-left-out"]);
  ajv.addSchema({ $id: SPEC_ID, $defs: rewriteRefs(spec.components.schemas, "") });
  const cache = new Map<string, Validate>();
  return {
    get(key, schema) {
      const known = cache.get(key);
      if (known !== undefined) return known;
      const compiled = wrap(ajv.compile(rewriteRefs(schema(), SPEC_ID)));
      cache.set(key, compiled);
      return compiled;
    },
  };
}

function wrap(validate: ValidateFunction): Validate {
  return (value) => (validate(value) ? [] : mostTelling(validate.errors ?? []).map(describe));
}

// Of an anyOf every branch complains: the deepest complaints are those of the branch that was meant.
function mostTelling(errors: readonly ErrorObject[]): ErrorObject[] {
  const depth = (error: ErrorObject) => error.instancePath.split("/").length;
  const plain = errors.filter((error) => error.keyword !== "anyOf" && error.keyword !== "if");
  return [...(plain.length > 0 ? plain : errors)].sort((a, b) => depth(b) - depth(a)).slice(0, MAX_ERRORS);
}

function describe(error: ErrorObject): SchemaError {
  const allowed = Array.isArray(error.params.allowedValues)
    ? `: ${error.params.allowedValues.join(", ")}`
    : "";
  const extra =
    error.keyword === "additionalProperties" ? ` (${String(error.params.additionalProperty)})` : "";
  return { path: error.instancePath, message: `${error.message ?? error.keyword}${allowed}${extra}` };
}

// Strict ajv refuses the document as a whole, for it is no schema: its named schemas become the $defs of one.
function rewriteRefs<T>(schemas: T, base: string): T {
  return JSON.parse(JSON.stringify(schemas), (key, value: unknown) =>
    key === "$ref" && typeof value === "string" ? `${base}#/$defs/${componentName(value)}` : value,
  );
}
