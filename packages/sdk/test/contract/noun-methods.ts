import * as bulk from "../../src/bulk/index.ts";
import type { PuhuriClient } from "../../src/index.ts";

/** The methods a client has, noun by noun, and what is done in bulk: found on the objects, so that none is overlooked. */
export function nounMethods({ api: _api, server: _server, ...nouns }: PuhuriClient): string[] {
  const methods = Object.entries(nouns).flatMap(([noun, object]) => {
    const names = new Set(Object.keys(object));
    for (let of = Object.getPrototypeOf(object); of !== Object.prototype; of = Object.getPrototypeOf(of)) {
      for (const name of Object.getOwnPropertyNames(of)) names.add(name);
    }
    names.delete("constructor");
    return [...names]
      .filter((name) => typeof Reflect.get(object, name) === "function")
      .map((name) => `${noun}.${name}`);
  });
  return ["server", ...methods, ...Object.keys(bulk).map((name) => `bulk.${name}`)];
}
