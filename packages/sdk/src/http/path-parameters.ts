import { InvalidArgumentError } from "../errors.ts";

// Uuids, so nearly everything: the rest need not be looked at.
const PLAIN = /^[\w-]+$/;
// Any of these could turn one path into another, in this URL parser or in one on the way: even percent-encoded.
const UNSAFE = /[/\\?#%\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/**
 * Puts path parameters into a path of the spec: openapi-fetch's `pathSerializer`.
 *
 * @throws {InvalidArgumentError} A parameter is missing, empty, only dots, or holds a character that could lead
 *   to another path: `/`, `\`, `?`, `#`, `%`, a control character.
 */
export function fillPath(template: string, parameters: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => encodeParameter(name, parameters[name]));
}

function encodeParameter(name: string, value: unknown): string {
  const text = typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== "string") throw refused(name, "must be a string");
  if (PLAIN.test(text)) return text;
  if (/^[.\s]*$/.test(text)) throw refused(name, "must not be empty or only dots");
  if (UNSAFE.test(text)) throw refused(name, "must not contain / \\ ? # % or a control character");
  return encodeURIComponent(text);
}

function refused(name: string, problem: string): InvalidArgumentError {
  return new InvalidArgumentError(name, `${name} ${problem}. Nothing was sent.`);
}
