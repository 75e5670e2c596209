import { RequestTimeoutError, UnsupportedByServerError } from "../errors.ts";
import { withinCall } from "../http/attempt.ts";
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
 * Servers of September 2021 to November 2022 list the same as those of August 2021: there only setting a state shows the
 * difference, and says so.
 *
 * @throws {UnsupportedByServerError} A server of the years between, whose API this sdk does not speak.
 */
export async function readDialect(http: PuhuriHttp, call: Call): Promise<Dialect> {
  const { data } = await http.send(call, (api, init) => api.GET(ROOT, { ...init }));
  // Whatever serves JSON may answer there.
  const names: readonly string[] = typeof data === "object" && data !== null ? Object.keys(data) : [];
  if (names.includes("marketplace-provider-resources")) return "current";
  if (names.includes("marketplace-offerings")) return "2021";
  throw new UnsupportedByServerError(
    "This server is neither of August 2021 nor of 2024-10 or later: its provider API is one this sdk does not speak.",
    { operation: "root_list", instead: "have the server upgraded to 2024-10 or later." },
  );
}

const ROOT = "/api/";
const READING = { operation: "root_list", method: "GET", path: ROOT };

/** A call that is asking the server, and what other calls wait for: its error, or undefined when all went well. */
interface Asking {
  readonly by: Call;
  readonly ended: Promise<unknown>;
}

/**
 * Asks the server once: by the first call, and those that come meanwhile share its answer or its error.
 *
 * A failed attempt is made again by the next call.
 */
export function detectingProvider(http: PuhuriHttp): Provider {
  let known: ProviderApi | undefined;
  let asking: Asking | undefined;

  async function ask(call: Call): Promise<ProviderApi> {
    try {
      known = createProviderApi(await readDialect(http, call), http);
      return known;
    } finally {
      asking = undefined;
    }
  }

  return {
    get known() {
      return known;
    },
    async resolve(call) {
      for (;;) {
        if (known !== undefined) return known;
        if (asking === undefined) {
          const answer = ask(call);
          const ended = answer.then(
            () => undefined,
            (error: unknown) => error,
          );
          asking = { by: call, ended };
          return answer;
        }
        const { by, ended } = asking;
        const error = await withinCall(call, http.clock.now(), READING, ended);
        if (error !== undefined && !gaveUp(by, error)) throw error;
      }
    },
  };
}

/** Whether a call failed by its own caller's doing, which says nothing of the server. */
function gaveUp({ signal }: Call, error: unknown): boolean {
  return signal?.aborted === true || (error instanceof RequestTimeoutError && error.which === "total");
}
