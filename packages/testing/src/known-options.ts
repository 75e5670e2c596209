import { TestServerError } from "./errors.ts";

/** What the value of an option may be; `undefined` where it was left out. */
export interface OptionValue {
  /** As in "must be …". */
  readonly what: string;
  isFit(value: unknown): boolean;
}

export const aFunction: OptionValue = optional("a function", (value) => typeof value === "function");

/** One of some words; those that are optional may be left out. */
export function oneOf(words: readonly string[]): OptionValue {
  const what = words.map((word) => `"${word}"`).join(" or ");
  return { what, isFit: (value) => typeof value === "string" && words.includes(value) };
}

export function optional(what: string, isFit: (value: unknown) => boolean): OptionValue {
  return { what, isFit: (value) => value === undefined || isFit(value) };
}

/**
 * Refuses options that nobody reads, for what is misspelt would pass in silence, and values that nothing can be done with.
 *
 * @throws {TestServerError} `invalid_option`: no object, an unknown key in it (says which one was probably meant), or a
 * value that is not fit.
 */
export function checkOptions(
  name: string,
  options: unknown,
  known: Readonly<Record<string, true | OptionValue>>,
): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new TestServerError("invalid_option", `${name} takes an object, not ${options}.`);
  }
  const names = Object.keys(known);
  const given = new Map(Object.entries(options));
  const unknown = [...given.keys()].find((key) => !names.includes(key));
  if (unknown === undefined) {
    for (const [key, value] of Object.entries(known)) {
      if (value === true || value.isFit(given.get(key))) continue;
      const shown = typeof given.get(key) === "string" ? `"${given.get(key)}"` : String(given.get(key));
      throw new TestServerError("invalid_option", `${key} must be ${value.what}, not ${shown}.`);
    }
    return;
  }
  const [nearest] = names
    .map((key) => ({ key, away: distance(unknown, key) }))
    .sort((a, b) => a.away - b.away);
  const isTypo = nearest !== undefined && nearest.away <= Math.max(1, unknown.length / 2);
  const hint = isTypo ? `Did you mean "${nearest.key}"?` : `It has ${names.join(", ")}.`;
  throw new TestServerError("invalid_option", `${name} has no option "${unknown}". ${hint}`);
}

/** How many letters have to be put in, left out or changed (Levenshtein); upper and lower case are the same. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...one.toLowerCase()].entries()) {
    const next = [i + 1];
    for (const [j, against] of [...other.toLowerCase()].entries()) {
      const changed = (row[j] ?? 0) + (letter === against ? 0 : 1);
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, changed));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
