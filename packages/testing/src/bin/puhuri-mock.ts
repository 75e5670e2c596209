#!/usr/bin/env node
import { parseArgs } from "node:util";
import type { SpecDialect } from "../contract/operation-index.ts";
import { TestServerError } from "../prism/errors.ts";
import { startMockServer } from "../prism/mock-server.ts";
import type { RecordedRequest } from "../prism/request-record.ts";

const HELP = `puhuri-mock: answers as Puhuri Core would, from the examples of its spec (Prism)

Usage: puhuri-mock [options]

  --port <n>           port to listen on; 0 takes a free one (default 4010)
  --host <address>     address to listen on (default 127.0.0.1)
  --dialect <dialect>  2021 or current: serve only what that generation of servers has (default: both)
  --help               show this

Any token will do, and nothing is kept. A request that breaks the spec is answered 422, and the reasons are printed.
Ask for another answer with a header: Prefer: code=404 or Prefer: example=NAME. Needs Node 24.18 or newer.
`;

class UsageError extends Error {}

interface Options {
  readonly port: number;
  readonly host: string;
  readonly dialect: SpecDialect | undefined;
}

// Before anything that takes time, so that a signal during the start ends it just as quietly.
process.on("SIGINT", () => process.exit(0));
process.on("SIGTERM", () => process.exit(0));

try {
  const options = readOptions(process.argv.slice(2));
  if (options === "help") process.stdout.write(HELP);
  else await serve(options);
} catch (error) {
  console.error(`puhuri-mock: ${error instanceof Error ? error.message : String(error)}`);
  const isUsage =
    error instanceof UsageError || (error instanceof TestServerError && error.code === "invalid_option");
  process.exitCode = isUsage ? 2 : 1;
}

function readOptions(args: string[]): Options | "help" {
  const { help, port, host, dialect } = parseFlags(args);
  if (help) return "help";
  if (!/^\d{1,5}$/.test(port)) throw new UsageError(`--port must be a number, not "${port}". See --help.`);
  if (dialect !== undefined && dialect !== "2021" && dialect !== "current") {
    throw new UsageError(`--dialect must be 2021 or current, not "${dialect}". See --help.`);
  }
  return { port: Number(port), host, dialect };
}

function parseFlags(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: "string", default: "4010" },
        host: { type: "string", default: "127.0.0.1" },
        dialect: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    }).values;
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split(". ");
    throw new UsageError(`${reason}. See --help.`);
  }
}

async function serve(options: Options): Promise<void> {
  const mock = await startMockServer({
    ...options,
    onRequest(request) {
      console.log(describe(request));
      // Nobody asks for the record here, and a mock may run for weeks.
      mock.reset();
    },
  });
  const resources = options.dialect === "2021" ? "marketplace-resources" : "marketplace-provider-resources";
  console.log(`Puhuri mock at ${mock.url}/api/`);
  console.log(`Try: curl -H 'Authorization: Token any' '${mock.url}/api/${resources}/?state=OK'`);
}

function describe({ method, url, status, operationId, violations }: RecordedRequest): string {
  const { pathname, search } = new URL(url);
  const lines = violations.map(({ location, reason }) => `  ${location}: ${reason}`);
  return [`${method} ${pathname}${search} → ${status} ${operationId ?? "no operation"}`, ...lines].join("\n");
}
