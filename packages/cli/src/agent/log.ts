import { wordsOf } from "../output/message.ts";
import { visible } from "../output/terminal.ts";
import type { Output } from "../world.ts";

export type Level = "debug" | "info" | "warn" | "error";

/** What a line is about: `allocation` is the uuid that follows one allocation through all of its lines. */
export interface LogFields {
  readonly offering?: string | undefined;
  readonly allocation?: string | undefined;
  readonly [field: string]: unknown;
}

/** Writes a line of the log. */
export type Log = (level: Level, message: string, fields?: LogFields) => void;

/** A log with one JSON object per line; or with lines for people, who are spared the level `debug`. */
export function createLog(output: Output, form: "json" | "pretty", now: () => Date): Log {
  return (level, message, fields = {}) => {
    const known = Object.entries(fields).filter(([, value]) => value !== undefined);
    const time = now().toISOString();
    if (form === "json") {
      output.write(`${JSON.stringify({ time, level, message, ...Object.fromEntries(known) })}\n`);
    } else if (level !== "debug") {
      const about = known.map(([name, value]) => `${name}=${textOf(value)}`);
      output.write(
        `${[`${time.slice(0, 19)}Z`, level.toUpperCase().padEnd(5), visible(message), ...about].join(" ")}\n`,
      );
    }
  };
}

function textOf(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return /^[\w.:+/-]+$/.test(text) ? text : JSON.stringify(text);
}

/** An error as fields of the log: what went wrong, with its cause, and the code. */
export function errorFields(error: unknown): { readonly error: string; readonly code?: string } {
  const { code, cause } = Object(error);
  // Of a token that cannot be read, the cause is all there is to say.
  const more = cause instanceof Error && code !== "token" ? ` (${wordsOf(cause)})` : "";
  const words = `${wordsOf(error)}${more}`;
  return typeof code === "string" ? { error: words, code } : { error: words };
}
