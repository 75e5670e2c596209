/** Defaults of columns that follow from other columns of the row. */
import type { Given } from "../../shapes.ts";
import { uuidOf } from "./values.ts";

type From = (given: Given) => string;

/** The same as another column. */
export function as(column: string): From {
  return (given) => String(given[column]);
}

/** The same uuid for the same words in these columns. */
export function uuidFrom(kind: string, ...columns: string[]): From {
  return (given) => uuidOf(kind, ...columns.map((column) => String(given[column])));
}

/** As the servers build it: the first letters of the name, in lower case. */
export function slugOf(column: string): From {
  return (given) =>
    String(given[column])
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .slice(0, 50);
}

/** The token a user has unless the seed says another: the same in every run, 40 hex digits. */
export function tokenOf({ username }: Given): string {
  return `${uuidOf("token", String(username))}${uuidOf("token", String(username), "rest").slice(0, 8)}`;
}
