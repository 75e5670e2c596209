// Runs a bundle in a page of a headless browser, and prints what it returns:
// node drive-page.ts <browser> <bundle> <address of the worlds>
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import process from "node:process";
import { launch } from "./launch.ts";

const [browserPath = "", bundle = "", worldsUrl = ""] = process.argv.slice(2);
const page = `<!doctype html><meta charset="utf-8"><title>suite</title><script>${readFileSync(bundle, "utf8")}</script>`;

// A page has an origin of its own, which is not that of any fake.
const server = createServer((_request, response) => {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.end(page);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = server.address();
if (typeof address !== "object" || address === null) throw new Error("The page has no address.");

const browser = await launch(browserPath);
try {
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${address.port}/`);
  const results = await tab.evaluate(`runSuite(${JSON.stringify(worldsUrl)})`);
  console.log(JSON.stringify(results));
} finally {
  await browser.close();
  server.close();
}
