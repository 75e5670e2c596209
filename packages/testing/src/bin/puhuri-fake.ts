#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createFakePuhuri } from "../fake/create-fake-puhuri.ts";
import { serve } from "../fake/http/serve.ts";
import { parseSeed } from "../fake/seed/parse.ts";
import { CURRENT_GENERATIONS, NEWEST } from "../fake/state/words.ts";
import { createFaultSwitches } from "../faults/switches.ts";
import { createRequestLog } from "../page/request-log.ts";
import { withPage } from "../page/serve-page.ts";
import { DIALECTS } from "../spec/operation-index.ts";
import { COMMON_FLAGS, clockOf, portOf, runCommand, wordOf } from "./command.ts";
import { greeting } from "./fake-greeting.ts";

const HELP = `puhuri-fake: behaves as Puhuri Core would, in memory

Usage: puhuri-fake [options]

  --port <n>                 port to listen on; 0 takes a free one (default 4020)
  --host <address>           address to listen on (default 127.0.0.1)
  --dialect <dialect>        2021, the API of the provider guide, or current (default current)
  --generation <generation>  of current servers: ${CURRENT_GENERATIONS.join(", ")} (default ${NEWEST})
  --seed <file>              what is there at the start, YAML or JSON (default: the world of the provider guide)
  --now <time>               what its clock shows at the start, such as 2026-11-30T23:50:00Z (default: the real time)
  --faults <names>           what goes wrong, each at one request in ten: bad-day, or names such as answerLost,latency
  --cors                     let pages of any origin in
  --version                  show the version
  --help                     show this

What is changed stays changed until the process ends. It prints the tokens of its users, and every request. A browser
shows what is in it, with the buttons of the customer's side, of the clock and of faults.
`;

const LOGGED_REQUESTS = 1000;

const FLAGS = {
  ...COMMON_FLAGS,
  port: { type: "string", default: "4020" },
  dialect: { type: "string", default: "current" },
  generation: { type: "string" },
  seed: { type: "string" },
  now: { type: "string" },
  faults: { type: "string" },
  cors: { type: "boolean", default: false },
} as const;

const parse = () => parseArgs({ options: FLAGS }).values;

await runCommand("puhuri-fake", HELP, parse, async (flags) => {
  const { port, host, generation, seed, now, cors } = flags;
  const dialect = wordOf("--dialect", flags.dialect, DIALECTS);
  const faults = createFaultSwitches(flags.faults);
  const requests = createRequestLog(faults, (line) => console.log(line));
  const fake = createFakePuhuri({
    dialect,
    cors,
    ...(generation !== undefined && { generation: wordOf("--generation", generation, CURRENT_GENERATIONS) }),
    ...(now !== undefined && { now: clockOf(now) }),
    ...(seed !== undefined && { seed: parseSeed(readSeed(seed), seed) }),
    keepRequests: LOGGED_REQUESTS,
    intercept: requests.intercept,
  });
  const server = dialect === "2021" ? dialect : `${dialect}, ${generation ?? NEWEST}`;
  const respond = withPage({ fake, faults, requests, server });
  const { url } = await serve(respond, { port: portOf(port), host });
  console.log(`Puhuri fake (${server}) at ${url}/api/\nOpen in a browser: ${url}/\n`);
  console.log(`${greeting(fake.state, dialect, url)}\n`);
});

function readSeed(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? error.code : error;
    throw new Error(`--seed ${file} cannot be read (${reason}).`);
  }
}
