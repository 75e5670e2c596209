import { type ListFilter, listFilters } from "@puhuri/api-types/tables";
import { compareTexts, compareTimestamps, type Json, type JsonObject } from "../state/values.ts";
import type { Generation } from "../state/words.ts";
import type { ApiCall } from "./call.ts";
import { type Column, type Columns, columnNamed, render, selectedColumns, specified } from "./columns.ts";
import { type Filters, parseFilters } from "./filters.ts";
import { type ByGeneration, table } from "./generations.ts";
import { badRequest, notFound, ok, type Reply, ServerCrash } from "./reply.ts";

export type Ordering<Row> = (a: Row, b: Row, call: ApiCall) => number;
export type Orderings<Row> = Readonly<Record<string, Ordering<Row> | undefined>>;

/** How a kind of row is listed and shown. */
export interface Listing<Row> {
  readonly columns: ByGeneration<Columns<Row>>;
  readonly filters?: ByGeneration<Filters<Row>>;
  /** How rows come without `o`, and with it where that leaves ties. Default: as they were added. */
  readonly sorted?: ByGeneration<Ordering<Row> | undefined>;
  /** Without any, the list does not look at `o`. */
  readonly orderings?: ByGeneration<Orderings<Row>>;
  /** The first generation in which `field=` has an effect on this list. Default: all. */
  readonly selectableSince?: Generation;
  /** Columns that are there whatever `field=` says. */
  readonly always?: ByGeneration<readonly string[]>;
}

const DEFAULT_PAGE_SIZE = 10;
const MAX_PAGE_SIZE = 300;

/** Answers a list: filtered, ordered, one page of it, only the columns asked for. All mistakes are named at once. */
export function list<Row>(rows: readonly Row[], listing: Listing<Row>, call: ApiCall): Reply {
  const { generation } = call.world;
  const { tests, errors } = parseFilters(listing.filters?.(generation) ?? {}, call.query);
  const comparisons = parseOrdering(listing.orderings?.(generation) ?? {}, call, errors);
  if (Object.keys(errors).length > 0) {
    throw badRequest(errors);
  }
  const found = rows.filter((row) => tests.every((test) => test(row, call)));
  const ordered = sorted(found, [...comparisons, listing.sorted?.(generation)], call);
  const size = pageSize(last(call.query, "page_size"));
  const lastPage = Math.max(1, Math.ceil(ordered.length / size));
  const page = pageNumber(last(call.query, "page"), lastPage);
  const columns = listing.columns(generation);
  const only = shownColumns(listing, call);
  return ok(
    ordered.slice((page - 1) * size, page * size).map((row) => render(columns, row, call, only)),
    { "X-Result-Count": String(ordered.length), Link: linkHeader(call.url, page, lastPage) },
  );
}

/** Answers one row, only the columns asked for. */
export function show<Row>(row: Row, listing: Listing<Row>, call: ApiCall): Reply {
  return ok(render(listing.columns(call.world.generation), row, call, shownColumns(listing, call)));
}

function shownColumns<Row>(
  listing: Listing<Row>,
  { world, query }: ApiCall,
): ReadonlySet<string> | undefined {
  if (!world.since(listing.selectableSince ?? "2021")) return undefined;
  const selected = selectedColumns(listing.columns(world.generation), query);
  return selected === undefined
    ? undefined
    : new Set([...selected, ...(listing.always?.(world.generation) ?? [])]);
}

/** By `o=name` or `o=-name,created`. A name that is empty is one nobody looks up. */
function parseOrdering<Row>(orderings: Orderings<Row>, call: ApiCall, errors: JsonObject): Ordering<Row>[] {
  const asked = last(call.query, "o");
  if (Object.keys(orderings).length === 0 || asked === null || asked === "") return [];
  const comparisons: Ordering<Row>[] = [];
  for (const name of asked.split(",")) {
    if (name === "") throw new ServerCrash();
    const bare = name.replace(/^-/, "");
    const compare = Object.hasOwn(orderings, bare) ? orderings[bare] : undefined;
    if (compare === undefined) {
      errors.o = [`Select a valid choice. ${name} is not one of the available choices.`];
      return [];
    }
    comparisons.push(name.startsWith("-") ? (a, b) => compare(b, a, call) : compare);
  }
  return comparisons;
}

/** Rows by the first order that tells two of them apart; ties keep their places. */
function sorted<Row>(rows: Row[], orders: readonly (Ordering<Row> | undefined)[], call: ApiCall): Row[] {
  const [first, ...others] = orders.filter((order) => order !== undefined);
  if (first === undefined) return rows;
  return rows.toSorted((a, b) =>
    others.reduce((difference, order) => difference || order(a, b, call), first(a, b, call)),
  );
}

/** Goes by a column, or by what else a row comes to; null comes last. */
export function by<Row>(column: Column<Row>): Ordering<Row> {
  return (a, b, call) => compareValues(column(a, call) ?? null, column(b, call) ?? null);
}

type Lists = typeof listFilters;
type OrderOf<List> = List extends { readonly o: { readonly of: readonly (infer Word)[] } }
  ? Word & string
  : never;

/**
 * The orders that the spec has of a list. They go by the columns they are named after, states as they follow one another;
 * `own` are those that go by something else, `older` how older servers have them.
 */
export function orderingsOf<Kind extends keyof Lists, Row extends object>(
  kind: Kind,
  columns: ByGeneration<Columns<Row>>,
  own?: Readonly<Partial<Record<OrderOf<Lists[Kind]>, Ordering<Row>>>>,
  ...older: ByGeneration<Orderings<Row> | undefined>[]
): ByGeneration<Orderings<Row>> {
  const known: Orderings<Row> = own ?? {};
  return table<Orderings<Row>>(
    (generation) => {
      const filters = Object.fromEntries(specified<ListFilter>(listFilters, kind, generation));
      const orderNamed = (name: string): Ordering<Row> =>
        known[name] ?? orderBy(columnNamed(columns(generation), name), filters[name]?.of);
      return Object.fromEntries((filters.o?.of ?? []).map((name) => [name, orderNamed(name)]));
    },
    ...older,
  );
}

function orderBy<Row>(column: Column<Row>, words: readonly string[] | undefined): Ordering<Row> {
  if (words === undefined) return by(column);
  const places = new Map<Json | undefined, number>(words.map((word, place) => [word, place]));
  return by((row, call) => places.get(column(row, call)) ?? -1);
}

function compareValues(a: Json, b: Json): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return typeof a === "string" && typeof b === "string" ? compareTimestamps(a, b) : Number(a) - Number(b);
}

/** Django takes the last of several values of a parameter that can have only one. */
function last(query: URLSearchParams, name: string): string | null {
  return query.getAll(name).at(-1) ?? null;
}

/** Too much is clamped, rubbish falls back to the default; neither is an error. */
function pageSize(text: string | null): number {
  const size = wholeNumber(text);
  return size === 0 ? DEFAULT_PAGE_SIZE : Math.min(size, MAX_PAGE_SIZE);
}

function pageNumber(text: string | null, lastPage: number): number {
  if (text === "last") return lastPage;
  const page = text === null ? 1 : wholeNumber(text);
  if (page < 1 || page > lastPage) {
    throw notFound("Invalid page.");
  }
  return page;
}

/** 0 where it is none. */
function wholeNumber(text: string | null): number {
  return /^\s*\+?\d+\s*$/.test(text ?? "") ? Number(text) : 0;
}

function linkHeader(url: URL, page: number, lastPage: number): string {
  const links = [link(url, 1, "first")];
  if (page > 1) links.push(link(url, page - 1, "prev"));
  if (page < lastPage) links.push(link(url, page + 1, "next"));
  links.push(link(url, lastPage, "last"));
  return links.join(", ");
}

/** The query comes back sorted by name and encoded anew; page 1 has no `page`. */
function link(url: URL, page: number, rel: string): string {
  const pairs = [...url.searchParams].filter(([name]) => name !== "page");
  if (page > 1) pairs.push(["page", String(page)]);
  pairs.sort(([a], [b]) => compareTexts(a, b));
  const query = pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
  return `<${url.origin}${url.pathname}${query === "" ? "" : `?${query}`}>; rel="${rel}"`;
}

/** Python's quote_plus. */
function encode(text: string): string {
  return encodeURIComponent(text)
    .replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");
}
