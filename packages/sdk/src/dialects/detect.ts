import { UnsupportedByServerError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { current } from "./current.ts";
import { documented2021 } from "./documented-2021.ts";
import type { Provider } from "./provider.ts";
import type { Dialect, ProviderApi } from "./provider-api.ts";
import type { PuhuriHttp } from "./wire.ts";

/** The api of a generation. */
export function createProviderApi(dialect: Dialect, http: PuhuriHttp): ProviderApi {
  return dialect === "2021" ? documented2021(http) : current(http);
}

/**
 * Finds out a server's generation by its list of endpoints: one read, which any valid token may do.
 *
 * @throws {UnsupportedByServerError} A server of the years between, whose API this sdk does not speak.
 */
export async function readDialect(http: PuhuriHttp, call: Call): Promise<Dialect> {
  const { data } = await http.send(call, (api, init) => api.GET("/api/", { ...init }));
  if ("marketplace-provider-resources" in data) return "current";
  if ("marketplace-offerings" in data) return "2021";
  throw new UnsupportedByServerError(
    "This server is neither of August 2021 nor of 2024-10 or later: its provider API is one this sdk does not speak.",
    { operation: "root_list", instead: "have the server upgraded to 2024-10 or later." },
  );
}

/** Asks the server once, on the first call; a failed attempt is made again by the next call. */
export function detectingProvider(http: PuhuriHttp): Provider {
  let known: ProviderApi | undefined;
  return {
    get known() {
      return known;
    },
    async resolve(call) {
      known ??= createProviderApi(await readDialect(http, call), http);
      return known;
    },
  };
}
