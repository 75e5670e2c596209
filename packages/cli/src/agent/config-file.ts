import { isMap, isPair, LineCounter, parseDocument } from "yaml";
import type { ZodType } from "zod";
import { UsageError } from "../exit-codes.ts";
import { readText } from "../files.ts";

/** One mistake in the file: where it is, and what is wrong. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * Reads a YAML file and checks it.
 *
 * @param review - Finds mistakes that the schema cannot describe.
 * @throws {UsageError} The file cannot be read, or is wrong: the message names line and key of each fault.
 */
export function readYaml<T>(file: string, schema: ZodType<T>, review: (value: T) => readonly Fault[]): T {
  const lines = new LineCounter();
  const document = parseDocument(readText(file), { lineCounter: lines, merge: true });
  const [broken] = document.errors;
  if (broken !== undefined) {
    throw new UsageError(`${file}:${broken.linePos?.[0].line ?? 1}: ${broken.message.split("\n")[0]}`);
  }
  const lineOf = (path: readonly PropertyKey[]) => {
    // A missing key has no line: its parent's is the next best.
    for (let known = [...path]; known.length > 0; known = known.slice(0, -1)) {
      const map = document.getIn(known.slice(0, -1), true);
      const key = known.at(-1);
      const pair = isMap(map)
        ? map.items.find((item) => isPair(item) && Object(item.key).value === key)
        : undefined;
      const node = Object(pair?.key ?? document.getIn(known, true));
      if (Array.isArray(node.range)) return lines.linePos(Number(node.range[0])).line;
    }
    return 1;
  };
  const parsed = schema.safeParse(document.toJS(), { reportInput: true });
  const faults = parsed.success
    ? review(parsed.data)
    : parsed.error.issues.flatMap((issue): Fault[] =>
        issue.code === "unrecognized_keys"
          ? issue.keys.map((key) => ({
              path: [...issue.path, key],
              message: "is not a setting; is it mistyped?",
            }))
          : [{ path: issue.path, message: wordsOf(issue) }],
      );
  if (parsed.success && faults.length === 0) return parsed.data;
  const said = faults.map(({ path, message }) => `${file}:${lineOf(path)}: ${nameOf(path)} ${message}`);
  throw new UsageError(said.join("\n"));
}

function wordsOf(issue: { readonly message: string; readonly input?: unknown }): string {
  return issue.input === undefined ? "is missing." : issue.message;
}

/** `offerings[0].programs.create`. */
function nameOf(path: readonly PropertyKey[]): string {
  const name = path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
  return name || "the file";
}
