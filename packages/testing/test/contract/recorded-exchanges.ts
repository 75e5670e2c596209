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

/** What was recorded of a server, sitting by sitting. */
export const SERVERS: readonly { dialect: SpecDialect; directories: readonly string[] }[] = [
  { dialect: "2021", directories: ["waldur-2021-08", "waldur-2021-08-billing"] },
  { dialect: "current", directories: ["waldur-2024-10", "waldur-2024-10-worker"] },
];

/** Reads all exchanges of a server; changes made to its database by hand are left out. */
export function readRecordings(directories: readonly string[]): RecordedExchange[] {
  return directories.flatMap(readSitting);
}

function readSitting(directory: string): RecordedExchange[] {
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
