import { type Document, nameOf, type Schema } from "../../test/document.ts";
import type { Alternative, Client } from "./client.ts";

/** What a value may be, as far as both sides can tell. */
export interface Shape {
  /** `string`, `number`, `boolean`, `array`, `object`, `null`, or `any`. */
  readonly types: Set<string>;
  readonly values?: readonly string[] | undefined;
}

export interface SpecShape extends Shape {
  /** The schema's name. */
  readonly name?: string | undefined;
  readonly items?: Schema | undefined;
  readonly properties?: Record<string, Schema> | undefined;
  readonly required?: string[] | undefined;
}

export interface ClientShape extends Shape {
  readonly items?: readonly Alternative[] | undefined;
  /** Of an answer that may be one of several, as of success and refusal, all. */
  readonly models: readonly string[];
}

/** The shape a schema describes on a current server: of twins for 2021 and for selections the other is taken. */
export function shapeOf(schema: Schema, spec: Document): SpecShape {
  const shape: SpecShape & { types: Set<string>; values?: string[] } = { types: new Set() };
  let known: SpecShape = shape;
  const add = (one: Schema): void => {
    if (one.$ref !== undefined) {
      const name = nameOf(one.$ref);
      if (/2021|Unlisted/.test(name)) return;
      const found = spec.components.schemas[name];
      if (found === undefined) throw new Error(`${one.$ref} is missing`);
      if (found.properties !== undefined)
        known = { ...known, name: known.name ?? name.replace(/Selection$/, "") };
      add(found);
      return;
    }
    for (const part of [...(one.anyOf ?? []), ...(one.allOf ?? []), ...(one.oneOf ?? [])]) add(part);
    for (const type of [one.type ?? []].flat()) shape.types.add(type === "integer" ? "number" : type);
    if (one.enum !== undefined) {
      if (one.type === undefined) shape.types.add("string");
      shape.values = [...(shape.values ?? []), ...one.enum.filter((value) => value !== null).map(String)];
    }
    if (one.items !== undefined) known = { ...known, items: one.items };
    if (one.properties !== undefined) known = { ...known, properties: one.properties };
    if (one.required !== undefined) known = { ...known, required: one.required };
    if (Object.keys(one).every((key) => key === "description" || key.startsWith("x-")))
      shape.types.add("any");
  };
  add(schema);
  return { ...known, types: shape.types, values: shape.values };
}

export function shapeOfClient(alternatives: readonly Alternative[], client: Client): ClientShape {
  const shape: { types: Set<string>; values?: string[]; items?: readonly Alternative[]; models: string[] } = {
    types: new Set(),
    models: [],
  };
  for (const one of alternatives) {
    if (typeof one === "string") shape.types.add(TYPES[one] ?? one);
    else if ("enum" in one) {
      shape.types.add(typeof one.enum[0] === "number" ? "number" : "string");
      shape.values = [...(shape.values ?? []), ...one.enum.map(String)];
    } else if ("items" in one) {
      shape.types.add("array");
      shape.items = one.items;
    } else {
      shape.types.add("object");
      // A model without columns of its own is a map.
      if (Object.keys(client.models[one.model] ?? {}).length > 0) shape.models.push(one.model);
    }
  }
  return shape;
}

const TYPES: Readonly<Record<string, string>> = {
  integer: "number",
  uuid: "string",
  "date-time": "string",
  date: "string",
};
