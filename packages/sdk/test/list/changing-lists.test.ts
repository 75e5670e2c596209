import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ConnectionError, ListChangedError } from "../../src/errors.ts";
import { Paginated } from "../../src/list/paginated.ts";
import { EVERYTHING, ModelList, type ModelRow, type Telling } from "./model-list.ts";

type Chance = () => number;
type Change = (list: ModelList, chance: Chance) => void;

/** Mostly none, and one to three often enough. */
const some = (chance: Chance): number => Math.max(0, (chance() % 8) - 4);

const leaving: Change = (list, chance) => {
  for (let n = some(chance); n > 0; n--) list.leave(chance());
};
/** Many rows at once, from the front, from the end, or nearly all. */
const collapsing: Change = (list, chance) => {
  const kind = chance() % 6;
  const many = chance() % 16;
  if (kind === 1) for (let n = many; n > 0; n--) list.leave(0);
  if (kind === 2) for (let n = many; n > 0; n--) list.leave(list.rows.length - 1);
  if (kind === 3 && many < 4) while (list.rows.length > 3) list.leave(chance());
};
const entering: Change = (list, chance) => {
  for (let n = some(chance); n > 0; n--) chance() % 3 === 0 ? list.append() : list.enter(chance());
};
/** One or the other, rows that come back, and as many going as coming, which no count shows. */
const both: Change = (list, chance) => {
  const kind = chance() % 8;
  if (kind === 1) leaving(list, chance);
  if (kind === 2) entering(list, chance);
  if (kind === 3) list.comeBack();
  if (kind === 4 || kind === 5) {
    list.leave(chance());
    kind === 4 ? list.enter(chance()) : list.append();
  }
};
const nothing: Change = () => {};

interface Case {
  readonly rows: number;
  readonly pageSize: number;
  readonly limit: number;
  readonly concurrency: number;
  readonly tells: Telling;
  readonly chance: readonly number[];
}

interface Range {
  readonly smallest?: number;
  readonly most?: number;
  readonly tells?: readonly Telling[];
}

function cases({ smallest = 1, most = 60, tells = [EVERYTHING] }: Range = {}) {
  return fc.record({
    rows: fc.nat(most),
    pageSize: fc.integer({ min: smallest, max: 24 }),
    limit: fc.integer({ min: smallest, max: 24 }),
    concurrency: fc.integer({ min: 1, max: 5 }),
    tells: fc.constantFrom(...tells),
    chance: fc.array(fc.nat(5_000), { maxLength: 250, size: "max" }),
  });
}

const UNCOUNTED: Telling[] = [
  { count: false, link: "all" },
  { count: false, link: "next" },
];
const ANY: Telling[] = [
  EVERYTHING,
  { count: true, link: "next" },
  { count: true, link: "none" },
  ...UNCOUNTED,
];

interface Outcome {
  readonly given: Case;
  readonly list: ModelList;
  readonly delivered: readonly string[];
  /** Rows that were there all the while and were not delivered. */
  readonly missed: readonly string[];
  readonly error: unknown;
}

type Reader = (list: ModelList, given: Case) => AsyncIterable<ModelRow>;
const sdk: Reader = (list, { pageSize, concurrency }) => new Paginated(list, { pageSize, concurrency });
/** Deletes what it gets from the list it reads, by dealing with it. */
const processing: Reader = async function* (list, given) {
  for await (const row of sdk(list, given)) {
    list.leaveById(row.id);
    yield row;
  }
};
/** What clients do that know of nothing: page after page while there is a next one. */
const naive: Reader = async function* (list, { pageSize }) {
  const reader = await list.open();
  for (let page: number | undefined = 1; page !== undefined; ) {
    const answer: Awaited<ReturnType<typeof reader.fetchPage>> = await reader.fetchPage({
      page,
      pageSize,
      idsOnly: false,
    });
    yield* answer?.rows ?? [];
    page = (answer?.furthest ?? 0) > page ? page + 1 : undefined;
  }
};

interface Trial {
  readonly cases: fc.Arbitrary<Case>;
  readonly change?: Change;
  readonly reader?: Reader;
  readonly fails?: (chance: Chance) => Error | undefined;
}

function property({ cases, change = nothing, reader = sdk, fails }: Trial, promise: (it: Outcome) => void) {
  return fc.asyncProperty(cases, async (given) => {
    const list = new ModelList({ ...given, change, ...(fails && { fails }) });
    const delivered: string[] = [];
    const reading = async (): Promise<void> => {
      for await (const { id } of reader(list, given)) delivered.push(id);
    };
    const error = await list.run(reading()).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    const missed = [...list.always].filter((id) => !delivered.includes(id));
    expect(new Set(delivered).size, "rows delivered once").toBe(delivered.length);
    promise({ given, list, delivered, missed, error });
  });
}

const holds = (trial: Trial, promise: (it: Outcome) => void, numRuns = 1_000): Promise<void> =>
  fc.assert(property(trial, promise), { numRuns, seed: 555_123 });

const missesNothing = ({ missed, error }: Outcome): void => {
  expect(error).toBeUndefined();
  expect(missed).toEqual([]);
};
const missesNothingSilently = ({ missed, error }: Outcome): void => {
  if (error === undefined) expect(missed).toEqual([]);
  else expect(error).toBeInstanceOf(ListChangedError);
};

describe("A list that changes while it is read", { timeout: 60_000 }, () => {
  it("loses no row, and is read to the end, while rows only leave", () =>
    holds({ cases: cases(), change: leaving }, missesNothing));

  it("loses no row, and is read to the end, while rows leave in masses", () =>
    holds({ cases: cases({ most: 150 }), change: collapsing }, missesNothing));

  it("loses no row, and is read to the end, while rows only enter", () =>
    holds({ cases: cases(), change: entering }, missesNothing));

  it("loses no row, and is read to the end, while its reader deals with each row, which then leaves", () =>
    holds({ cases: cases(), reader: processing }, (outcome) => {
      missesNothing(outcome);
      expect(outcome.list.rows).toEqual([]);
    }));

  it("loses no row while rows only enter if the server tells no count", () =>
    holds({ cases: cases({ tells: UNCOUNTED }), change: entering }, missesNothing));

  it("loses no row without an error while rows leave and enter, unless the counts of two pages hide it", async () => {
    let shown = 0;
    await holds({ cases: cases(), change: both }, (outcome) => {
      if (outcome.list.hidMoves) return;
      shown++;
      missesNothingSilently(outcome);
    });
    expect(shown).toBeGreaterThan(300);
  });

  it("never ends with fewer rows than the server counted when it was gone through last, without an error", () => {
    const countsLast = ({ list, delivered, error }: Outcome): void => {
      if (error !== undefined) return;
      const last = list.requests.slice(list.requests.findLastIndex(({ page }) => page === 1));
      const counts = last.flatMap(({ answer }) => answer?.count ?? []);
      expect(delivered.length).toBeGreaterThanOrEqual(Math.min(...counts));
    };
    // Rarely does a second look find new rows while others leave and come back.
    return holds({ cases: cases(), change: both }, countsLast, 10_000);
  });

  it("loses no row where so many leave that pages are gone on the way back, too", async () => {
    const list = new ModelList({
      rows: 12,
      limit: 2,
      change: ({ requests: { length } }) => {
        for (let n = length === 5 ? 6 : length === 9 ? 4 : 0; n > 0; n--) list.leave(0);
      },
    });
    const rows = await list.run(new Paginated(list, { pageSize: 2, concurrency: 1 }).toArray());
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([...list.always]));
  });

  it("loses no row silently where requests fail besides", () =>
    holds({ cases: cases(), change: leaving, fails: now }, ({ error, missed }) => {
      if (error === undefined) expect(missed).toEqual([]);
      else expect(error).toBeInstanceOf(ConnectionError);
    }));

  it.each([
    ["leave", leaving],
    ["enter", entering],
  ])("would lose rows to a naive reader, so that these properties can fail (rows %s)", async (_, change) => {
    const result = await fc.check(property({ cases: cases(), change, reader: naive }, missesNothing), {
      seed: 1,
    });
    expect(result.failed).toBe(true);
  });
});

describe("A list that nobody touches", { timeout: 60_000 }, () => {
  it("comes whole and in order, with one request for each of its pages, whatever the server tells", () =>
    holds({ cases: cases({ tells: ANY }) }, ({ given, list, delivered, error }) => {
      expect(error).toBeUndefined();
      expect(delivered).toEqual(list.rows.map(({ id }) => id));
      const pages = Math.max(1, Math.ceil(given.rows / Math.min(given.pageSize, given.limit)));
      expect(list.requests.map(({ page }) => page).sort((a, b) => a - b)).toEqual(
        Array.from({ length: pages }, (_, index) => index + 1),
      );
    }));

  it("ends with the error of the first page that failed, after all rows of the pages before it", () =>
    holds({ cases: cases(), fails: now }, ({ given, list, delivered, error }) => {
      if (error === undefined) return;
      if (!(error instanceof ConnectionError)) throw error;
      const { page = 0 } = error;
      const before = (page - 1) * Math.min(given.pageSize, given.limit);
      expect(delivered).toEqual(list.rows.slice(0, before).map(({ id }) => id));
    }));
});

/** A lost connection now and then. */
function now(chance: Chance): Error | undefined {
  if (chance() % 12 !== 1) return undefined;
  return new ConnectionError({
    operation: "things_list",
    method: "GET",
    path: "/api/things/",
    attempts: 4,
    maybeApplied: false,
    maybeSent: true,
    reason: "reset",
  });
}
