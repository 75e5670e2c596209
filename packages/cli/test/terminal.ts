import { homedir } from "node:os";
import { createFakePuhuri, type FakePuhuri, type FakePuhuriOptions } from "@puhuri/testing";
import { run } from "../src/program.ts";
import type { World } from "../src/world.ts";

/** What a command left behind. */
export interface Finished {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A terminal beside a fake. */
export interface Terminal {
  readonly fake: FakePuhuri;
  /** Runs a command line, words between spaces, or as they are in an array. */
  puhuri(line: string | readonly string[], world?: Partial<World>): Promise<Finished>;
}

export function openTerminal(options: Partial<FakePuhuriOptions> = {}): Terminal {
  const fake = createFakePuhuri({ dialect: "current", ...options });
  return {
    fake,
    async puhuri(line, world = {}) {
      const texts = { out: "", err: "" };
      const code = await run(typeof line === "string" ? line.split(" ") : line, {
        env: { PUHURI_URL: "https://puhuri.test", PUHURI_TOKEN: fake.tokenOf("owner") },
        stdin: (async function* () {})(),
        stdout: { write: (text) => (texts.out += text) },
        stderr: { write: (text) => (texts.err += text) },
        fetch: fake.fetch,
        folder: import.meta.dirname,
        home: homedir(),
        now: () => new Date(),
        interrupted: new AbortController().signal,
        ...world,
      });
      return { code, ...texts };
    },
  };
}
