import type { operations } from "@puhuri/api-types";
import { InvalidArgumentError } from "../errors.ts";
import type { Call, CallOptions, KeyedQueue } from "../http/call.ts";
import type { Transport } from "../http/transport.ts";
import type { Provider } from "../servers/detect.ts";
import type { QueryOf, Server } from "../servers/server.ts";
import { requireUuid } from "../values/uuid.ts";

/** What every noun works with. */
export interface Context {
  readonly http: Transport;
  readonly provider: Provider;
  /** The server's own time zone, if the caller knows it. */
  readonly billingTimeZone: string | undefined;
  readonly random: () => number;
  /** Reports of one allocation's usage, one by one and in bulk, wait for each other. */
  readonly reportTurns: KeyedQueue;
}

/** Where a client keeps it, for functions that take the client: a copy by `{ ...puhuri }` has it, too. */
export const CONTEXT = Symbol("context of a Puhuri client");

/** @throws {InvalidArgumentError} It is not a client of this copy of the SDK. */
export function contextOf(puhuri: { readonly [CONTEXT]?: Context }): Context {
  const context = puhuri?.[CONTEXT];
  if (context !== undefined) return context;
  throw new InvalidArgumentError(
    "puhuri",
    "puhuri must be a client made by createPuhuriClient. Nothing was sent.",
  );
}

/** What all nouns of a client have in common. */
export abstract class Noun {
  /** @internal */
  readonly [CONTEXT]: Context;

  /** @internal */
  constructor(context: Context) {
    this[CONTEXT] = context;
  }
}

/** Makes a call. */
export async function calling<Result>(
  { [CONTEXT]: { http, provider } }: Noun,
  options: CallOptions | undefined,
  send: (api: Server, call: Call) => Promise<Result>,
): Promise<Result> {
  const call = http.begin(options);
  return send(await provider.resolve(call), call);
}

/** Makes a call about what has the uuid. */
export async function about<Result>(
  noun: Noun,
  uuid: string,
  options: CallOptions | undefined,
  send: (api: Server, uuid: string, call: Call) => Promise<Result>,
): Promise<Result> {
  const id = requireUuid(uuid, "uuid");
  return calling(noun, options, (api, call) => send(api, id, call));
}

/** The filters of a list operation. `fields` and the turning of pages are the list's own. */
export type Filters<Id extends keyof operations> = {
  // In this form an editor shows what the spec says of each.
  readonly [Name in keyof QueryOf<Id> as Exclude<Name, "field" | "page" | "page_size">]?:
    | OneOrMore<NonNullable<QueryOf<Id>[Name]>>
    | undefined;
};

/** A filter that the server takes several values for may be given one or more. */
type OneOrMore<Value> = Value extends readonly (infer Item)[] ? Item | readonly Item[] : Value;
