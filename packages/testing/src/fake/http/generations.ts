import { GENERATIONS, type Generation, isSince } from "../state/words.ts";

/** A table of columns, filters or orders as a generation has it. */
export type ByGeneration<Table> = (generation: Generation) => Table;

/** What servers have from this one on. */
export function since<Table>(first: Generation, part: Table): ByGeneration<Table | undefined> {
  return (generation) => (isSince(generation, first) ? part : undefined);
}

/** What servers had before this one. */
export function before<Table>(next: Generation, part: Table): ByGeneration<Table | undefined> {
  return (generation) => (isSince(generation, next) ? undefined : part);
}

/** What servers had from the one on and before the other. */
export function between<Table>(
  first: Generation,
  next: Generation,
  part: Table,
): ByGeneration<Table | undefined> {
  return (generation) => (isSince(generation, first) && !isSince(generation, next) ? part : undefined);
}

/** What the spec has, and servers before this one do not know. */
export function unknownBefore(
  next: Generation,
  ...names: string[]
): ByGeneration<Readonly<Record<string, undefined>> | undefined> {
  return before(next, Object.fromEntries(names.map((name) => [name, undefined])));
}

/** Puts a table together: of parts with the same key, the last one that the generation has counts. */
export function table<Table extends object>(
  ...parts: (Table | ByGeneration<Table | undefined>)[]
): ByGeneration<Table> {
  const made = new Map<Generation, Table>();
  for (const generation of GENERATIONS) {
    const present = parts.map((part) => (isByGeneration(part) ? part(generation) : part));
    made.set(generation, Object.assign(empty<Table>(), ...present));
  }
  return (generation) => made.get(generation) ?? empty();
}

function isByGeneration<Table>(
  part: Table | ByGeneration<Table | undefined>,
): part is ByGeneration<Table | undefined> {
  return typeof part === "function";
}

/** What is in a table is always looked up by name. */
function empty<Table extends object>(): Table;
function empty(): object {
  return {};
}
