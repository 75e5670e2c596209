import type { Provider } from "../dialects/provider.ts";
import type { PuhuriHttp } from "../dialects/wire.ts";
import { InvalidArgumentError } from "../errors.ts";
import type { Turns } from "../workflows/turns.ts";

/** What every noun works with. */
export interface Context {
  readonly http: PuhuriHttp;
  readonly provider: Provider;
  /** The time zone in which the server counts its months. */
  readonly billingTimeZone: string;
  readonly random: () => number;
  /** Reports of one allocation's usage, one by one and in bulk, wait for each other. */
  readonly reportTurns: Turns;
}

const contexts = new WeakMap<object, Context>();

/** Notes what a client works with, by one of its nouns: for functions that take the client, or what is wrapped around it. */
export function keepContext(noun: object, context: Context): void {
  contexts.set(noun, context);
}

/** @throws {InvalidArgumentError} It is no noun of a client of this copy of the sdk. */
export function contextOf(noun: object): Context {
  const context = contexts.get(noun);
  if (context !== undefined) return context;
  throw new InvalidArgumentError(
    "puhuri",
    "puhuri must be a client made by createPuhuriClient. Nothing was sent.",
  );
}
