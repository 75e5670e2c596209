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
export function requireKeys(value: object, known: Readonly<Record<string, unknown>>, argument: string): void {
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(known, key));
  if (unknown === undefined) return;
  const names = Object.keys(known);
  throw new InvalidArgumentError(
    unknown,
    `${argument} must not have "${unknown}", only ${names.join(", ")}.${didYouMean(unknown, names)} Nothing was sent.`,
  );
}

/** ` Did you mean "dialect"?`, where one of the names is alike; nothing else. */
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

/** How many letters must be added, dropped or changed to make one word of the other. */
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
 * Lets given numbers take the place of the defaults of the same names.
 *
 * @throws {InvalidArgumentError} One is not a number, or less than the least.
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
      throw new InvalidArgumentError(name, `${name} must be a number of at least ${least}.`);
    }
    numbers[name] = value;
  }
  return numbers;
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
  if (isText(value) && (blank || value.trim() !== "") && (value.length <= max || [...value].length <= max)) {
    return;
  }
  const limit = max === Number.POSITIVE_INFINITY ? "" : ` of at most ${max} characters`;
  const isHalf = typeof value === "string" && !isText(value) ? ", but has half a character" : "";
  throw new InvalidArgumentError(
    argument,
    `${argument} must be a string${limit}${blank ? "" : ", and not blank"}${isHalf}. Nothing was sent.`,
  );
}

/** Half a surrogate pair is no text to a database. */
export function isText(value: unknown): value is string {
  return typeof value === "string" && value.isWellFormed();
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

/** @throws {InvalidArgumentError} `value` is not a day, such as `2026-11-23`. */
export function requireDay(value: unknown, argument: string): asserts value is string {
  const time = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : Number.NaN;
  // The 31st of a shorter month is read as a day of the next one.
  if (!Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value) return;
  throw new InvalidArgumentError(argument, `${argument} must be a day such as 2026-11-23. Nothing was sent.`);
}
