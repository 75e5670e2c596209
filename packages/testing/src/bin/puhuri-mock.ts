#!/usr/bin/env node
import { parseArgs } from "node:util";
import { startMockServer } from "../prism/mock-server.ts";
import type { RecordedRequest } from "../prism/request-record.ts";
import { DIALECTS } from "../spec/operation-index.ts";
import { COMMON_FLAGS, portOf, runCommand, wordOf } from "./command.ts";

const HELP = `puhuri-mock: answers as Puhuri Core would, from the examples of its spec (Prism)

Usage: puhuri-mock [options]

  --port <n>           port to listen on; 0 takes a free one (default 4010)
  --host <address>     address to listen on (default 127.0.0.1)
  --dialect <dialect>  2021 or current: serve only what that generation of servers has (default: both)
  --version            show the version
  --help               show this

Any token will do, and nothing is kept. A request that breaks the spec is answered 422, and the reasons are printed.
Ask for another answer with a header: Prefer: code=404 or Prefer: example=NAME. Needs Node 24.18 or newer and @stoplight/prism-cli.
`;

const FLAGS = {
  ...COMMON_FLAGS,
  port: { type: "string", default: "4010" },
  dialect: { type: "string" },
} as const;

const parse = () => parseArgs({ options: FLAGS }).values;

await runCommand("puhuri-mock", HELP, parse, async ({ port, host, ...flags }) => {
  const dialect = flags.dialect === undefined ? undefined : wordOf("--dialect", flags.dialect, DIALECTS);
  const mock = await startMockServer({
    port: portOf(port),
    host,
    dialect,
    onRequest(request) {
      console.log(describe(request));
      // Nobody asks for the record here, and a mock may run for weeks.
      mock.reset();
    },
  });
  const resources = dialect === "2021" ? "marketplace-resources" : "marketplace-provider-resources";
  console.log(`Puhuri mock at ${mock.url}/api/`);
  console.log(`Try: curl -H 'Authorization: Token any' '${mock.url}/api/${resources}/?state=OK'`);
});

function describe({ method, url, status, operationId, violations }: RecordedRequest): string {
  const { pathname, search } = new URL(url);
  const lines = violations.map(({ location, reason }) => `  ${location}: ${reason}`);
  return [`${method} ${pathname}${search} → ${status} ${operationId ?? "no operation"}`, ...lines].join("\n");
}
