import { UuidIndex } from "../values/uuid-index.ts";

/** A set of ids, most of them uuids, which it keeps in less than half the memory of a Set. */
export class SeenIds {
  readonly #uuids = new UuidIndex();
  readonly #others = new Set<string>();

  get size(): number {
    return this.#uuids.size + this.#others.size;
  }

  has(id: string): boolean {
    return this.#uuids.find(id) !== undefined || this.#others.has(id);
  }

  /** Adds it; whether it was not there. */
  add(id: string): boolean {
    const { size } = this.#uuids;
    if (this.#uuids.add(id) !== undefined) return this.#uuids.size > size;
    if (this.#others.has(id)) return false;
    this.#others.add(id);
    return true;
  }
}
