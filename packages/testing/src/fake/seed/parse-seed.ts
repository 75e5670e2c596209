import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import { Store } from "../store.ts";
import { createSeedBuilder } from "./create-seed-builder.ts";
import { Ground } from "./ground.ts";
import type { SeedDocument } from "./inputs.ts";
import { assertSeedDocument, plantDocument } from "./seed-document.ts";
import { SeedError } from "./seed-error.ts";

/**
 * Reads a seed from YAML or JSON text and tries it out, so that what is wrong is told with its line.
 *
 * @param fileName named in errors; default `seed`
 * @throws {SeedError} naming file, line and key
 */
export function parseSeed(text: string, fileName = "seed"): SeedDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [mistake] = document.errors;
  if (mistake !== undefined) {
    const { line } = lines.linePos(mistake.pos[0]);
    throw new SeedError("", mistake.message.split("\n")[0] ?? "", `${fileName} line ${line}`);
  }
  try {
    const seed: unknown = document.toJS();
    assertSeedDocument(seed);
    for (const dialect of ["2021", "current"] as const) {
      plantDocument(createSeedBuilder(new Ground(new Store(), dialect, new Date())), seed);
    }
    return seed;
  } catch (error) {
    if (error instanceof SeedError) {
      throw new SeedError(
        error.path,
        error.problem,
        `${fileName} line ${lineOf(document, lines, error.path)}, ${error.path}`,
      );
    }
    throw error;
  }
}

/** The line of the key, or of the nearest thing around it. */
function lineOf(document: Document, lines: LineCounter, path: string): number {
  const keys = path
    .split(/[.[\]]+/)
    .filter((key) => key !== "")
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  for (let length = keys.length; length > 0; length -= 1) {
    const node = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range !== undefined && node.range !== null) {
      return lines.linePos(node.range[0]).line;
    }
  }
  return 1;
}
