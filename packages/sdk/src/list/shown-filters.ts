import { UnsupportedByServerError } from "../errors.ts";
import { parseUuid } from "../values/uuid.ts";
import type { Listing, WireQuery } from "./listing.ts";

/** The filters of a query that must show in the rows: some servers take no notice of them. */
export class ShownFilters {
  readonly #operation: string;
  readonly #shown: readonly {
    readonly name: string;
    readonly column: string;
    readonly values: readonly string[];
  }[];

  constructor({ shownBy }: Listing, filters: WireQuery, operation: string) {
    this.#operation = operation;
    this.#shown = Object.entries(shownBy).flatMap(([name, column]) => {
      const value = filters[name];
      return value === undefined || column === undefined ? [] : [{ name, column, values: valuesOf(value) }];
    });
  }

  /** Columns that have to be read for it. */
  get columns(): readonly string[] {
    return this.#shown.map(({ column }) => column);
  }

  /** @throws {UnsupportedByServerError} A row is not what was asked for. */
  check(rows: readonly object[]): void {
    for (const { name, column, values } of this.#shown) {
      if (rows.every((row) => values.includes(cellOf(row, column)))) continue;
      throw new UnsupportedByServerError(
        `This server takes no notice of the filter "${name}" and lists everything, as servers before 8.x do.`,
        {
          operation: this.#operation,
          instead: `leave "${name}" out, and compare the column ${column} of each row yourself.`,
        },
      );
    }
  }
}

function cellOf(row: object, column: string): string {
  const cell: unknown = Reflect.get(row, column);
  return parseUuid(cell) ?? String(cell);
}

/** Lists of values come as arrays, or with commas between them; uuids with dashes, which no column has. */
function valuesOf(value: WireQuery[string]): readonly string[] {
  const whole = [value].flat().map(String);
  const parts = whole.flatMap((text) => text.split(",")).map((part) => part.trim());
  return [...whole, ...parts.map((part) => parseUuid(part) ?? part)];
}
