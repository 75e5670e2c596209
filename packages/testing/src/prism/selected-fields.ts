import type { PrismResponse } from "./exchange.ts";
import type { Operation } from "./load-prism.ts";

/** The body with only the columns that `field=` asks for, as the servers send it; the examples are whole rows. */
export function withSelectedFields(
  { statusCode, body }: PrismResponse,
  url: URL,
  operation: Operation,
): unknown {
  const takesFields = operation.request?.query?.some((parameter) => parameter.name === "field");
  const fields = url.searchParams.getAll("field");
  if (statusCode !== 200 || !takesFields || fields.length === 0) return body;
  return Array.isArray(body) ? body.map((row) => selected(row, fields)) : selected(body, fields);
}

function selected(row: unknown, fields: readonly string[]): unknown {
  if (typeof row !== "object" || row === null) return row;
  return Object.fromEntries(Object.entries(row).filter(([name]) => fields.includes(name)));
}
