import type { operations, paths } from "@puhuri/api-types";
import type { Call } from "../http/call.ts";
import type { Shape } from "../http/messages.ts";
import { type Client, createOpenapiClient } from "../http/openapi-client.ts";
import type { Transport } from "../http/transport.ts";
import { pathOf } from "../http/url.ts";
import type { ListedRows } from "../list/listing.ts";
import type { StatusMessage } from "./provider-api.ts";

/** To be spread into the options of an openapi-fetch call: it then belongs to a `Call`. */
export type SendInit = { readonly fetch: (request: Request) => Promise<Response> };

/** The transport, with requests typed by the spec. */
export interface PuhuriHttp extends Pick<Transport, "begin" | "wait" | "clock" | "serverClock"> {
  /** Sends one request of a call, put together by openapi-fetch, and returns a success. Throws what `Transport.send` throws. */
  send<T>(
    call: Call,
    request: (
      api: Client<paths>,
      init: SendInit,
    ) => Promise<{ data?: T; error?: unknown; response: Response }>,
  ): Promise<{ readonly data: T; readonly response: Response }>;
}

export function createPuhuriHttp(transport: Transport): PuhuriHttp {
  let client: Client<paths> | undefined;
  return {
    clock: transport.clock,
    serverClock: transport.serverClock,
    begin: (options, totalTimeoutMs) => transport.begin(options, totalTimeoutMs),
    wait: (call, ms) => transport.wait(call, ms),
    async send<T>(
      call: Call,
      request: (api: Client<paths>, init: SendInit) => Promise<{ data?: T; response: Response }>,
    ) {
      client ??= createOpenapiClient<paths>(transport);
      let data: unknown;
      const init = {
        parseAs: "stream",
        async fetch(made: Request) {
          const reply = await transport.send(made, call, shapeOf(made, transport));
          ({ data } = reply);
          return reply.response;
        },
      };
      const { response } = await request(client, init);
      return { data: data as T, response };
    },
  };
}

function shapeOf({ method, url }: Request, { settings }: Transport): Shape {
  const path = pathOf(url, settings.baseUrl);
  if (path === "/api/marketplace-offering-users/" && method === "POST") return "object";
  if (method !== "GET" || path === "/api/") return undefined;
  return path.endsWith("/{uuid}/") ? "object" : "objects";
}

/** The query of an operation as the spec has it. */
export type Query<Id extends keyof operations> = operations[Id] extends { parameters: { query?: infer Q } }
  ? NonNullable<Q>
  : never;

type FieldOf<Id extends keyof operations> = Query<Id> extends { field?: (infer Field)[] } ? Field : never;

/** The query for columns the sdk itself reads: one that the spec does not know does not compile. */
export function fieldQuery<Id extends keyof operations>(
  columns: readonly FieldOf<Id>[],
): { field: FieldOf<Id>[] } {
  return { field: [...columns] };
}

/** The query for the columns a caller has chosen, which have been checked; an empty one for whole rows. */
export function chosenFields<Field extends string>(
  known: readonly Field[],
  columns: readonly string[] | undefined,
): { field?: Field[] } {
  return columns === undefined ? {} : { field: known.filter((field) => columns.includes(field)) };
}

/** A list's answer as a page. */
export async function pageOf(
  answer: Promise<{ data: readonly object[]; response: Response }>,
): Promise<ListedRows> {
  const { data, response } = await answer;
  return { rows: data, headers: response.headers };
}

/** What an answer without a body says: the number of rows, for one. */
export async function headersOf(answer: Promise<{ response: Response }>): Promise<Headers> {
  return (await answer).response.headers;
}

/** The server's word on a write it has carried out: some answer with a bare text, and some with nothing. */
export function statusOf(data: unknown): StatusMessage {
  if (typeof data === "object" && data !== null && "status" in data)
    return { ...data, status: String(data.status) };
  return { status: typeof data === "string" ? data : "" };
}
