import { isJsonObject, type Json } from "../../src/fake/state/values.ts";
import type { Bindings } from "./bindings.ts";

/** Where and how two bodies differ; undefined when the fake's stands for the recorded one. */
export function difference(recorded: Json, fake: Json, bindings: Bindings, at = "body"): string | undefined {
  if (Array.isArray(recorded) && Array.isArray(fake)) {
    return recorded.length === fake.length
      ? first(
          recorded.map(
            (item, index) => () => difference(item, fake[index] ?? null, bindings, `${at}[${index}]`),
          ),
        )
      : `${at} has ${fake.length} items, recorded ${recorded.length}`;
  }
  if (isJsonObject(recorded) && isJsonObject(fake)) {
    const keys = [...new Set([...Object.keys(recorded), ...Object.keys(fake)])];
    return first(keys.map((key) => () => keyDifference(recorded[key], fake[key], bindings, `${at}.${key}`)));
  }
  const same =
    typeof recorded === "string" && typeof fake === "string"
      ? bindings.stands(recorded, fake)
      : recorded === fake;
  return same ? undefined : `${at} is ${short(fake)}, recorded ${short(recorded)}`;
}

function keyDifference(
  recorded: Json | undefined,
  fake: Json | undefined,
  bindings: Bindings,
  at: string,
): string | undefined {
  if (recorded === undefined) {
    return `${at} is there, recorded without`;
  }
  return fake === undefined
    ? `${at} is missing, recorded ${short(recorded)}`
    : difference(recorded, fake, bindings, at);
}

/** Rows in any order: each recorded row must have a row of the fake of its own. */
export function differenceAsSets(
  recorded: readonly Json[],
  fake: readonly Json[],
  bindings: Bindings,
): string | undefined {
  const left = [...fake];
  for (const [index, row] of recorded.entries()) {
    const found = left.findIndex((candidate) =>
      bindings.attempt(
        () => difference(row, candidate, bindings) === undefined,
        (same) => same,
      ),
    );
    if (found === -1) {
      const near = left[index] ?? left[0];
      return `no row for recorded [${index}]; e.g. ${near === undefined ? "there are no more rows" : difference(row, near, bindings)}`;
    }
    left.splice(found, 1);
  }
  return undefined;
}

function first(comparisons: (() => string | undefined)[]): string | undefined {
  for (const compare of comparisons) {
    const found = compare();
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function short(json: Json): string {
  const text = JSON.stringify(json);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
