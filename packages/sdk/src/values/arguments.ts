import { InvalidArgumentError } from "../errors.ts";

// For callers without types, and for what types cannot express. All of it is checked before anything is sent.

/** Makes the error for a wrong argument. What is wrong follows its name, as in "must be an object". */
export function wrongArgument(argument: string, says: string): InvalidArgumentError {
  return new InvalidArgumentError(argument, `${argument} ${says}. Nothing was sent.`);
}

/** @throws {InvalidArgumentError} `value` is not an object, such as `{ username: "abc" }`. */
export function requireObject(value: unknown, argument: string): asserts value is object {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return;
  throw wrongArgument(argument, "must be an object");
}

/** @throws {InvalidArgumentError} `value` is neither a function nor undefined. */
export function requireFunction(value: unknown, argument: string): void {
  if (value === undefined || typeof value === "function") return;
  throw wrongArgument(argument, "must be a function");
}

/** The keys an object may have: all of a type's, or it does not compile. */
export type KeysOf<T> = Readonly<Record<keyof T, true>>;

/** @throws {InvalidArgumentError} `value` has an unknown key, most likely a mistyped one. */
export function requireKeys(value: object, known: Readonly<Record<string, unknown>>, argument: string): void {
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(known, key));
  if (unknown === undefined) return;
  const names = Object.keys(known);
  throw new InvalidArgumentError(
    unknown,
    `${argument} must not have "${unknown}", only ${names.join(", ")}.${didYouMean(unknown, names)} Nothing was sent.`,
  );
}

/** Returns ` Did you mean "dialect"?` if one of the names is similar, and otherwise nothing. */
export function didYouMean(word: string, names: readonly string[]): string {
  const ranked = names.map((name) => ({ name, edits: editsBetween(plain(word), plain(name)) }));
  const best = ranked.sort((a, b) => a.edits - b.edits)[0];
  return best !== undefined && best.edits <= Math.max(1, word.length / 3)
    ? ` Did you mean "${best.name}"?`
    : "";
}

function plain(word: string): string {
  return word.replace(/[^a-z0-9]/gi, "").toLowerCase();
}

/** Counts the letters to add, drop or change until one word is the other. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/**
 * Returns the defaults, replaced by given numbers of the same name.
 *
 * @throws {InvalidArgumentError} One is not a number, or is less than `least`.
 */
export function withNumbers<Names extends string>(
  defaults: Readonly<Record<Names, number>>,
  given?: { readonly [Name in NoInfer<Names>]?: number | undefined },
  least = 0,
): Record<Names, number> {
  const numbers: Record<Names, number> = { ...defaults };
  for (const name in defaults) {
    const value = given?.[name];
    if (value === undefined) continue;
    if (typeof value !== "number" || !(value >= least)) {
      throw wrongArgument(name, `must be a number of at least ${least}`);
    }
    numbers[name] = value;
  }
  return numbers;
}

/** @throws {InvalidArgumentError} `value` is not an array, or an empty one. */
export function requireItems(value: unknown, argument: string): asserts value is readonly unknown[] {
  if (Array.isArray(value) && value.length > 0) return;
  throw wrongArgument(argument, "must be an array with at least one item");
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
  if (isText(value) && (blank || value.trim() !== "") && [...value].length <= max) return;
  const limit = max === Number.POSITIVE_INFINITY ? "" : ` of at most ${max} characters`;
  const isHalf = typeof value === "string" && !isText(value) ? ", but contains half a character" : "";
  throw wrongArgument(argument, `must be a string${limit}${blank ? "" : ", and not blank"}${isHalf}`);
}

/** Whether a database would store it: half a surrogate pair is not text. */
export function isText(value: unknown): value is string {
  return typeof value === "string" && value.isWellFormed();
}

/** @throws {InvalidArgumentError} `value` is not a boolean: the text "false" would count as true. */
export function requireFlag(value: unknown, argument: string): void {
  if (typeof value === "boolean") return;
  throw wrongArgument(argument, "must be true or false");
}

/** @throws {InvalidArgumentError} `value` is not one of the words. */
export function requireOneOf(value: unknown, words: readonly string[], argument: string): void {
  if (typeof value === "string" && words.includes(value)) return;
  throw wrongArgument(argument, `must be one of ${words.join(", ")}`);
}

/** @throws {InvalidArgumentError} `value` is not a day, such as `2026-11-23`. */
export function requireDay(value: unknown, argument: string): asserts value is string {
  const time = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : Number.NaN;
  // `Date.parse` takes the 31st of a shorter month for a day of the next.
  if (!Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value) return;
  throw wrongArgument(argument, "must be a day such as 2026-11-23");
}

const MAX_USER_NAME_CHARS = 100;

/**
 * Returns a user name as the servers store it: trimmed, at most 100 characters. They have no other rule for it.
 *
 * @param limits - `blank: true` lets `""` pass, which means "none yet".
 * @throws {InvalidArgumentError} `username` is not such a string.
 */
export function userName(username: string, limits: { readonly blank: boolean }): string {
  requireText(username, "username", { max: MAX_USER_NAME_CHARS, ...limits });
  return username.trim();
}
