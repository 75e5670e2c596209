import { readFileSync } from "node:fs";
import { UsageError } from "./exit-codes.ts";

/**
 * @param named - What the message calls the file.
 * @throws {UsageError} It cannot be read; the message says why.
 */
export function readText(file: string, named = file): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw unreadable(named, error);
  }
}

export function unreadable(named: string, error: unknown): UsageError {
  return new UsageError(`${named} cannot be read (${whyNot(error)}).`);
}

/** Why the system does not let a file be read or written, such as `ENOENT`. */
export function whyNot(error: unknown): string {
  return String(error instanceof Error && "code" in error ? error.code : error);
}
