import { SeedError } from "../../errors.ts";
import type { With } from "../../shapes.ts";
import type { World } from "../http/call.ts";
import type { Store, Table } from "../state/store.ts";
import { timestamp } from "../state/values.ts";
import type { Reference } from "./inputs.ts";

/** How long before the start everything seeded was made, so that nothing is older than what it belongs to. */
const AGE_MS = 86_400_000;

export interface Named {
  readonly uuid: string;
  readonly name?: string;
  readonly username?: string;
}

/** A table, whatever its keys. */
interface Rows<Row> extends Iterable<Row> {
  readonly size: number;
  find(uuid: string): Row | undefined;
}

/** What a seed is planted into. */
export class Ground {
  readonly world: World;
  readonly store: Store;
  readonly now: Date;
  /** The first row of each name, by table, and how many rows there were. */
  readonly #named = new Map<object, { names: Map<string, string>; size: number }>();
  #planted = 0;
  #permissions = 0;

  constructor(world: World) {
    this.world = world;
    this.store = world.store;
    this.now = world.now();
  }

  get isOld(): boolean {
    return !this.world.since("2024-10");
  }

  /** When the next row was made: a day ago, each a millisecond after the one before. */
  nextTime(): string {
    this.#planted += 1;
    return timestamp(new Date(this.now.getTime() - AGE_MS + this.#planted));
  }

  /** A number no permission has; `given` is one that has it already. */
  nextPermission(given = this.#permissions + 1): number {
    this.#permissions = Math.max(this.#permissions, given);
    return given;
  }

  /** Adds a row that takes no other's place. */
  add<Row extends { uuid: string }, Needed extends keyof Row>(
    table: Table<Row, Needed>,
    given: With<Row, Needed>,
  ): Row {
    const { size } = table;
    const row = table.add(given);
    if (table.size > size) return row;
    const problem = "another row has this uuid, which follows from the name unless you give one";
    throw new SeedError("uuid", `${problem}: give it another name, or a uuid of its own`);
  }

  /** The row of a table that a reference means; without one the first that is fit, which `what` describes. */
  resolve<Row extends Named>(
    table: Rows<Row>,
    reference: Reference | undefined,
    path: string,
    isFit: (row: Row) => boolean = () => true,
    what = "one",
  ): Row {
    if (reference === undefined) {
      for (const row of table) if (isFit(row)) return row;
      throw new SeedError(path, `nothing fits yet: seed ${what} first, or name one`);
    }
    const found = this.find(table, reference);
    if (found === undefined) throw unknown(table, reference, path);
    return found;
  }

  find<Row extends Named>(table: Rows<Row>, reference: Reference): Row | undefined {
    const wanted = wordOf(reference);
    return table.find(wanted) ?? table.find(this.#namesOf(table).get(wanted) ?? "");
  }

  /** Uuids by name. Rows are only ever added while a seed is planted, so that most are not looked at twice. */
  #namesOf(table: Rows<Named>): ReadonlyMap<string, string> {
    const known = this.#named.get(table);
    if (known?.size === table.size) return known.names;
    const names = new Map<string, string>();
    for (const row of table) {
      const name = row.username ?? row.name ?? "";
      if (!names.has(name)) names.set(name, row.uuid);
    }
    this.#named.set(table, { names, size: table.size });
    return names;
  }
}

/** The row of a few that a reference means. */
export function oneOf<Row extends Named>(rows: readonly Row[], reference: Reference, path: string): Row {
  const wanted = wordOf(reference);
  const row = rows.find(({ uuid, name }) => uuid === wanted || name === wanted);
  if (row === undefined) throw unknown(rows, reference, path);
  return row;
}

function wordOf(reference: Reference): string {
  return typeof reference === "string" ? reference : reference.uuid;
}

function unknown(rows: Iterable<Named>, reference: Reference, path: string): SeedError {
  const known = [...rows].map(({ name, username, uuid }) => name ?? username ?? uuid).join(", ");
  return new SeedError(path, `"${wordOf(reference)}" is not in the seed; known are: ${known || "none yet"}`);
}
