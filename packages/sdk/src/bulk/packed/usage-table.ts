import type { StoredUsage, UsageRow } from "../../dialects/usage-reporting.ts";
import { parseStoredAmount } from "../../values/amount.ts";
import { UuidIndex } from "../../values/uuid-index.ts";
import type { Facts } from "../listed-facts.ts";
import { Names } from "./names.ts";

/** What listings tell of an allocation. */
export interface ListedAllocation {
  readonly state: string;
  /** What is stored for the month, by component type; undefined where only the allocation's plan periods tell. */
  readonly stored: ReadonlyMap<string, StoredUsage> | undefined;
}

/** What is stored of one component, by the number of the allocation. */
interface Column {
  readonly amounts: BigInt64Array;
  /** The numbers of the descriptions plus 1; 0 where nothing is stored. */
  readonly descriptions: Uint32Array;
}

/** What becomes of an allocation's fact. */
const TAKEN = 0;
const STATE_ONLY = 1;
const STATE_AND_USAGE = 2;

/** What listings tell of the allocations of an offering, in columns: some 80 bytes each with three components. */
export class UsageTable implements Facts<ListedAllocation> {
  readonly #allocations = new UuidIndex();
  readonly #names = new Names();
  readonly #columns = new Map<string, Column>();
  #kinds = new Uint8Array(64);
  #states = new Uint32Array(64);

  /** Adds an allocation of which nothing is stored yet, or of which usage rows cannot tell. */
  add(uuid: string, state: string, { isListable }: { readonly isListable: boolean }): void {
    const at = this.#allocations.add(uuid);
    if (at === undefined) return;
    if (at >= this.#kinds.length) this.#grow();
    this.#kinds[at] = isListable ? STATE_AND_USAGE : STATE_ONLY;
    this.#states[at] = this.#names.numberOf(state);
  }

  /** Adds what is stored of one component; what cannot be kept here is left to the allocation's plan periods. */
  addUsage(uuid: string, { type, usage, description }: UsageRow): void {
    const at = this.#allocations.find(uuid);
    if (at === undefined) return;
    const amount = parseStoredAmount(usage);
    if (type === undefined || amount === undefined || BigInt.asIntN(64, amount) !== amount) {
      this.dropUsage(uuid);
      return;
    }
    const { amounts, descriptions } = this.#columnOf(type, at);
    // Two of one type belong to two plan periods.
    if (descriptions[at] !== 0) this.dropUsage(uuid);
    amounts[at] = amount;
    descriptions[at] = this.#names.numberOf(description ?? "") + 1;
  }

  /** To be called where usage rows do not tell what is stored. */
  dropUsage(uuid: string): void {
    const at = this.#allocations.find(uuid);
    if (at !== undefined && this.#kinds[at] === STATE_AND_USAGE) this.#kinds[at] = STATE_ONLY;
  }

  get(uuid: string): ListedAllocation | undefined {
    const at = this.#allocations.find(uuid);
    if (at === undefined || this.#kinds[at] === TAKEN) return undefined;
    const state = this.#names.nameOf(this.#states[at] ?? 0);
    return { state, stored: this.#kinds[at] === STATE_AND_USAGE ? this.#storedAt(at) : undefined };
  }

  delete(uuid: string): void {
    const at = this.#allocations.find(uuid);
    if (at !== undefined) this.#kinds[at] = TAKEN;
  }

  #storedAt(at: number): Map<string, StoredUsage> {
    const stored = new Map<string, StoredUsage>();
    for (const [type, { amounts, descriptions }] of this.#columns) {
      const description = descriptions[at] ?? 0;
      if (description === 0) continue;
      stored.set(type, { amount: amounts[at] ?? 0n, description: this.#names.nameOf(description - 1) });
    }
    return stored;
  }

  #grow(): void {
    const { length } = this.#kinds;
    const kinds = this.#kinds;
    const states = this.#states;
    this.#kinds = new Uint8Array(2 * length);
    this.#kinds.set(kinds);
    this.#states = new Uint32Array(2 * length);
    this.#states.set(states);
  }

  /** The column of a component, long enough for the allocation. */
  #columnOf(type: string, at: number): Column {
    const known = this.#columns.get(type);
    if (known !== undefined && at < known.amounts.length) return known;
    const { size } = this.#allocations;
    const column = { amounts: new BigInt64Array(size), descriptions: new Uint32Array(size) };
    if (known !== undefined) {
      column.amounts.set(known.amounts);
      column.descriptions.set(known.descriptions);
    }
    this.#columns.set(type, column);
    return column;
  }
}
