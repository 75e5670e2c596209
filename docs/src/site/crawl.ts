import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The links and assets of a built site that lead nowhere: no such file, or no such place in it. */
export function brokenSiteLinks(folder: string): string[] {
  const files = new Map(
    globSync("**/*.{html,svg}", { cwd: folder }).map((file) => [
      file,
      readFileSync(join(folder, file), "utf8"),
    ]),
  );
  const assets = new Set(globSync("**/*", { cwd: folder }));
  const places = new Map([...files].map(([file, html]) => [file, placesOf(html)]));
  return [...files].flatMap(([file, html]) =>
    targetsOf(html).flatMap((target) => {
      const [path = "", anchor = ""] = target.split("#");
      const named = join(dirname(file), decodeURIComponent(path));
      const linked = path === "" ? file : path.endsWith("/") ? join(named, "index.html") : named;
      if (!assets.has(linked)) return [`${file}: ${target}`];
      const isThere = anchor === "" || places.get(linked)?.has(decodeURIComponent(anchor));
      return isThere ? [] : [`${file}: ${target}`];
    }),
  );
}

/** The relative targets of `href` and `src`, each once. */
function targetsOf(html: string): string[] {
  const targets = [...html.matchAll(/\s(?:href|src)="([^"]+)"/g)].map(([, target = ""]) =>
    target.replaceAll("&amp;", "&"),
  );
  return [...new Set(targets)].filter((target) => !/^[a-z]+:/i.test(target));
}

function placesOf(html: string): Set<string> {
  return new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id.replaceAll("&amp;", "&")));
}
