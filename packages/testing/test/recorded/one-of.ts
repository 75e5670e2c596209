import { SeedError } from "../../src/errors.ts";

/** One of the words a column can have. */
export function oneOf<Word extends string>(words: readonly Word[], value: string, path: string): Word {
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) {
    throw new SeedError(path, `"${value}" is not one of ${words.join(", ")}`);
  }
  return word;
}
