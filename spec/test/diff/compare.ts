import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Change, judge } from "../../scripts/diff/judge.ts";
import { redoclyDiff } from "../../scripts/diff/redocly.ts";

/** The judged changes from one document to another. */
export async function compare(before: object, after: object): Promise<Change[]> {
  const scratch = mkdtempSync(join(tmpdir(), "puhuri-spec-"));
  const file = (name: string, document: object) => {
    const path = join(scratch, name);
    writeFileSync(path, JSON.stringify(document));
    return path;
  };
  try {
    return (await redoclyDiff(file("before.json", before), file("after.json", after))).flatMap(judge);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
