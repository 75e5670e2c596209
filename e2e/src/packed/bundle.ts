import { join } from "node:path";
import { build } from "esbuild";

/** The suite in one file each, with the installed packages in it, for what loads no packages. */
export interface Bundles {
  readonly worker: string;
  readonly page: string;
}

/** Bundles the suite that stands in a folder, as an application would be. */
export async function bundleSuite(folder: string): Promise<Bundles> {
  const bundle = async (entry: "worker" | "page"): Promise<string> => {
    const outfile = join(folder, "bundles", `${entry}.js`);
    await build({
      entryPoints: [join(folder, "suite/entries", `${entry}.ts`)],
      outfile,
      bundle: true,
      format: entry === "page" ? "iife" : "esm",
      platform: "browser",
      // A user's folder has no settings of TypeScript either.
      tsconfigRaw: {},
      logLevel: "error",
    });
    return outfile;
  };
  return { worker: await bundle("worker"), page: await bundle("page") };
}
