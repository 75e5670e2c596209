import { accessSync, constants, existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { PACKAGES, root } from "../src/packed/places.ts";
import { runCommand } from "../src/run-command.ts";

const tarballs = inject("tarballs");
const folder = inject("folder");

/** What a package brings besides its modules. */
function foldersOf(name: string): readonly string[] {
  return name === "cli" ? ["slurm", "deploy"] : [];
}

interface Manifest {
  readonly version: string;
  readonly license: string;
  readonly repository: { readonly url: string; readonly directory: string };
  readonly [field: string]: unknown;
}

describe.each(PACKAGES)("@puhuri/%s", (name) => {
  const manifest: Manifest = JSON.parse(
    readFileSync(join(folder, "node_modules/@puhuri", name, "package.json"), "utf8"),
  );

  it("holds its modules with their types, and nothing a user does not need", async () => {
    const files = (await runCommand(["tar", "tzf", tarballs[name]])).trim().split("\n");
    // The fake's page is for a browser, as it is.
    const page = files.filter((file) => file.startsWith("package/dist/page/browser/"));
    const modules = files.filter((file) => /^package\/dist\/.*\.js$/.test(file) && !page.includes(file));
    const types = files.filter((file) => /^package\/dist\/.*\.d\.ts$/.test(file));
    expect(modules.length).toBeGreaterThan(4);
    if (name === "sdk") {
      // Its code, and its types, are put into a file for each entry point and a few that these share.
      const entries = ["bulk", "index", "loop"].map((name) => `package/dist/${name}`);
      const isPart = (file: string) => /^package\/dist\/parts\/[\w-]+(\.d\.ts|\.js)$/.test(file);
      expect(modules.filter((file) => !isPart(file))).toEqual(entries.map((name) => `${name}.js`));
      expect(types.filter((file) => !isPart(file))).toEqual(entries.map((name) => `${name}.d.ts`));
    } else {
      expect(types).toEqual(modules.map((file) => file.replace(/\.js$/, ".d.ts")));
    }
    const others = files.filter((file) => !modules.includes(file) && !types.includes(file));
    expect(page.length).toBe(name === "testing" ? 5 : 0);
    const spec = name === "testing" ? ["package/dist/puhuri.yaml"] : [];
    // Programs for Slurm, and what an agent is deployed by.
    const brought = globSync(
      foldersOf(name).map((each) => `${each}/*`),
      { cwd: join(root, "packages", name) },
    );
    expect(others.sort()).toEqual(
      [
        "package/LICENSE",
        "package/README.md",
        ...spec,
        ...page,
        ...brought.map((file) => `package/${file}`),
        "package/package.json",
      ].sort(),
    );
    for (const program of brought.filter((file) => /^slurm\/[a-z]+$/.test(file))) {
      accessSync(join(folder, "node_modules/@puhuri", name, program), constants.X_OK);
    }
    expect(files.filter((file) => /test|tsbuildinfo|map$/.test(file.replace("package/dist/", "")))).toEqual(
      [],
    );
  });

  it("says where it comes from, and on what it runs", () => {
    expect(manifest).toMatchObject({
      license: "MIT",
      type: "module",
      sideEffects: false,
      engines: { node: ">=22" },
      files: ["dist", ...foldersOf(name)],
      publishConfig: { access: "public" },
      repository: { type: "git", directory: `packages/${name}` },
    });
    expect(manifest.repository.url).toMatch(/^git\+https:\/\/github\.com\/.+\.git$/);
    const web = manifest.repository.url.slice("git+".length, -".git".length);
    expect(manifest).toMatchObject({
      homepage: `${web}/tree/main/packages/${name}#readme`,
      bugs: `${web}/issues`,
      description: expect.stringMatching(/Puhuri/),
      keywords: expect.arrayContaining(["puhuri", "waldur"]),
    });
  });

  it("points to files of its own only, and to packages of its own version", () => {
    expect(JSON.stringify(manifest.exports)).not.toContain("src/");
    const dependencies = Object.entries(Object(manifest.dependencies));
    for (const [dependency, range] of dependencies) {
      if (dependency.startsWith("@puhuri/")) expect(range).toBe(`^${manifest.version}`);
    }
    expect(JSON.stringify(manifest.dependencies ?? {})).not.toContain("workspace:");
  });

  it("brings neither Prism nor its telemetry", () => {
    expect(manifest.optionalDependencies).toBeUndefined();
    const { "@stoplight/prism-cli": prism, ...others } = Object(manifest.peerDependencies);
    expect(others).toEqual({});
    if (prism !== undefined) {
      expect(manifest.peerDependenciesMeta).toEqual({ "@stoplight/prism-cli": { optional: true } });
    }
    for (const scope of ["@stoplight", "@scarf"]) {
      expect(existsSync(join(folder, "node_modules", scope))).toBe(false);
    }
  });

  it("passes publint, suggestions included", async () => {
    expect(
      await runCommand(["publint", "run", tarballs[name], "--strict", "--level", "suggestion"]),
    ).toContain("All good!");
  });

  // `esm-only`, for there is no CommonJS build: `require` loads the ES modules, as every Node from 22 on does. What it
  // leaves out of account is Node before that, and resolution without `exports`. `attw --pack` would pack with npm, which
  // leaves `workspace:` and `publishConfig` as they are; so it gets the packed file.
  it("has types that resolve as its code does", async () => {
    await runCommand(["attw", tarballs[name], "--profile", "esm-only", "--format", "ascii"]);
  });
});
