import { CORE_SCHEMA, load, YAMLException } from "js-yaml";
import { isNode, LineCounter, parseDocument } from "yaml";
import { SeedError } from "../../errors.ts";
import { createFakePuhuri } from "../create-fake-puhuri.ts";
import { assertSeedDocument } from "./builder.ts";
import type { SeedDocument } from "./inputs.ts";

/**
 * Reads a seed from YAML or JSON text and tries it out, so that errors name the line.
 *
 * @param fileName named in errors; default `seed`
 * @throws {SeedError} naming file, line and key; and when there is no text
 */
export function parseSeed(text: string, fileName = "seed"): SeedDocument {
  if (typeof text !== "string") throw new SeedError("", "parseSeed takes the text of a file", fileName);
  const seed = parsed(text, fileName);
  try {
    assertSeedDocument(seed);
    createFakePuhuri({ dialect: "current", seed });
    return seed;
  } catch (error) {
    if (error instanceof SeedError) {
      const place = [`${fileName} line ${lineOf(text, error.path)}`, error.path].filter(Boolean).join(", ");
      throw new SeedError(error.path, error.problem, place);
    }
    throw error;
  }
}

function parsed(text: string, fileName: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch (error) {
    if (error instanceof YAMLException) {
      throw new SeedError("", error.reason, `${fileName} line ${(error.mark?.line ?? 0) + 1}`);
    }
    throw error;
  }
}

/** The line of the key, or of the nearest thing around it. Only this parser knows lines; it takes ten times as long. */
function lineOf(text: string, path: string): number {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
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
