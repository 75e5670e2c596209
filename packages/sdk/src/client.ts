import type { paths } from "@puhuri/api-types";
import { type CallOptions, KeyedQueue } from "./http/call.ts";
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
import { providerOf, readServer, type ServerFacts } from "./servers/detect.ts";
import { operationOf } from "./servers/operations.ts";
import { requireKeys, requireObject, requireOneOf } from "./values/arguments.ts";
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
  /**
   * Asks the server which one it is, whatever `dialect` says. Sends one read, to current servers two. Safe to repeat.
   *
   * Servers of September 2021 to November 2022 count as those of August 2021. They differ in `setState` only, which throws
   * `UnsupportedByServerError` there.
   *
   * @returns Its generation, and its version, which a provider can read from 8.0 on.
   * @throws {AuthenticationError} The token is not valid.
   * @throws {UnsupportedByServerError} The server is of the years between the two generations.
   * @example
   * const { dialect, version } = await puhuri.server();
   * console.log(dialect, version); // "current", "8.1.3"
   * @see root_list, version_get
   */
  server(options?: CallOptions): Promise<ServerFacts>;
  /** @internal */
  readonly [CONTEXT]: Context;
}

/**
 * Creates a client of one Puhuri Core server. It sends nothing before its first call.
 *
 * @throws {InvalidArgumentError} An option is wrong. Token and base URL are never printed.
 * @example
 * const puhuri = createPuhuriClient({ baseUrl: "https://puhuri.example", token: process.env.PUHURI_TOKEN ?? "" });
 */
export function createPuhuriClient(options: PuhuriClientOptions): PuhuriClient {
  requireObject(options, "options");
  requireKeys(options, OPTION_NAMES, "options");
  const { dialect = "current", billingTimeZone, random = Math.random } = options;
  requireOneOf(dialect, ["current", "2021", "auto"], "dialect");
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
      api ??= createOpenapiClient<paths>(http.settings.baseUrl, (request) => http.fetch(request));
      return api;
    },
    server: async (options) => readServer(http, http.begin(options)),
    [CONTEXT]: context,
  };
}
