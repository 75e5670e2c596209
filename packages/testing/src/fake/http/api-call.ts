import type { Background } from "../background.ts";
import type { User } from "../entities.ts";
import type { Json } from "../json.ts";
import type { Store } from "../store.ts";

/** What a handler may use of the server. */
export interface World {
  readonly store: Store;
  readonly background: Background;
  /** Oldest current generation (2024-10) or a newest one; meaningless on 2021. */
  readonly generation: "2024-10" | "8.x";
  /** Whether lists without an order come in another one on every page. */
  readonly shiftUnorderedPages: boolean;
  now(): Date;
  /** The time as the wire prints it. */
  timestamp(): string;
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
