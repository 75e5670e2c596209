import { readFileSync } from "node:fs";
import { getSystemErrorMap } from "node:util";
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

/** Why the system refuses something, such as `no such file or directory`. Does not name the file. */
export function whyNot(error: unknown): string {
  const { errno, code = error } = Object(error);
  return getSystemErrorMap().get(errno)?.[1] ?? String(code);
}

/**
 * Reads a YAML file.
 *
 * @throws {UsageError} It cannot be read, or is not YAML.
 */
export async function readYaml(file: string, named = file): Promise<unknown> {
  const text = readText(file, named);
  // Loaded only here, since it takes as long to load as most of the program.
  const { parseDocument } = await import("yaml");
  const document = parseDocument(text);
  const [broken] = document.errors;
  if (broken === undefined) return document.toJS();
  // What is wrong is not quoted: it may be a token.
  throw new UsageError(`${named} is not YAML: look at line ${broken.linePos?.[0].line ?? 1} and above it.`);
}
