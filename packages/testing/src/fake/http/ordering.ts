import { badRequest } from "./reply.ts";

export type Orderings<Row> = Readonly<Record<string, (a: Row, b: Row) => number>>;

/** Sorts by `o=name` or `o=-name,created`; a name the list does not know is refused. Ties keep their order. */
export function applyOrdering<Row>(
  rows: readonly Row[],
  orderings: Orderings<Row>,
  query: URLSearchParams,
): Row[] {
  const names = (query.getAll("o").at(-1) ?? "").split(",").filter((name) => name !== "");
  const comparisons = names.map((name) => {
    const compare = orderings[name.replace(/^-/, "")];
    if (compare === undefined) {
      throw badRequest({ o: [`Select a valid choice. ${name} is not one of the available choices.`] });
    }
    return name.startsWith("-") ? (a: Row, b: Row) => compare(b, a) : compare;
  });
  return rows.toSorted((a, b) => {
    for (const compare of comparisons) {
      const difference = compare(a, b);
      if (difference !== 0) {
        return difference;
      }
    }
    return 0;
  });
}

export function byText<Row>(column: (row: Row) => string): (a: Row, b: Row) => number {
  return (a, b) => (column(a) < column(b) ? -1 : column(a) > column(b) ? 1 : 0);
}
