import { InvalidArgumentError } from "../errors.ts";

// For callers without types: what is wrong is said of the argument, before anything is sent.

/** @throws {InvalidArgumentError} `value` is not an object, such as `{ username: "abc" }`. */
export function requireObject(value: unknown, argument: string): asserts value is object {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return;
  throw new InvalidArgumentError(argument, `${argument} must be an object. Nothing was sent.`);
}

/** The keys an object may have: all of a type's, or it does not compile. */
export type KeysOf<T> = Readonly<Record<keyof T, true>>;

/** @throws {InvalidArgumentError} `value` has a key of which no notice would be taken: most likely a mistyped one. */
export function requireKeys(value: object, known: Readonly<Record<string, true>>, argument: string): void {
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(known, key));
  if (unknown === undefined) return;
  const names = Object.keys(known).join(", ");
  throw new InvalidArgumentError(
    unknown,
    `${argument} must not have "${unknown}", only ${names}. Nothing was sent.`,
  );
}

/** @throws {InvalidArgumentError} `value` is not an array, or an empty one. */
export function requireItems(value: unknown, argument: string): asserts value is readonly unknown[] {
  if (Array.isArray(value) && value.length > 0) return;
  throw new InvalidArgumentError(
    argument,
    `${argument} must be an array with at least one item. Nothing was sent.`,
  );
}

/**
 * @param limits - `max` characters, as the servers count them: by code point. `blank: false` refuses empty and blank text.
 * @throws {InvalidArgumentError} `value` is not a string within the limits.
 */
export function requireText(
  value: unknown,
  argument: string,
  { max = Number.POSITIVE_INFINITY, blank = true }: { readonly max?: number; readonly blank?: boolean } = {},
): asserts value is string {
  const isText = typeof value === "string" && (blank || value.trim() !== "");
  if (isText && (value.length <= max || [...value].length <= max)) return;
  const limit = max === Number.POSITIVE_INFINITY ? "" : ` of at most ${max} characters`;
  throw new InvalidArgumentError(
    argument,
    `${argument} must be a string${limit}${blank ? "" : ", and not blank"}. Nothing was sent.`,
  );
}

/** @throws {InvalidArgumentError} `value` is not a boolean: the text "false" would be taken for true. */
export function requireFlag(value: unknown, argument: string): void {
  if (typeof value === "boolean") return;
  throw new InvalidArgumentError(argument, `${argument} must be true or false. Nothing was sent.`);
}

/** @throws {InvalidArgumentError} `value` is none of the words. */
export function requireOneOf(value: unknown, words: readonly string[], argument: string): void {
  if (typeof value === "string" && words.includes(value)) return;
  throw new InvalidArgumentError(
    argument,
    `${argument} must be one of ${words.join(", ")}. Nothing was sent.`,
  );
}
