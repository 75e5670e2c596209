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
  /** What a command runs in, but for what it prints. */
  readonly world: World;
  /** Runs a command line, words between spaces (or quotes), or as they are in an array. */
  puhuri(line: string | readonly string[], world?: Partial<World>): Promise<Finished>;
}

/** What is typed into a program, by a person or from a file. */
export function typed(text: string, isTTY = true): World["stdin"] {
  return Object.assign(
    (async function* () {
      yield text;
    })(),
    { isTTY },
  );
}

export function openTerminal(options: Partial<FakePuhuriOptions> = {}): Terminal {
  // A time of its own, which moves only while somebody waits.
  let time = Date.parse("2026-11-23T12:00:00Z");
  const now = (): Date => new Date(time);
  const fake = createFakePuhuri({ dialect: "current", now, ...options });
  const world: World = {
    env: { PUHURI_URL: "https://puhuri.test", PUHURI_TOKEN: fake.tokenOf("owner") },
    stdin: typed("", false),
    stdout: { write() {} },
    stderr: { write() {} },
    fetch: fake.fetch,
    folder: import.meta.dirname,
    home: "/nobody",
    now,
    clock: {
      now: () => time,
      async sleep(ms) {
        time += ms;
      },
    },
    interrupted: new AbortController().signal,
  };
  return {
    fake,
    world,
    async puhuri(line, other = {}) {
      const texts = { out: "", err: "" };
      const code = await run(typeof line === "string" ? wordsOf(line) : line, {
        ...world,
        stdout: { write: (text) => (texts.out += text) },
        stderr: { write: (text) => (texts.err += text) },
        ...other,
      });
      return { code, ...texts };
    },
  };
}

/** A screen of a person, and what is on it. */
export function screen(columns: number): {
  isTTY: true;
  columns: number;
  text: string;
  write(text: string): void;
} {
  return {
    isTTY: true,
    columns,
    text: "",
    write(text) {
      this.text += text;
    },
  };
}

export function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? "");
}
