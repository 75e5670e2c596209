import { GENERATIONS, type Generation, isSince } from "../state/words.ts";

/** A table of columns, filters or orders as a generation has it. */
export type ByGeneration<Table> = (generation: Generation) => Table;

/** What servers have from this one on. */
export function since<Part>(first: Generation, part: Part): ByGeneration<Part | undefined> {
  return (generation) => (isSince(generation, first) ? part : undefined);
}

/** What servers had before this one. */
export function before<Part>(next: Generation, part: Part): ByGeneration<Part | undefined> {
  return (generation) => (isSince(generation, next) ? undefined : part);
}

/** What the spec has, and servers before this one do not know. */
export function unknownBefore(
  next: Generation,
  ...names: string[]
): ByGeneration<Readonly<Record<string, undefined>> | undefined> {
  return before(next, Object.fromEntries(names.map((name) => [name, undefined])));
}

/** Puts the tables of all generations together: of parts with the same key, the last one counts. */
export function table<Table extends object>(
  first: ByGeneration<Table>,
  ...others: ByGeneration<Partial<Table> | undefined>[]
): ByGeneration<Table> {
  const tables = new Map<Generation, Table>(
    GENERATIONS.map((generation) => [
      generation,
      Object.assign({}, first(generation), ...others.map((other) => other(generation))),
    ]),
  );
  return (generation) => tables.get(generation) ?? first(generation);
}
