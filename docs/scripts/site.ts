// Builds the site of the docs into `docs/dist`, and fails where a link is broken, an export has no
// comment, or the search does not find the page.
// `--serve` serves it then, on the port that follows or on 8000.
import { fileURLToPath } from "node:url";
import { buildSite } from "../src/site/build-site.ts";
import { brokenSiteLinks } from "../src/site/crawl.ts";
import { searchProblems } from "../src/site/search.ts";
import { serveFolder } from "../src/site/serve.ts";

const folder = fileURLToPath(new URL("../dist", import.meta.url));
const problems = [
  ...(await buildSite(folder)),
  ...brokenSiteLinks(folder).map((link) => `Broken link in ${link}`),
  ...searchProblems(folder),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`The site is in ${folder}.`);

const serve = process.argv.indexOf("--serve");
if (serve !== -1) {
  const server = await serveFolder(folder, Number(process.argv[serve + 1] ?? 8000));
  const address = server.address();
  if (typeof address === "object") console.log(`Look at it on http://127.0.0.1:${address?.port}/`);
}
