import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a change asks of the next version, as Redocly rates it by `redocly.yaml`. */
export type Impact = "major" | "minor" | "patch";

/** One side of a change: the place in the file, and what stands there. */
export interface Side {
  readonly pointer: string;
  readonly value: unknown;
}

/** One change as `redocly diff` reports it; a change of a component comes once, at its first use. */
export interface RawChange {
  /** The place by way of the operations, `$ref`s followed. */
  readonly path: string;
  readonly kind: "added" | "removed" | "modified";
  readonly impact: Impact;
  readonly verdicts: readonly { readonly message: string }[];
  /** The keyword that differs, when the kind is `modified`. */
  readonly property?: string;
  readonly base?: Side;
  readonly revision?: Side;
}

const cli = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");
const config = fileURLToPath(new URL("../../redocly.yaml", import.meta.url));
const quiet = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

/** Compares two OpenAPI files. Rejects with what Redocly says when one of them cannot be read. */
export async function redoclyDiff(base: string, revision: string): Promise<RawChange[]> {
  const args = [cli, "diff", base, revision, "--config", config, "--format", "json", "--fail-on", "none"];
  const output = await new Promise<string>((resolve, reject) => {
    const options = { env: { ...process.env, ...quiet }, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(stderr.trim() || error.message));
    });
  });
  const report: { changes: RawChange[] } = JSON.parse(output);
  return report.changes;
}
