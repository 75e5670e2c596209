import { readdirSync, readFileSync } from "node:fs";
import type { SpecDialect } from "../../src/spec/operation-index.ts";
import type { Exchange } from "./exchange.ts";

export interface RecordedExchange extends Exchange {
  /** File and title, for messages. */
  where: string;
}

interface RecordedMessage {
  headers?: Record<string, string>;
  body?: unknown;
  bodyText?: string;
}

interface Recording {
  exchanges: {
    title: string;
    request?: RecordedMessage & { method: string; path: string };
    response?: RecordedMessage & { status: number };
  }[];
}

export const SERVERS: readonly {
  directory: string;
  dialect: SpecDialect;
  exchanges: number;
  inSpec: number;
}[] = [
  { directory: "waldur-2021-08", dialect: "2021", exchanges: 375, inSpec: 322 },
  { directory: "waldur-2024-10", dialect: "current", exchanges: 582, inSpec: 551 },
];

/** Reads all exchanges of a server; changes made to its database by hand are left out. */
export function readRecordings(directory: string): RecordedExchange[] {
  const folder = new URL(`../../recordings/${directory}/`, import.meta.url);
  const files = readdirSync(folder).filter((file) => /^\d.*\.json$/.test(file));
  return files.sort().flatMap((file) => {
    const recording: Recording = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
    return recording.exchanges.flatMap(({ title, request, response }) =>
      request === undefined || response === undefined
        ? []
        : [
            {
              where: `${directory}/${file} "${title}"`,
              method: request.method,
              url: request.path,
              headers: request.headers ?? {},
              body: request.body ?? request.bodyText,
              status: response.status,
              responseHeaders: response.headers ?? {},
              responseBody: response.body ?? response.bodyText,
            },
          ],
    );
  });
}
