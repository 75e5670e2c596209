import type { ApiCall } from "./api-call.ts";
import { notFound } from "./reply.ts";

const DEFAULT_PAGE_SIZE = 10;
const MAX_PAGE_SIZE = 300;

export interface Page<Row> {
  readonly rows: Row[];
  readonly headers: Record<string, string>;
}

/** Cuts one page out of the rows, with `X-Result-Count` and `Link` as the servers write them. */
export function pageOf<Row>(rows: readonly Row[], call: ApiCall): Page<Row> {
  const size = pageSize(call.query.get("page_size"));
  const last = Math.max(1, Math.ceil(rows.length / size));
  const page = pageNumber(call.query.get("page"), last);
  return {
    rows: rows.slice((page - 1) * size, page * size),
    headers: { "X-Result-Count": String(rows.length), Link: linkHeader(call.url, page, last) },
  };
}

/** Too much is clamped, rubbish falls back to the default; neither is an error. */
function pageSize(text: string | null): number {
  const size = text !== null && /^\s*\+?\d+\s*$/.test(text) ? Number(text) : 0;
  return size === 0 ? DEFAULT_PAGE_SIZE : Math.min(size, MAX_PAGE_SIZE);
}

function pageNumber(text: string | null, last: number): number {
  if (text === "last") {
    return last;
  }
  const page = text === null ? 1 : /^\s*\+?\d+\s*$/.test(text) ? Number(text) : 0;
  if (page < 1 || page > last) {
    throw notFound("Invalid page.");
  }
  return page;
}

function linkHeader(url: URL, page: number, last: number): string {
  const links = [link(url, 1, "first")];
  if (page > 1) {
    links.push(link(url, page - 1, "prev"));
  }
  if (page < last) {
    links.push(link(url, page + 1, "next"));
  }
  links.push(link(url, last, "last"));
  return links.join(", ");
}

/** The query comes back sorted by name and encoded anew; page 1 has no `page`. */
function link(url: URL, page: number, rel: string): string {
  const pairs = [...url.searchParams].filter(([name]) => name !== "page");
  if (page > 1) {
    pairs.push(["page", String(page)]);
  }
  pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
  return `<${url.origin}${url.pathname}${query === "" ? "" : `?${query}`}>; rel="${rel}"`;
}

/** Python's quote_plus. */
function encode(text: string): string {
  return encodeURIComponent(text)
    .replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");
}
