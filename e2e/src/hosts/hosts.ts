import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { Bundles } from "../packed/bundle.ts";
import { e2e } from "../packed/places.ts";
import { findChromium } from "./chromium.ts";

/** Something that runs JavaScript, and how it is made to run the suite. */
export interface Host {
  readonly name: string;
  /** Makes the command that prints the results as its last line; undefined where it is not installed. */
  readonly command: ((suite: Suite) => readonly string[]) | undefined;
}

/** The suite in a folder, ready to be run. */
export interface Suite {
  readonly folder: string;
  readonly bundles: Bundles;
  readonly worldsUrl: string;
}

const binary = (path: string): string => join(e2e, "hosts/node_modules", path);
const driver = (name: string): readonly string[] => [process.execPath, join(e2e, "hosts", name)];
const entry = ({ folder }: Suite): string => join(folder, "suite/entries/process.ts");

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifestOf = (name: string): Manifest =>
  JSON.parse(readFileSync(binary(`${name}/package.json`), "utf8"));
const versionOf = (name: string): string => manifestOf(name).version;

/** Every Node the packages are for. */
export const nodes = [
  { name: `Node ${versionOf("node22")}`, path: binary("node22/bin/node") },
  { name: `Node ${process.versions.node}`, path: process.execPath },
  { name: `Node ${versionOf("node26")}`, path: binary("node26/bin/node") },
] as const;

/** Every runtime the sdk is for. */
export function allHosts(): readonly Host[] {
  const chromium = findChromium();
  return [
    ...nodes.map(({ name, path }) => ({
      name,
      command: (suite: Suite) => [path, entry(suite), suite.worldsUrl],
    })),
    {
      name: `Bun ${versionOf("bun")}`,
      command: (suite) => [binary("bun/bin/bun.exe"), entry(suite), suite.worldsUrl],
    },
    {
      name: `Deno ${versionOf("deno")}`,
      command: (suite) => [
        binary(".bin/deno"),
        "run",
        "--no-remote",
        "--allow-net=127.0.0.1",
        entry(suite),
        suite.worldsUrl,
      ],
    },
    {
      name: `workerd ${manifestOf("miniflare").dependencies.workerd}`,
      command: ({ bundles, worldsUrl }) => [...driver("drive-worker.ts"), bundles.worker, worldsUrl],
    },
    {
      name: "Chromium",
      command:
        chromium === undefined
          ? undefined
          : ({ bundles, worldsUrl }) => [...driver("drive-page.ts"), chromium, bundles.page, worldsUrl],
    },
  ];
}
