import { readdirSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../run-command.ts";
import { PACKAGES, root } from "./places.ts";

/** The files that would be published, by package. */
export type Tarballs = Readonly<Record<(typeof PACKAGES)[number], string>>;

/** Packs the built packages of a repository into a folder, as publishing would. */
export async function pack(folder: string, repository: string = root): Promise<Tarballs> {
  const filter = ["--recursive", "--filter", "./packages/*"];
  await runCommand(["pnpm", ...filter, "pack", "--pack-destination", folder], { cwd: repository });
  const files = readdirSync(folder);
  const tarball = (name: string): string => {
    const file = files.find((it) => it.startsWith(`puhuri-${name}-`) && it.endsWith(".tgz"));
    if (file === undefined) throw new Error(`@puhuri/${name} was not packed.`);
    return join(folder, file);
  };
  const [apiTypes, sdk, testing, cli] = PACKAGES;
  return {
    [apiTypes]: tarball(apiTypes),
    [sdk]: tarball(sdk),
    [testing]: tarball(testing),
    [cli]: tarball(cli),
  };
}
