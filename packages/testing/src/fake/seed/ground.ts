import type { Store } from "../store.ts";
import { timestamp } from "../timestamps.ts";
import type { Dialect } from "../words.ts";
import type { Reference } from "./inputs.ts";
import { SeedError } from "./seed-error.ts";

/** How long before the start everything seeded was made, so that nothing is older than what it belongs to. */
const AGE_MS = 86_400_000;

/** What a seed is planted into. */
export class Ground {
  readonly store: Store;
  readonly dialect: Dialect;
  readonly now: Date;
  #planted = 0;

  constructor(store: Store, dialect: Dialect, now: Date) {
    this.store = store;
    this.dialect = dialect;
    this.now = now;
  }

  /** When the next row was made: a day ago, each a millisecond after the one before. */
  nextTime(): string {
    this.#planted += 1;
    return timestamp(new Date(this.now.getTime() - AGE_MS + this.#planted));
  }

  nextPermission(): number {
    return this.store.roles.reduce((most, { pk }) => Math.max(most, pk), 0) + 1;
  }
}

interface Named {
  readonly uuid: string;
  readonly name?: string;
  readonly username?: string;
}

/** The row a reference means. */
export function resolve<Row extends Named>(rows: Iterable<Row>, reference: Reference, path: string): Row {
  const all = [...rows];
  const wanted = typeof reference === "string" ? reference : reference.uuid;
  const row = all.find(
    ({ uuid, name, username }) => uuid === wanted || name === wanted || username === wanted,
  );
  if (row === undefined) {
    const known = all.map(({ name, username, uuid }) => name ?? username ?? uuid).join(", ");
    throw new SeedError(
      path,
      `"${wanted}" is not in the seed; known are: ${known === "" ? "none yet" : known}`,
    );
  }
  return row;
}

/** The row a reference means, or the first there is when the seed leaves it open. */
export function resolveOrFirst<Row extends Named>(
  rows: Iterable<Row>,
  reference: Reference | undefined,
  path: string,
  isFit: (row: Row) => boolean = () => true,
): Row {
  if (reference !== undefined) {
    return resolve(rows, reference, path);
  }
  const [first] = [...rows].filter(isFit);
  if (first === undefined) {
    throw new SeedError(path, "there is none yet to take; seed one first");
  }
  return first;
}
