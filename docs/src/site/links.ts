import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path/posix";
import { type Page, root } from "../pages.ts";

const sdk: { readonly version: string; readonly repository: { readonly url: string } } = JSON.parse(
  readFileSync(`${root}packages/sdk/package.json`, "utf8"),
);
/** All packages have the same. */
export const VERSION = sdk.version;
/** The repository on the web. */
export const REPOSITORY = sdk.repository.url.replace(/^git\+|\.git$/g, "");
/** Where the sources are shown that are no pages of the site. */
export const SOURCES = `${REPOSITORY}/tree/main`;

/**
 * The text of a page with its links as the site needs them. A link to a folder leads to the folder's README, one to
 * anything else that is no page to the sources. Blocks of code stay as they are.
 */
export function withSiteLinks({ file, text }: Page, isPage: (file: string) => boolean): string {
  const parts = text.split(/^(\s*```[\s\S]*?^\s*```.*$)/m);
  return parts.map((part, i) => (i % 2 === 1 ? part : part.replace(LINK, moved))).join("");

  function moved(link: string, before: string, target: string): string {
    if (/^(https?:|#)/.test(target)) return link;
    const [path = "", anchor] = target.split("#");
    const linked = join(dirname(file), path);
    const page = isFolder(linked) ? join(linked, "README.md") : linked;
    if (!isPage(page)) return `${before}${SOURCES}/${linked})`;
    const from = relative(dirname(file), page);
    return `${before}${from.startsWith(".") ? from : `./${from}`}${anchor === undefined ? "" : `#${anchor}`})`;
  }
}

const LINK = /(\]\()([^)\s]+)\)/g;

function isFolder(file: string): boolean {
  return existsSync(root + file) && statSync(root + file).isDirectory();
}
