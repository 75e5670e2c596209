import { TestServerError } from "./errors.ts";

/**
 * Refuses options that nobody reads: what is misspelt would pass in silence.
 *
 * @throws {TestServerError} `invalid_option`: no object, or an unknown key in it; says which one was probably meant.
 */
export function checkOptions(name: string, options: unknown, known: Readonly<Record<string, true>>): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new TestServerError("invalid_option", `${name} takes an object, not ${options}.`);
  }
  const names = Object.keys(known);
  const unknown = Object.keys(options).find((key) => !names.includes(key));
  if (unknown === undefined) return;
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
