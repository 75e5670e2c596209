import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type Bundles, bundleSuite } from "../src/packed/bundle.ts";
import { installPacked, newFolder, removeFolder } from "../src/packed/fresh-folder.ts";
import { pack, type Tarballs } from "../src/packed/pack.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The packed packages. */
    tarballs: Tarballs;
    /** A folder where they are installed, with the suite. */
    folder: string;
    /** The suite for what loads no packages. */
    bundles: Bundles;
  }
}

/** Packs and installs once for all tests. */
export default async function packed({ provide }: TestProject): Promise<() => void> {
  const folder = newFolder("packed");
  const tarballs = await pack(join(folder, "tarballs"));
  const user = join(folder, "user");
  await installPacked(user, tarballs);
  provide("tarballs", tarballs);
  provide("folder", user);
  provide("bundles", await bundleSuite(user));
  return () => removeFolder(folder);
}
