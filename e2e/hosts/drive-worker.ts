// Runs a bundle as a worker, and prints what it answers: node drive-worker.ts <bundle> <address of the worlds>
import { dirname } from "node:path";
import process from "node:process";
import { Miniflare } from "miniflare";

const [bundle = "", worldsUrl = ""] = process.argv.slice(2);
const miniflare = new Miniflare({
  modules: [{ type: "ESModule", path: bundle }],
  modulesRoot: dirname(bundle),
  compatibilityDate: "2026-07-01",
});
try {
  const response = await miniflare.dispatchFetch("http://worker.test/", { method: "POST", body: worldsUrl });
  console.log(await response.text());
} finally {
  await miniflare.dispose();
}
