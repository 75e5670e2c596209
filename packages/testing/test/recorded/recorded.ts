/** Reading a recorded server state: typed access to rows of recorded lists. */

import { SeedError } from "../../src/errors.ts";
import { isJsonObject, type Json, type JsonObject } from "../../src/fake/state/values.ts";

/** One recorded file; see the README beside the recordings. */
export interface RecordedFile {
  readonly topic: string;
  readonly startsFromSeed: boolean;
  readonly exchanges: readonly RecordedStep[];
}

/** An exchange, or, with `setup`, a change made to the database by hand between two. */
export interface RecordedStep {
  readonly setup?: string;
  readonly resource?: string;
  readonly state?: string;
  readonly planPeriod?: string;
  readonly reset?: boolean;
  /** Table to rows, as they were afterwards. */
  readonly rows?: JsonObject;
  readonly title?: string;
  readonly as?: string;
  readonly request?: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: Json;
    readonly bodyText?: string;
  };
  readonly response?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: Json;
    readonly bodyText?: string;
  };
}

/** The seeded state of a recorded server: everything staff saw, and the labels. */
export interface RecordedServer {
  readonly initialState: RecordedFile;
  readonly scenario: JsonObject;
}

/** All rows of a recorded list, its pages put together. */
export function recordedRows(file: RecordedFile, path: string): JsonObject[] {
  return file.exchanges
    .filter((step) => step.request?.path.split("?")[0] === path)
    .flatMap((step) => (Array.isArray(step.response?.body) ? step.response.body : []))
    .filter(isJsonObject);
}

export function textOf(row: JsonObject, key: string): string {
  const value = row[key];
  if (typeof value !== "string") {
    throw new SeedError(key, `a recorded row has ${JSON.stringify(value)} where text was expected`);
  }
  return value;
}

export function textOrNull(row: JsonObject, key: string): string | null {
  return row[key] === null || row[key] === undefined ? null : textOf(row, key);
}

export function numberOf(row: JsonObject, key: string): number {
  const value = row[key];
  if (typeof value !== "number") {
    throw new SeedError(key, `a recorded row has ${JSON.stringify(value)} where a number was expected`);
  }
  return value;
}

export function numberOrNull(row: JsonObject, key: string): number | null {
  return row[key] === null || row[key] === undefined ? null : numberOf(row, key);
}

export function isTrue(row: JsonObject, key: string): boolean {
  return row[key] === true;
}

export function objectOf(row: JsonObject, key: string): JsonObject {
  const value = row[key];
  return isJsonObject(value) ? value : {};
}

export function rowsOf(row: JsonObject, key: string): JsonObject[] {
  const value = row[key];
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

export function numbersOf(row: JsonObject, key: string): Record<string, number> {
  const entries = Object.entries(objectOf(row, key));
  return Object.fromEntries(entries.map(([name, value]) => [name, Number(value)]));
}

/** The uuid in an object's URL. */
export function uuidInUrl(row: JsonObject, key: string): string {
  return textOf(row, key).split("/").filter(Boolean).at(-1) ?? "";
}
