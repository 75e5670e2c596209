import { amountOf, type ComponentRule } from "./component-map.ts";
import { type Exact, isAbove, sum, ZERO } from "./exact.ts";
import { unusable } from "./lines.ts";

/** How a file names an allocation. */
export interface NamedAllocation {
  readonly by: "resource" | "backend_id";
  readonly id: string;
}

/** What one line of a file says that an allocation has used. */
export interface Figure {
  readonly line: number;
  readonly allocation: NamedAllocation;
  /** Whose part of the total it is: blank for nobody's, undefined for the total itself. */
  readonly user: string | undefined;
  /** By what is counted: a component's column, or what Slurm counts, in seconds. */
  readonly counts: ReadonlyMap<string, Exact>;
}

/** What a file says of one allocation, by component. */
export interface AllocationUsage {
  readonly allocation: NamedAllocation;
  readonly components: ReadonlyMap<string, ComponentUsage>;
}

export interface ComponentUsage {
  readonly total: Exact;
  /** By user name. */
  readonly users: ReadonlyMap<string, Exact>;
}

/** How the figures of a file are added up. */
export interface Summing {
  /** How to compute components; undefined if columns are components. */
  readonly rules: readonly ComponentRule[] | undefined;
  /** Lines hold totals: a second one of the same thing is refused, not added. */
  readonly isOnce: boolean;
  /** Totals and parts were rounded separately: if the parts add up to more than their total, their sum counts. */
  readonly isRounded: boolean;
}

interface Counted {
  total: Exact | undefined;
  readonly users: Map<string, Exact>;
}

/** Adds up what lines say of allocations, exactly. */
export class Totals {
  readonly #summing: Summing;
  readonly #counts = new Map<
    string,
    { readonly allocation: NamedAllocation; readonly counters: Map<string, Counted> }
  >();
  readonly #lines = new Map<string, number>();

  constructor(summing: Summing) {
    this.#summing = summing;
  }

  /** @throws {UsageError} An earlier line is about the same thing, and lines are not added up. */
  add(figure: Figure): void {
    const { allocation, user } = figure;
    const key = `${allocation.by} ${allocation.id}`;
    const known = this.#counts.get(key) ?? { allocation, counters: new Map<string, Counted>() };
    this.#counts.set(key, known);
    for (const [counter, count] of figure.counts) {
      if (this.#summing.isOnce) this.#requireOnce(figure, key, counter);
      const counted = known.counters.get(counter) ?? { total: undefined, users: new Map() };
      known.counters.set(counter, counted);
      if (user === undefined) counted.total = sum(counted.total ?? ZERO, count);
      else counted.users.set(user, sum(counted.users.get(user) ?? ZERO, count));
    }
  }

  #requireOnce({ line, allocation, user }: Figure, key: string, counter: string): void {
    const place = JSON.stringify([key, user, counter]);
    const before = this.#lines.get(place);
    this.#lines.set(place, line);
    if (before === undefined) return;
    const whose = user === undefined ? "" : ` of ${user}`;
    throw unusable(
      { number: line },
      `line ${before} already has ${counter}${whose} of ${allocation.id}. Amounts are the month's totals, so they are not added up.`,
    );
  }

  /** Whether a line has named an allocation, even if nothing in it counts. */
  get isAny(): boolean {
    return this.#counts.size > 0;
  }

  hasCounted(counter: string): boolean {
    return [...this.#counts.values()].some(({ counters }) => counters.has(counter));
  }

  /** What each allocation has used of the components. Leaves out components of which the file says nothing. */
  *allocations(): Generator<AllocationUsage> {
    for (const { allocation, counters } of this.#counts.values()) {
      const components = new Map<string, ComponentUsage>();
      for (const rule of this.#summing.rules ?? [...counters.keys()].map(columnRule)) {
        const counted = counters.get(rule.counter);
        if (counted !== undefined) components.set(rule.component, this.#usageOf(counted, rule));
      }
      if (components.size > 0) yield { allocation, components };
    }
  }

  #usageOf({ total, users }: Counted, rule: ComponentRule): ComponentUsage {
    const ofUsers = [...users.values()].reduce(sum, ZERO);
    const isTotal = total === undefined || (this.#summing.isRounded && isAbove(ofUsers, total));
    const named = [...users].filter(([user]) => user !== "");
    return {
      total: amountOf(rule, isTotal ? ofUsers : total),
      users: new Map(named.map(([user, count]) => [user, amountOf(rule, count)])),
    };
  }
}

const columnRule = (column: string): ComponentRule => ({
  component: column,
  counter: column,
  unitSeconds: undefined,
  divisor: { units: 1n, per: 1n },
});
