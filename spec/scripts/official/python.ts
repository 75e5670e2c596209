import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Client } from "./client.ts";

const scripts = fileURLToPath(new URL(".", import.meta.url));
/** Everything of a run: the client, and the answers. */
export const folder = fileURLToPath(new URL("../../reports/official/", import.meta.url));

/** Installs the official client, the newest unless told, into a folder of its own; returns its version. */
export function installClient(version: string | undefined): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const wanted = version === undefined ? "waldur-api-client" : `waldur-api-client==${version}`;
  python(["-m", "pip", "install", "--quiet", "--target", `${folder}client`, wanted]);
  return python(["-c", "from importlib.metadata import version; print(version('waldur-api-client'))"]).trim();
}

export function describeClient(): Client {
  return JSON.parse(python([`${scripts}describe_client.py`]));
}

/** How many of the recorded answers the client can parse, and how often it fails how. */
export function parseAnswers(file: string): { parsed: number; failures: Record<string, number> } {
  return JSON.parse(python([`${scripts}parse_answers.py`, file]));
}

function python(args: readonly string[]): string {
  const env = { ...process.env, PYTHONPATH: `${folder}client` };
  return execFileSync("python3", args, { env, encoding: "utf8", maxBuffer: 1e9 });
}
