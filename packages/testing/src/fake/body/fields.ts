import { badRequest } from "../http/reply.ts";
import { isJsonObject, type Json, type JsonObject } from "../state/values.ts";

/** What reading one field gave: its value, or why it is refused (in the shape Django REST framework answers). */
export type Read<Value> = { readonly value: Value } | { readonly errors: Json };

/** Reads one field of a request body, as Django REST framework's serializers do; undefined where it is missing. */
export type Field<Value> = (json: Json | undefined) => Read<Value>;

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type Values<F extends Fields> = {
  [Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never;
};

export const REQUIRED = "This field is required.";

export function refused(message: string): { errors: Json } {
  return { errors: [message] };
}

/** Reads a whole body; refuses it with 400 and every field's mistakes. */
export function validated<F extends Fields>(fields: F, body: Json): Values<F> {
  if (body === null) {
    throw badRequest({ non_field_errors: ["No data provided"] });
  }
  const read = readObject(fields, body);
  if ("errors" in read) {
    throw badRequest(read.errors);
  }
  return read.value;
}

/** Reads an object field by field; its errors are by field name. */
function readObject<F extends Fields>(fields: F, json: Json): Read<Values<F>> {
  if (!isJsonObject(json)) {
    return {
      errors: { non_field_errors: [`Invalid data. Expected a dictionary, but got ${pythonType(json)}.`] },
    };
  }
  const errors: JsonObject = {};
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const read = field(json[name]);
    if ("errors" in read) errors[name] = read.errors;
    else values[name] = read.value;
  }
  return Object.keys(errors).length > 0 ? { errors } : { value: typed<F>(values) };
}

/** Every name of F was read just above. */
function typed<F extends Fields>(values: Record<string, unknown>): Values<F>;
function typed(values: Record<string, unknown>): Record<string, unknown> {
  return values;
}

/** A field that has to be there. */
export function field<Value>(read: (json: Json) => Read<Value>): Field<Value> {
  return (json) => {
    if (json === undefined) return refused(REQUIRED);
    return json === null ? refused("This field may not be null.") : read(json);
  };
}

/** A field that may be left out. */
export function optional<Value, Default>(field: Field<Value>, value: Default): Field<Value | Default> {
  return (json) => (json === undefined ? { value } : field(json));
}

/** A field that may be null. */
export function nullable<Value>(field: Field<Value>): Field<Value | null> {
  return (json) => (json === null ? { value: null } : field(json));
}

/** A field whose value is kept in another form. */
export function converted<Value, Kept>(field: Field<Value>, keep: (value: Value) => Kept): Field<Kept> {
  return (json) => {
    const read = field(json);
    return "errors" in read ? read : { value: keep(read.value) };
  };
}

/** A list of objects; mistakes come by position, with `{}` for the items that are right. */
export function listOf<F extends Fields>(fields: F): Field<Values<F>[]> {
  return field((json) => {
    if (!Array.isArray(json)) {
      const problem = `Expected a list of items but got type "${pythonType(json)}".`;
      return { errors: { non_field_errors: [problem] } };
    }
    const read = json.map((item) => readObject(fields, item));
    return read.some((item) => "errors" in item)
      ? { errors: read.map((item) => ("errors" in item ? item.errors : {})) }
      : { value: read.flatMap((item) => ("value" in item ? [item.value] : [])) };
  });
}

/** The name Python has for the type of a parsed JSON value. */
export function pythonType(json: Json): string {
  if (Array.isArray(json)) return "list";
  if (typeof json === "number") return Number.isInteger(json) ? "int" : "float";
  const names: Readonly<Record<string, string>> = { string: "str", boolean: "bool" };
  return names[typeof json] ?? "dict";
}
