import { notAcceptable, notFound } from "./reply.ts";

/** The servers speak JSON only: `?format=` of anything else is a 404, an `Accept` without it a 406. */
export function negotiate(accept: string | null, format: string | null): void {
  if (format !== null && format !== "" && format !== "json") {
    throw notFound();
  }
  const wanted = (accept ?? "*/*").split(",").map((type) => type.split(";")[0]?.trim() ?? "");
  if (!wanted.some((type) => ["application/json", "application/*", "*/*", ""].includes(type))) {
    throw notAcceptable();
  }
}
