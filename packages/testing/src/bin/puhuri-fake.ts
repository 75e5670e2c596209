#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createFakePuhuri, type FakePuhuriOptions } from "../fake/create-fake-puhuri.ts";
import { parseSeed } from "../fake/seed/parse-seed.ts";
import { greeting } from "./fake-greeting.ts";

const HELP = `puhuri-fake: behaves as Puhuri Core would, in memory

Usage: puhuri-fake [options]

  --port <n>                 port to listen on; 0 takes a free one (default 4020)
  --host <address>           address to listen on (default 127.0.0.1)
  --dialect <dialect>        2021, the API of the provider guide, or current (default current)
  --generation <generation>  of current servers: 2024-10 or 8.x (default 8.x)
  --seed <file>              what is there at the start, YAML or JSON (default: the world of the provider guide)
  --cors                     let pages of any origin in
  --help                     show this

What is changed stays changed until the process ends. It prints the tokens of its users, and every request.
`;

const LOGGED_REQUESTS = 1000;

class UsageError extends Error {}

interface Options extends Pick<FakePuhuriOptions, "dialect" | "cors"> {
  readonly port: number;
  readonly host: string;
  readonly generation: "2024-10" | "8.x";
  readonly seedFile: string | undefined;
}

// Before anything that takes time, so that a signal during the start ends it just as quietly.
process.on("SIGINT", () => process.exit(0));
process.on("SIGTERM", () => process.exit(0));

try {
  const options = readOptions(process.argv.slice(2));
  if (options === "help") process.stdout.write(HELP);
  else await serve(options);
} catch (error) {
  console.error(`puhuri-fake: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

function readOptions(args: string[]): Options | "help" {
  const { help, port, host, dialect, generation, seed, cors } = parseFlags(args);
  if (help) return "help";
  if (!/^\d{1,5}$/.test(port)) throw new UsageError(`--port must be a number, not "${port}". See --help.`);
  if (dialect !== "2021" && dialect !== "current") {
    throw new UsageError(`--dialect must be 2021 or current, not "${dialect}". See --help.`);
  }
  if (generation !== undefined && dialect === "2021") {
    throw new UsageError("--generation is for --dialect current only. See --help.");
  }
  if (generation !== undefined && generation !== "2024-10" && generation !== "8.x") {
    throw new UsageError(`--generation must be 2024-10 or 8.x, not "${generation}". See --help.`);
  }
  return { port: Number(port), host, dialect, generation: generation ?? "8.x", seedFile: seed, cors };
}

function parseFlags(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: "string", default: "4020" },
        host: { type: "string", default: "127.0.0.1" },
        dialect: { type: "string", default: "current" },
        generation: { type: "string" },
        seed: { type: "string" },
        cors: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    }).values;
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split(". ");
    throw new UsageError(`${reason}. See --help.`);
  }
}

async function serve(options: Options): Promise<void> {
  const { dialect, generation, seedFile } = options;
  const fake = createFakePuhuri({
    ...options,
    ...(seedFile === undefined ? {} : { seed: parseSeed(readSeed(seedFile), seedFile) }),
    keepRequests: LOGGED_REQUESTS,
    intercept: async ({ request, operationId }, next) => {
      const response = await next();
      const { pathname, search } = new URL(request.url);
      console.log(
        `${request.method} ${pathname}${search} → ${response.status} ${operationId ?? "no operation"}`,
      );
      return response;
    },
  });
  const { url } = await fake.listen(options).catch((error: unknown) => {
    throw listenError(error, options);
  });
  console.log(`Puhuri fake (${dialect === "2021" ? dialect : `${dialect}, ${generation}`}) at ${url}/api/\n`);
  console.log(`${greeting(fake.state, dialect, url)}\n`);
}

function readSeed(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`--seed ${file} cannot be read (${codeOf(error)}).`);
  }
}

function listenError(error: unknown, { host, port }: Options): unknown {
  return codeOf(error) === "EADDRINUSE"
    ? new Error(`Port ${port} on ${host} is in use: choose another one, or 0 for any free one.`)
    : error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
