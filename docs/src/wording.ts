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
  return faultsOf(file, withoutCode(text), rules);
}

/** The same of a source: its comments, and its strings with a space in them, which people read as messages. */
export function wordingFaultsOfSource({ file, text }: Page, rules: readonly WordingRule[]): string[] {
  return faultsOf(file, text.replaceAll(PIECE, spoken), rules);
}

/** A comment, a string, a template, or any other character. */
const PIECE = /\/\/.*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`|\S/g;

function spoken(piece: string): string {
  if (/^\/[/*]/.test(piece)) return withoutCode(piece.replaceAll(/^\s*\*/gm, " "));
  if (!piece.includes(" ")) return blank(piece);
  return withoutCode(
    piece
      .slice(1, -1)
      .replaceAll("\\`", "`")
      .replaceAll(/\$\{[^}]*\}/g, blank),
  );
}

function withoutCode(text: string): string {
  return text
    .replaceAll(/^\s*```[\s\S]*?^\s*```/gm, blank)
    .replaceAll(/`[^`]*`/g, blank)
    .replaceAll(/\]\([^)]*\)/g, blank);
}

function faultsOf(file: string, prose: string, rules: readonly WordingRule[]): string[] {
  return rules.flatMap(({ write, not }) => {
    const others = write.reduce((rest, phrase) => rest.replaceAll(patternOf(phrase), blank), prose);
    return not.flatMap((phrase) =>
      [...others.matchAll(patternOf(phrase))].map(
        ({ index }) => `${file}:${others.slice(0, index).split("\n").length} ${phrase}`,
      ),
    );
  });
}

/** Finds a phrase as whole words, in the plural too, and over the end of a line. A name such as `slurm-account-17` is one word. */
function patternOf(phrase: string): RegExp {
  return new RegExp(`(?<![-\\w])${phrase.replaceAll(" ", "\\s+")}s?(?![-\\w])`, "gi");
}

/** Keeps the lines, so that they can be counted. */
function blank(text: string): string {
  return text.replaceAll(/\S/g, " ");
}
