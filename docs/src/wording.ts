import type { Page } from "./pages.ts";

/** A row of the glossary: what is not to be written, and what is written instead. */
export interface WordingRule {
  readonly write: readonly string[];
  readonly not: readonly string[];
}

/** The rows of the glossary's table "write, not". */
export function wordingRules(glossary: string): WordingRule[] {
  const [, table = ""] = glossary.split("| write | not |\n|---|---|\n");
  return [...table.matchAll(/^\| (.+?) \| (.+?) \|$/gm)].map(([, write = "", not = ""]) => ({
    write: write.split("; "),
    not: not.split("; "),
  }));
}

/** The places of a page that say something as it is not to be said: `docs/page.md:7 today`. Code is left out. */
export function wordingFaults({ file, text }: Page, rules: readonly WordingRule[]): string[] {
  const prose = text
    .replaceAll(/^\s*```[\s\S]*?^\s*```/gm, blank)
    .replaceAll(/`[^`]*`/g, blank)
    .replaceAll(/\]\([^)]*\)/g, blank);
  return rules.flatMap(({ write, not }) => {
    const others = write.reduce((rest, phrase) => rest.replaceAll(patternOf(phrase), blank), prose);
    return not.flatMap((phrase) =>
      [...others.matchAll(patternOf(phrase))].map(
        ({ index }) => `${file}:${others.slice(0, index).split("\n").length} ${phrase}`,
      ),
    );
  });
}

/** Finds a phrase as whole words, in the plural too, and over the end of a line. */
function patternOf(phrase: string): RegExp {
  return new RegExp(`\\b${phrase.replaceAll(" ", "\\s+")}s?\\b`, "gi");
}

/** Keeps the lines, so that they can be counted. */
function blank(text: string): string {
  return text.replaceAll(/\S/g, " ");
}
