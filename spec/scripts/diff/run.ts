import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parseDocument } from "yaml";
import { judge } from "./judge.ts";
import { redoclyDiff } from "./redocly.ts";
import { report } from "./report.ts";

const USAGE = `Usage: npx -y pnpm@12 spec:diff [options] <git ref>

Compares spec/puhuri.yaml as it is with what it was at the ref, and suggests the next version.

  --fail-on-breaking  end with exit code 1 when something breaks
  --help              show this`;

export interface Surroundings {
  /** The folder of `puhuri.yaml`, in a git repository. */
  readonly folder: string;
  /** The version of the packages. */
  readonly version: string;
  print(text: string): void;
}

/** The command. Returns its exit code: 1 when told to fail on what breaks and something does, 2 when it could not compare. */
export async function run(args: string[], { folder, version, print }: Surroundings): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { "fail-on-breaking": { type: "boolean" }, help: { type: "boolean" } },
    });
    const [ref, ...more] = positionals;
    if (values.help === true || ref === undefined || more.length > 0) {
      print(USAGE);
      return values.help === true ? 0 : 2;
    }
    const changes = (await rawChanges(folder, ref)).flatMap(judge);
    print([`spec/puhuri.yaml since ${ref}`, "", ...report(changes, version)].join("\n"));
    const isBroken = changes.some(({ meaning }) => meaning === "breaking");
    return values["fail-on-breaking"] === true && isBroken ? 1 : 0;
  } catch (error) {
    print(error instanceof Error ? error.message.trim() : String(error));
    return 2;
  }
}

async function rawChanges(folder: string, ref: string) {
  const scratch = mkdtempSync(join(tmpdir(), "puhuri-spec-"));
  const written = (name: string, text: string) => {
    const file = join(scratch, name);
    writeFileSync(file, withoutAliases(text));
    return file;
  };
  try {
    const base = written("base.json", specAt(ref, folder));
    const revision = written("revision.json", readFileSync(join(folder, "puhuri.yaml"), "utf8"));
    return await redoclyDiff(base, revision);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** The document as JSON. Redocly compares an anchor with its first alias only, and misses what changes at the others. */
function withoutAliases(text: string): string {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) throw new Error(`puhuri.yaml: ${error.message}`);
  return JSON.stringify(document.toJS());
}

function specAt(ref: string, folder: string): string {
  const maxBuffer = 64 * 1024 * 1024;
  const stdio: ["ignore", "pipe", "pipe"] = ["ignore", "pipe", "pipe"];
  return execFileSync("git", ["show", `${ref}:./puhuri.yaml`], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer,
    stdio,
  });
}
