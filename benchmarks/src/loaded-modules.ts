// A process of its own, told what to load: prints which files Node reads for the sdk, and when it loads its HTTP stack.
import { registerHooks } from "node:module";

const files: string[] = [];
registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith("file:")) files.push(url);
    return nextLoad(url, context);
  },
});

/** Node's own list of what it has loaded of itself; `fetch` and its classes load undici when they are first touched. */
function hasHttpStack(): boolean {
  const loaded: unknown = Reflect.get(process, "moduleLoadList");
  if (!Array.isArray(loaded)) throw new Error("This Node does not list its own modules.");
  return loaded.some((name) => /undici\/undici$/.test(String(name)));
}

const { createPuhuriClient } = await import("@puhuri/sdk");
const onImport = files.length;
const puhuri = createPuhuriClient({
  baseUrl: "https://puhuri.example",
  token: "benchmark",
  fetch: async () => Response.json({}),
});
puhuri.resources.list({ state: "Creating" });
const early = { files: [...files], onImport, hasHttpStack: hasHttpStack() };
await puhuri.resources.get("0".repeat(32));
const late = { files: files.slice(early.files.length), hasHttpStack: hasHttpStack() };
console.log(JSON.stringify({ early, late }));
