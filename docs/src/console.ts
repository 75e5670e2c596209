import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFakePuhuri } from "@puhuri/testing";
import { run } from "../../packages/cli/src/program.ts";
import { codeBlocks } from "./code-blocks.ts";
import { wordsOf } from "./commands.ts";
import type { Page } from "./pages.ts";

/** When the pages were run: months, dates and ages on them follow from it. */
const NOW = new Date("2026-11-16T09:00:00Z");
/** Characters in a line of the reader's terminal, and of a block on the site. */
const COLUMNS = 110;

/**
 * The page with what its commands print now: after each `$ puhuri …` in a block of `console`, one after the other on one
 * fake. What the reader types at a question stands behind it. A block with `file=` behind its language is that file.
 */
export async function withOutput(page: Page): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "puhuri-page-"));
  try {
    const blocks = codeBlocks(page);
    for (const { info, code } of blocks) {
      const [, name] = /^file=([\w.-]+)$/.exec(info) ?? [];
      if (name !== undefined) writeFileSync(join(folder, name), `${code}\n`);
    }
    const run = terminalIn(folder);
    let { text } = page;
    for (const { language, code } of blocks) {
      if (language !== "console") continue;
      let printed = "";
      for (const [, command = "", output = ""] of code.matchAll(/^\$ (.*)\n?((?:(?!\$ ).*\n?)*)/gm)) {
        printed += `$ ${command}\n${await run(command, /\[y\/N\] (.*)/.exec(output)?.[1])}`;
      }
      text = text.replace(code, () => printed.trimEnd());
    }
    return text;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A terminal with a fake of the provider guide behind it. */
function terminalIn(folder: string): (command: string, answer?: string) => Promise<string> {
  let ids = 0;
  const fake = createFakePuhuri({
    dialect: "current",
    now: () => NOW,
    newUuid: () => (++ids).toString(16).padStart(32, "7c9e1b30d5f24a8860e2"),
  });
  const env = {
    PATH: process.env["PATH"],
    PUHURI_URL: "https://puhuri.example",
    PUHURI_TOKEN: fake.tokenOf("owner"),
    NO_COLOR: "1",
  };
  return async (command, answer) => {
    const [program, ...args] = wordsOf(command);
    if (program !== "puhuri") throw new Error(`A page can only run puhuri here, not "${command}".`);
    let printed = "";
    const write = (text: string): void => {
      printed += text;
    };
    const typed = async function* () {
      if (answer === undefined) return;
      // As the terminal shows what is typed.
      write(`${answer}\n`);
      yield `${answer}\n`;
    };
    await run(args, {
      env,
      folder,
      home: folder,
      fetch: fake.fetch,
      now: () => NOW,
      clock: { now: () => NOW.getTime(), sleep: async () => {} },
      stdin: Object.assign(typed(), { isTTY: answer !== undefined }),
      stdout: { write, isTTY: true, columns: COLUMNS },
      stderr: { write },
      interrupted: new AbortController().signal,
    });
    return printed;
  };
}
