import type { User } from "../state/people.ts";
import type { Store } from "../state/store.ts";
import type { Json } from "../state/values.ts";
import type { Generation } from "../state/words.ts";
import type { Worker } from "../worker.ts";

/** What handlers and rules may use of the server. */
export interface World {
  readonly store: Store;
  readonly worker: Worker;
  readonly generation: Generation;
  /** Whether the server is at least this new. */
  since(first: Generation): boolean;
  now(): Date;
  /** The time as the wire prints it. */
  timestamp(): string;
  /** The day by the server's clock, `YYYY-MM-DD`. */
  today(): string;
  /** First day of the month a report counts for, `YYYY-MM-01`; without a time, of this month. */
  month(time?: Date): string;
  newUuid(): string;
}

/** One request on its way through a handler. */
export interface ApiCall {
  readonly world: World;
  readonly store: Store;
  readonly method: string;
  readonly url: URL;
  readonly query: URLSearchParams;
  /** Named parts of the path. */
  readonly params: Readonly<Record<string, string>>;
  /** Who asks; null only on public routes. */
  readonly caller: User | null;
  /** The parsed body; throws the 400 or 415 Django REST framework answers. Read it after permissions. */
  body(): Json;
}

/** Who asks, on a route that needs a token. */
export function callerOf(call: ApiCall): User {
  if (call.caller === null) {
    throw new Error(`${call.url.pathname} is public: it must not rely on a caller.`);
  }
  return call.caller;
}

/** Absolute URL of an API path on the origin that was asked, as the server prints it. */
export function urlOf(call: ApiCall, path: string): string {
  return `${call.url.origin}/api/${path}`;
}

/** Changes columns of a row, as of now. */
export function change<Row extends { modified: string }>(
  world: World,
  row: Row,
  columns: Partial<Omit<Row, "modified">>,
): void {
  Object.assign(row, columns, { modified: world.timestamp() });
}
