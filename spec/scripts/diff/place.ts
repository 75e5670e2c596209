import type { RawChange } from "./redocly.ts";

/** The words of a JSON pointer: `#/paths/~1api~1/get` → `["paths", "/api/", "get"]`. */
export function wordsOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((word) => decodeURIComponent(word).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What changed, as a reader of the spec calls it: `SetUsageRequest.usages`, `GET /api/users/ ?query`, `parameter Scope`. */
export function placeOf({ base, revision }: RawChange): string {
  const side = revision ?? base;
  const [root = "", ...words] = wordsOf(side?.pointer ?? "");
  if (root === "paths") return operationPlace(words, side?.value);
  if (root !== "components") return [root, ...words].join(".");
  const [section = "", name = "", ...rest] = words;
  const inner = schemaPlace(rest);
  return section === "schemas" ? name + inner : `${section.replace(/s$/, "")} ${name}${inner}`;
}

function operationPlace([path = "", method = "", ...rest]: string[], value: unknown): string {
  const operation = method === "" ? path : `${method.toUpperCase()} ${path}`;
  const [section, index, ...inner] = rest;
  if (section === undefined) return operation;
  if (section === "parameters") return `${operation} ?${parameterNames(value) || index}${schemaPlace(inner)}`;
  if (section === "responses") return `${operation} → ${index ?? ""}${schemaPlace(inner)}`;
  return `${operation} ${section}${schemaPlace(rest.slice(1))}`;
}

/** The name of a parameter or `$ref`, or those of a list that came or went as a whole. */
function parameterNames(value: unknown): string {
  if (Array.isArray(value)) return value.map(parameterNames).join(", ?");
  if (typeof value !== "object" || value === null) return "";
  if ("name" in value && typeof value.name === "string") return value.name;
  if ("$ref" in value && typeof value.$ref === "string") return wordsOf(value.$ref).at(-1) ?? "";
  return "";
}

/** `["properties", "plans", "items", "properties", "unit"]` → `.plans[].unit` */
function schemaPlace(words: readonly string[]): string {
  let place = "";
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (word === "properties" && index + 1 < words.length) place += `.${words[++index]}`;
    else if (word === "items") place += "[]";
    else if (word !== "schema" && word !== "content" && word !== "application/json") place += ` ${word}`;
  }
  return place;
}
