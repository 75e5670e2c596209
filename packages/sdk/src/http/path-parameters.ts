import { InvalidArgumentError } from "../errors.ts";

// Uuids, so nearly everything: nothing else about them need be looked at.
const PLAIN = /^[\w-]+$/;
// Nothing but dots, or what could turn one path into another, in this URL parser or in one on the way.
const UNSAFE = /^[.\s]*$|[/\\?#%\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/**
 * Puts path parameters into a path of the spec: openapi-fetch's `pathSerializer`.
 *
 * @throws {InvalidArgumentError} A parameter is missing, no text, empty, only dots, or holds a character that could
 *   lead to another path: `/`, `\`, `?`, `#`, `%`, a control character.
 */
export function fillPath(template: string, parameters: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const text = parameters[name];
    if (typeof text === "string" && PLAIN.test(text)) return text;
    if (typeof text !== "string" || UNSAFE.test(text)) {
      throw new InvalidArgumentError(
        name,
        `${name} must be text without / \\ ? # % and control characters. Nothing was sent.`,
      );
    }
    return encodeURIComponent(text);
  });
}
