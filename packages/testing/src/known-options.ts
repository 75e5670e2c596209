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
 * @throws {TestServerError} `invalid_option`: no object, an unknown key in it (says which ones there are), or a value that is
 * not fit.
 */
export function checkOptions(
  name: string,
  options: unknown,
  known: Readonly<Record<string, true | OptionValue>>,
): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new TestServerError("invalid_option", `${name} takes an object, not ${options}.`);
  }
  const given = new Map(Object.entries(options));
  const unknown = [...given.keys()].find((key) => !Object.hasOwn(known, key));
  if (unknown !== undefined) {
    const problem = `${name} has no option "${unknown}"; it has ${Object.keys(known).join(", ")}.`;
    throw new TestServerError("invalid_option", problem);
  }
  for (const [key, value] of Object.entries(known)) {
    if (value === true || value.isFit(given.get(key))) continue;
    const shown = typeof given.get(key) === "string" ? `"${given.get(key)}"` : String(given.get(key));
    throw new TestServerError("invalid_option", `${key} must be ${value.what}, not ${shown}.`);
  }
}
