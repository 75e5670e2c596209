import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path/posix";
import { type Page, readPages } from "../pages.ts";
import { withSiteLinks } from "./links.ts";
import { HOME, navigation, PACKAGES } from "./navigation.ts";
import { addressOf } from "./router.ts";

/** Writes the pages as the site takes them, in the folders they have in the repository. */
export function writeSitePages(folder: string): void {
  const pages = readPages();
  const isPage = (file: string) => pages.some((page) => page.file === file);
  rmSync(folder, { recursive: true, force: true });
  for (const page of pages) {
    const target = `${folder}/${page.file}`;
    mkdirSync(dirname(target), { recursive: true });
    const text = withSiteLinks(page, isPage);
    writeFileSync(target, frontMatter(page) + (isTitled(page) ? text.replace(/^# .*\n/, "") : text));
  }
}

/** The pages that the navigation begins with, in its order; those of a folder stand below the folder's README. */
export function topPages(): string[] {
  return navigation().flatMap(({ pages }) => pages.filter((page) => !parentsOf(pages).has(page)));
}

/** The README above each page of a folder that has one, unless the whole section is of that folder. */
function parentsOf(pages: readonly string[]): Map<string, string> {
  const readmes = pages.slice(1).filter((page) => page.startsWith("docs/") && page.endsWith("/README.md"));
  return new Map(
    readmes.flatMap((readme) =>
      pages
        .filter((page) => page !== readme && dirname(page) === dirname(readme))
        .map((page): [string, string] => [page, readme]),
    ),
  );
}

/** Whether typedoc writes a title of its own above it. */
function isTitled({ file }: Page): boolean {
  return file === HOME || PACKAGES.some(({ readme }) => readme === file);
}

/** What tells the title of a page and its place. */
function frontMatter({ file, text }: Page): string {
  const section = navigation().find(({ pages }) => pages.includes(file));
  if (section === undefined) return "";
  const parents = parentsOf(section.pages);
  const children = [...parents].filter(([, readme]) => readme === file).map(([page]) => page);
  const title = /^# (.*)$/m.exec(text)?.[1] ?? file;
  return [
    "---",
    `title: ${JSON.stringify(title)}`,
    `address: ${addressOf(file)}`,
    ...(parents.has(file) ? [] : [`group: ${section.name}`]),
    ...(children.length > 0 ? ["children:"] : []),
    ...children.map((child) => `  - ./${relative(dirname(file), child)}`),
    "---",
    "",
    "",
  ].join("\n");
}
