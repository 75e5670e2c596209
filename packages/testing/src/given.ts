import { TestServerError } from "./errors.ts";

/** Values that somebody wrote or sent, read one by one; what was never asked for must not be there. */
export class Given {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #place: string;
  readonly #read = new Set<string>();

  constructor(values: Readonly<Record<string, unknown>>, place: string) {
    this.#values = values;
    this.#place = place;
  }

  number(key: string): number | undefined {
    const value = this.#value(key);
    return value === undefined || typeof value === "number" ? value : this.#refuse(key, "a number");
  }

  text(key: string): string | undefined {
    const value = this.#value(key);
    return value === undefined || typeof value === "string" ? value : this.#refuse(key, "a text");
  }

  /** A text that must be there. */
  name(key: string): string {
    return this.text(key) ?? this.#refuse(key, "a text");
  }

  /** Numbers by name; none where nothing is said. */
  numbers(key: string): Record<string, number> {
    const values = this.#value(key) ?? {};
    const numbers: Record<string, number> = {};
    if (typeof values !== "object" || values === null) this.#refuse(key, "numbers by name");
    for (const [name, value] of Object.entries(values)) {
      numbers[name] = typeof value === "number" ? value : this.#refuse(key, "numbers by name");
    }
    return numbers;
  }

  flag(key: string): boolean {
    const value = this.#value(key) ?? false;
    return typeof value === "boolean" ? value : this.#refuse(key, "true or false");
  }

  /** One of several words or numbers. */
  oneOf<Word extends string | number>(key: string, words: readonly Word[]): Word | undefined {
    const value = this.#value(key);
    return value === undefined
      ? undefined
      : (words.find((word) => word === value) ?? this.#refuse(key, `one of ${words.join(", ")}`));
  }

  /** Refuses what nobody has read: it is misspelt, or belongs to another kind. */
  demandNothingElse(): void {
    const unknown = Object.keys(this.#values).find((key) => !this.#read.has(key));
    if (unknown !== undefined) this.fail(`"${unknown}" is not known here; it may have ${this.#known()}`);
  }

  fail(problem: string): never {
    throw new TestServerError("invalid_option", `${this.#place}: ${problem}.`);
  }

  #value(key: string): unknown {
    this.#read.add(key);
    return this.#values[key];
  }

  #refuse(key: string, wanted: string): never {
    this.fail(`${key} must be ${wanted}, not ${JSON.stringify(this.#values[key])}`);
  }

  #known(): string {
    return [...this.#read].join(", ");
  }
}
