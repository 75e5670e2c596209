import { KeyedQueue } from "../../src/http/call.ts";
import { Transport } from "../../src/http/transport.ts";
import type { Dialect } from "../../src/index.ts";
import type { Context } from "../../src/nouns/context.ts";
import { currentServer, providerOf } from "../../src/servers/detect.ts";
import { operationOf } from "../../src/servers/operations.ts";
import { createRequests } from "../../src/servers/requests.ts";
import type { Server } from "../../src/servers/server.ts";
import { server2021 } from "../../src/servers/server-2021.ts";

/** Answers a request with the path and query of `line`, such as `GET /api/?page=1`. */
export type Answer = (line: string, init: RequestInit) => Response | Promise<Response>;

export interface Answering {
  readonly http: Transport;
  readonly context: Context;
  /** What was sent, as `GET /api/?page=1`. */
  readonly sent: readonly string[];
}

/** What nouns and dialects work with, on a server that is one function. Waits take no time. */
export function answering(dialect: Dialect | "auto", answer: Answer): Answering {
  const sent: string[] = [];
  let now = Date.UTC(2026, 10, 23, 12);
  const options = {
    baseUrl: "https://puhuri.test",
    token: "any",
    random: () => 0.5,
    clock: {
      now: () => now,
      sleep: async (ms: number) => {
        now += ms;
      },
    },
    fetch: async (url: string, init: RequestInit) => {
      const line = `${init.method} ${url.replace("https://puhuri.test", "")}`;
      sent.push(line);
      return answer(line, init);
    },
  };
  const http = new Transport(options, operationOf);
  const provider = providerOf(dialect, http);
  const context = {
    http,
    provider,
    billingTimeZone: "UTC",
    random: () => 0.5,
    reportTurns: new KeyedQueue(),
  };
  return { http, context, sent };
}

/** A server of that generation, at once. */
export function createServer(dialect: Dialect, http: Transport): Server {
  const requests = createRequests(http);
  return dialect === "2021" ? server2021(requests) : currentServer(requests);
}
