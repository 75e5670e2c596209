import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { NoTokenError, UsageError } from "../exit-codes.ts";
import { readYaml, whyNot } from "../files.ts";
import type { World } from "../world.ts";

/** Which server to ask, and with which token. */
export interface Settings {
  readonly url: string;
  /** Where it was set, for people who look for a mistake: `PUHURI_URL`, or the config file. */
  readonly urlFrom: string;
  /** Gives the token. It is read each time: a token may change while a program runs. */
  readonly token: () => string;
  readonly tokenFrom: string;
  /** The server's own time zone. */
  readonly timeZone: string | undefined;
}

/**
 * Reads the settings from the environment, and from the config file what the environment does not set.
 *
 * @throws {UsageError} No server is named, or the config file is wrong.
 * @throws {NoTokenError} There is no token, or none for this server.
 */
export async function settingsOf(world: World): Promise<Settings> {
  const { env } = world;
  const config = await configOf(world);
  const url = env["PUHURI_URL"] || config.url;
  if (!url) {
    throw new UsageError(
      `No server: set PUHURI_URL to its address, as in https://puhuri.example, or url in ${config.file}.`,
    );
  }
  return {
    url,
    urlFrom: env["PUHURI_URL"] ? "PUHURI_URL" : config.file,
    ...tokenOf(world, config, url),
    timeZone: env["PUHURI_TIME_ZONE"] || config.time_zone,
  };
}

function tokenOf({ env, folder }: World, config: Config, url: string): Pick<Settings, "token" | "tokenFrom"> {
  const { PUHURI_TOKEN: token, PUHURI_TOKEN_FILE: file } = env;
  if (token) return { token: () => token, tokenFrom: "PUHURI_TOKEN" };
  if (file) return fromFile(resolve(folder, file), "PUHURI_TOKEN_FILE");
  const { token: own, token_file: ownFile } = config;
  if (own === undefined && ownFile === undefined) {
    throw new NoTokenError(
      `No token: set PUHURI_TOKEN_FILE to a file that holds it, or set PUHURI_TOKEN, or token in ${config.file}.`,
    );
  }
  if (config.url !== undefined && config.url !== url) {
    throw new NoTokenError(
      `The token in ${config.file} is for the server named there, not for PUHURI_URL: set PUHURI_TOKEN_FILE too.`,
    );
  }
  if (own !== undefined) return { token: () => own, tokenFrom: config.file };
  return fromFile(resolve(config.file, "..", ownFile ?? ""), `token_file in ${config.file}`);
}

function fromFile(file: string, named: string): Pick<Settings, "token" | "tokenFrom"> {
  const token = () => tokenIn(file, `The file named by ${named}`);
  token();
  return { token, tokenFrom: `the file named by ${named}` };
}

/**
 * Reads a file that holds a token and nothing else. Its name is not printed: it may be the token, put into the wrong
 * variable.
 *
 * @param named - What the message calls the file.
 * @throws {NoTokenError} There is no token in it; the message says why.
 */
export function tokenIn(file: string, named: string): string {
  const refused = (problem: string) => new NoTokenError(`${named} ${problem}.`);
  let text: string;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch (error) {
    throw refused(`cannot be read (${whyNot(error)})`);
  }
  if (text === "") throw refused("is empty");
  if (text.includes("\n")) throw refused("has more than the token in it");
  return text;
}

const KEYS = ["url", "token", "token_file", "time_zone"] as const;

type Config = { readonly file: string } & { readonly [Key in (typeof KEYS)[number]]?: string };

/** The config file, which need not be there unless `PUHURI_CONFIG` names it. */
async function configOf({ env, folder, home }: World): Promise<Config> {
  const named = env["PUHURI_CONFIG"];
  const usual = join(env["XDG_CONFIG_HOME"] || join(home, ".config"), "puhuri", "config.yaml");
  const file = named ? resolve(folder, named) : usual;
  if (!named && statSync(file, { throwIfNoEntry: false }) === undefined) return { file };
  const content = (await readYaml(file, `The config file ${file}`)) ?? {};
  const config: Config = { file, ...entriesOf(content, file) };
  if (config.token !== undefined) requirePrivate(file);
  return config;
}

function entriesOf(content: unknown, file: string): Record<string, string> {
  if (typeof content !== "object" || content === null || Array.isArray(content)) {
    throw new UsageError(`The config file ${file} must have lines such as "url: https://puhuri.example".`);
  }
  const entries: Record<string, string> = {};
  for (const [key, value] of Object.entries(content)) {
    if (!KEYS.some((known) => known === key)) {
      throw new UsageError(`The config file ${file} may have ${KEYS.join(", ")}, and nothing else.`);
    }
    if (typeof value !== "string" || value === "") {
      throw new UsageError(`${key} in the config file ${file} must be text: put it between quotes.`);
    }
    entries[key] = value;
  }
  return entries;
}

/** Windows has no such rights: there a home folder is its user's alone. */
function requirePrivate(file: string): void {
  if (process.platform === "win32" || (statSync(file).mode & 0o077) === 0) return;
  throw new UsageError(`Others may read ${file}, which holds a token: run chmod 600 ${file}.`);
}
