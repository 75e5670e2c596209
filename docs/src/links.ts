import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { type Page, root } from "./pages.ts";

/** The links of a page that lead nowhere: files that are not there, headings that no longer are. */
export function brokenLinks({ file, text }: Page): string[] {
  const prose = text.replace(/^\s*```[\s\S]*?^\s*```/gm, "").replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = ""]) => {
    if (/^https?:/.test(target)) return [];
    const [path = "", anchor] = target.split("#");
    const linked = path === "" ? text : textOf(join(dirname(file), path));
    const isThere = linked !== undefined && (anchor === undefined || anchorsOf(linked).includes(anchor));
    return isThere ? [] : [`${file}: ${target}`];
  });
}

/** Undefined if there is no such file; of a folder nothing is read. */
function textOf(file: string): string | undefined {
  const stat = statSync(root + file, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  return stat.isFile() ? readFileSync(root + file, "utf8") : "";
}

/** As GitHub makes them of headings. */
function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}_\- ]/gu, "")
      .replaceAll(" ", "-"),
  );
}
