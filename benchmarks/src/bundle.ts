import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What a bundled consumer weighs, in bytes. */
export interface BundleSize {
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
  /** Minified bytes by room of the sdk, or by package. */
  readonly parts: Readonly<Record<string, number>>;
}

/** Bundles a consumer as an application would: minified, for any platform. */
export async function bundleSize(consumer: string): Promise<BundleSize> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(`../consumers/${consumer}`, import.meta.url))],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    metafile: true,
    write: false,
    outdir: "out",
  });
  const code = result.outputFiles[0]?.contents ?? new Uint8Array();
  const parts: Record<string, number> = {};
  for (const output of Object.values(result.metafile.outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(output.inputs)) {
      const part = partOf(file);
      parts[part] = (parts[part] ?? 0) + bytesInOutput;
    }
  }
  return {
    minified: code.length,
    gzip: gzipSync(code, { level: 9 }).length,
    brotli: brotliCompressSync(code).length,
    parts: Object.fromEntries(Object.entries(parts).sort(([, a], [, b]) => b - a)),
  };
}

function partOf(file: string): string {
  const room = /packages\/sdk\/dist\/(\w+)[/.]/.exec(file)?.[1];
  if (room !== undefined) return `sdk/${room}`;
  return /(openapi-fetch|api-types)/.exec(file)?.[1] ?? "consumer";
}
