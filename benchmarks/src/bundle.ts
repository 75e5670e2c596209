import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build, type Plugin, transform } from "esbuild";

/** What a bundled consumer weighs, in bytes. */
export interface BundleSize {
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
  /** The same by room of the sdk, or by package, the heaviest first. */
  readonly parts: Readonly<Record<string, PartSize>>;
}

export interface PartSize {
  readonly minified: number;
  /** What the whole would weigh less without it: parts compress better together, so these do not add up. */
  readonly gzip: number;
}

/** Leaves out what is loaded when it is used, but for some of it. */
const atStart = (andLater: RegExp): Plugin => ({
  name: "at-start",
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === "dynamic-import" && !andLater.test(path) ? { path, external: true } : undefined,
    );
  },
});

interface BundleOptions {
  /** What to weigh of the parts that are loaded when they are used, by their file names. Default all. */
  readonly andLater?: RegExp;
}

export const NOTHING_LATER: BundleOptions = { andLater: /^$/ };

/** What a bundled consumer weighs when it is sent, in bytes. */
export async function gzipOf(consumer: string, options: BundleOptions = {}): Promise<number> {
  return gzipLength((await bundle(consumer, options, [])).outputFiles[0]?.contents ?? "");
}

/** Bundles a consumer as an application would: minified, for any platform. */
export async function bundleSize(consumer: string, options: BundleOptions = {}): Promise<BundleSize> {
  const { outputFiles } = await bundle(consumer, options, []);
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  // The packages come in few files, so only their sources tell the parts.
  const { metafile } = await bundle(consumer, options, ["@puhuri/source"]);
  const files = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return {
    minified: code.length,
    gzip: gzipLength(code),
    brotli: brotliCompressSync(code).length,
    parts: await partsOf(files.filter(([, { bytesInOutput }]) => bytesInOutput > 0)),
  };
}

function bundle(consumer: string, { andLater = /./ }: BundleOptions, conditions: string[]) {
  return build({
    entryPoints: [fileURLToPath(new URL(`../consumers/${consumer}`, import.meta.url))],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions,
    plugins: [atStart(andLater)],
    metafile: true,
    write: false,
    outdir: "out",
  });
}

type BundledFile = readonly [file: string, { readonly bytesInOutput: number }];

async function partsOf(files: readonly BundledFile[]): Promise<Record<string, PartSize>> {
  const minified = await Promise.all(
    files.map(async ([file, { bytesInOutput }]) => {
      const { code } = await transform(await readFile(file, "utf8"), { loader: "ts", minify: true });
      return { part: partOf(file), bytes: bytesInOutput, code };
    }),
  );
  const joined = (kept: readonly { readonly code: string }[]) => kept.map(({ code }) => code).join("");
  const whole = gzipLength(joined(minified));
  const parts = [...new Set(minified.map(({ part }) => part))].map((part): [string, PartSize] => {
    const own = minified.filter((file) => file.part === part);
    const rest = minified.filter((file) => file.part !== part);
    return [
      part,
      {
        minified: own.reduce((sum, { bytes }) => sum + bytes, 0),
        gzip: whole - gzipLength(joined(rest)),
      },
    ];
  });
  return Object.fromEntries(parts.sort(([, a], [, b]) => b.gzip - a.gzip));
}

function gzipLength(code: string | Uint8Array): number {
  return gzipSync(code, { level: 9 }).length;
}

function partOf(file: string): string {
  const room = /packages\/sdk\/src\/([\w-]+)[/.]/.exec(file)?.[1];
  if (room !== undefined) return `sdk/${room}`;
  return /(openapi-fetch|api-types)/.exec(file)?.[1] ?? "consumer";
}
