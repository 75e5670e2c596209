import type { PuhuriClient } from "@puhuri/sdk";

/** The methods of a client, noun by noun: found on the objects, so that a new one cannot be overlooked. */
export function clientMethods({ api: _, ...nouns }: PuhuriClient): string[] {
  return Object.entries(nouns).flatMap(([noun, object]) => {
    const names = new Set(Object.keys(object));
    for (let of = Object.getPrototypeOf(object); of !== Object.prototype; of = Object.getPrototypeOf(of)) {
      for (const name of Object.getOwnPropertyNames(of)) names.add(name);
    }
    names.delete("constructor");
    return [...names].map((name) => `${noun}.${name}`);
  });
}
