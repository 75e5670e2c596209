import type { paths } from "@puhuri/api-types";
import { InvalidArgumentError } from "./errors.ts";
import type { CallOptions } from "./http/call.ts";
import { KeyedQueue } from "./http/call.ts";
import { type Client, createOpenapiClient } from "./http/openapi-client.ts";
import { Transport } from "./http/transport.ts";
import { CONTEXT, type Context } from "./nouns/context.ts";
import { OfferingUsers } from "./nouns/offering-users.ts";
import { Offerings } from "./nouns/offerings.ts";
import { Orders } from "./nouns/orders.ts";
import { Resources } from "./nouns/resources.ts";
import { ServiceProviders } from "./nouns/service-providers.ts";
import { Usages } from "./nouns/usages.ts";
import { OPTION_NAMES, type PuhuriClientOptions } from "./options.ts";
import { providerOf, readDialect } from "./servers/detect.ts";
import { operationOf } from "./servers/operations.ts";
import type { Dialect } from "./servers/server.ts";
import { requireKeys, requireObject } from "./values/arguments.ts";
import { billingMonth } from "./values/billing-month.ts";

/** Everything a service provider does with Puhuri Core, by noun. */
export interface PuhuriClient {
  readonly resources: Resources;
  readonly offerings: Offerings;
  readonly usages: Usages;
  readonly offeringUsers: OfferingUsers;
  readonly orders: Orders;
  readonly serviceProviders: ServiceProviders;
  /** The raw openapi-fetch client, typed by the spec, on the same transport. It returns errors instead of throwing. */
  readonly api: Client<paths>;
  /** @internal */
  readonly [CONTEXT]: Context;
}

/**
 * Creates a client of one Puhuri Core server. Sends nothing, and loads nothing, before its first call.
 *
 * @throws {InvalidArgumentError} An option is not what it should be. Neither token nor base URL is ever printed.
 * @example
 * const puhuri = createPuhuriClient({ baseUrl: "https://puhuri.example", token: process.env.PUHURI_TOKEN ?? "" });
 */
export function createPuhuriClient(options: PuhuriClientOptions): PuhuriClient {
  requireObject(options, "options");
  requireKeys(options, OPTION_NAMES, "options");
  const { dialect = "current", billingTimeZone, random = Math.random } = options;
  if (!DIALECTS.includes(dialect)) {
    throw new InvalidArgumentError("dialect", `dialect must be one of ${DIALECTS.join(", ")}.`);
  }
  // Making a calendar takes longer than all the rest, and UTC is always there.
  if (billingTimeZone !== undefined && billingTimeZone !== "UTC") billingMonth(0, billingTimeZone);
  const http = new Transport(options, operationOf);
  const provider = providerOf(dialect, http);
  const context: Context = { http, provider, billingTimeZone, random, reportTurns: new KeyedQueue() };
  let api: Client<paths> | undefined;
  return {
    resources: new Resources(context),
    offerings: new Offerings(context),
    usages: new Usages(context),
    offeringUsers: new OfferingUsers(context),
    orders: new Orders(context),
    serviceProviders: new ServiceProviders(context),
    get api() {
      api ??= createOpenapiClient<paths>(http);
      return api;
    },
    [CONTEXT]: context,
  };
}

const DIALECTS: readonly string[] = ["current", "2021", "auto"];

/**
 * Asks a server for its generation: one read, safe to repeat.
 *
 * A server of September 2021 to November 2022 passes for one of August 2021, which it is but for `setState`: that throws
 * `UnsupportedByServerError` there.
 *
 * @throws {AuthenticationError} The token is not valid.
 * @throws {UnsupportedByServerError} A server of the years between the two generations.
 * @example
 * const dialect = await detectDialect({ baseUrl: "https://puhuri.example", token });
 * @see root_list
 */
export async function detectDialect(
  options: Omit<PuhuriClientOptions, "dialect">,
  callOptions?: CallOptions,
): Promise<Dialect> {
  const http = new Transport(options, operationOf);
  return readDialect(http, http.begin(callOptions));
}
