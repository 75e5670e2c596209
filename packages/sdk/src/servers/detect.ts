import type { paths } from "@puhuri/api-types";
import { PermissionDeniedError, RequestTimeoutError, UnsupportedByServerError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { withinCall } from "../http/call.ts";
import type { Transport } from "../http/transport.ts";
import { currentServer } from "./current.ts";
import { createRequests } from "./requests.ts";
import type { Dialect, Server } from "./server.ts";

/** Where the server of a client comes from: known from the start, or found out by the first call. */
export interface Provider {
  /** The server, if it is known without asking it or loading anything. */
  readonly known: Server | undefined;
  /** The server; the first call may have to ask it, later ones do not. */
  resolve(call: Call): Promise<Server> | Server;
}

/** A server of a generation; what only 2021 needs is loaded only for it. */
async function createServer(dialect: Dialect, transport: Transport): Promise<Server> {
  if (dialect === "current") return currentServer(transport);
  const { server2021 } = await import("./server-2021.ts");
  return server2021(transport);
}

/** Where a client of that dialect gets its server from. */
export function providerOf(dialect: Dialect | "auto", transport: Transport): Provider {
  if (dialect === "auto") return detectingProvider(transport);
  if (dialect === "current") {
    const known = currentServer(transport);
    return { known, resolve: () => known };
  }
  let loading: Promise<Server> | undefined;
  return {
    known: undefined,
    resolve() {
      loading ??= createServer(dialect, transport);
      return loading;
    },
  };
}

/**
 * Finds out a server's generation by its list of endpoints: one read, which any valid token may do.
 *
 * Servers of September 2021 to November 2022 list the same as those of August 2021: there only setting a state shows the
 * difference, and says so.
 *
 * @throws {UnsupportedByServerError} A server of the years between, whose API this sdk does not speak.
 */
export async function readDialect(transport: Transport, call: Call): Promise<Dialect> {
  const names = Object.keys(await createRequests<paths>(transport).get(call, ROOT, {}));
  if (names.includes("marketplace-provider-resources")) return "current";
  if (names.includes("marketplace-offerings")) return "2021";
  throw new UnsupportedByServerError(
    "This server is neither of August 2021 nor of 2024-10 or later, and this SDK does not speak its provider API.",
    { operation: "root_list", instead: "have the server upgraded to 2024-10 or later." },
  );
}

/** Which server one speaks to. */
export interface ServerFacts {
  readonly dialect: Dialect;
  /** As in `8.1.3`; undefined where the server does not tell a provider. */
  readonly version: string | undefined;
}

/** The same, with the version of those that tell it. */
export async function readServer(transport: Transport, call: Call): Promise<ServerFacts> {
  const dialect = await readDialect(transport, call);
  if (dialect === "2021") return { dialect, version: undefined };
  try {
    const { version } = await createRequests<paths>(transport).get(call, "/api/version/", {});
    return { dialect, version };
  } catch (error) {
    // 2024-10 tells its staff only.
    if (error instanceof PermissionDeniedError) return { dialect, version: undefined };
    throw error;
  }
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
function detectingProvider(transport: Transport): Provider {
  let known: Server | undefined;
  let asking: Asking | undefined;

  async function ask(call: Call): Promise<Server> {
    try {
      known = await createServer(await readDialect(transport, call), transport);
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
        const error = await withinCall(call, transport.clock.now(), READING, ended);
        if (error !== undefined && !gaveUp(by, error)) throw error;
      }
    },
  };
}

/** Whether a call failed by its own caller's doing, which says nothing of the server. */
function gaveUp({ signal }: Call, error: unknown): boolean {
  return signal?.aborted === true || (error instanceof RequestTimeoutError && error.which === "total");
}
