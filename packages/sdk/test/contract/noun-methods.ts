import type { PuhuriClient } from "../../src/index.ts";

/** The methods a client has, noun by noun: found on the objects, so that a new one cannot be overlooked. */
export function nounMethods({ api: _api, ...nouns }: PuhuriClient): string[] {
  return Object.entries(nouns).flatMap(([noun, object]) => {
    const names = new Set(Object.keys(object));
    for (let of = Object.getPrototypeOf(object); of !== Object.prototype; of = Object.getPrototypeOf(of)) {
      for (const name of Object.getOwnPropertyNames(of)) names.add(name);
    }
    names.delete("constructor");
    return [...names]
      .filter((name) => typeof Reflect.get(object, name) === "function")
      .map((name) => `${noun}.${name}`);
  });
}
