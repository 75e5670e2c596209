// Packs the built packages into `tarballs/`, as publishing would, and prints what to install.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pack } from "@puhuri/e2e/packed/pack.ts";
import { root } from "@puhuri/e2e/packed/places.ts";

const folder = join(root, "tarballs");
// Those of another version would be found as well.
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const file of Object.values(await pack(folder))) console.log(file);
