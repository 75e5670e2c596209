// A process of its own: makes one call on a fake under V8's coverage, and prints how much of the sdk it went through.
import { Session } from "node:inspector/promises";
import { createPuhuriClient, type PuhuriClient } from "@puhuri/sdk";
import { reportUsageMany } from "@puhuri/sdk/bulk";
import { createFakePuhuri } from "@puhuri/testing";

/** How many files and functions of the sdk ran. */
export interface Passed {
  readonly files: number;
  readonly functions: number;
}

const CALLS: Readonly<Record<string, (puhuri: PuhuriClient, allocation: string) => Promise<unknown>>> = {
  list: (puhuri) => puhuri.resources.list({ state: "Creating", fields: ["name"] }).toArray(),
  setState: (puhuri, allocation) => puhuri.resources.setState(allocation, "OK"),
  reportUsageMany: (puhuri, resource) =>
    reportUsageMany(puhuri, [{ resource, amounts: { cpu: 1 } }]).finish(),
};

const [name = ""] = process.argv.slice(2);
const fake = createFakePuhuri({ dialect: "current" });
const { uuid = "" } = fake.state.resourceNamed("Sample resource") ?? {};
// Usage is reported of what has been approved.
if (name === "reportUsageMany") await newClient().resources.setState(uuid, "OK");
const puhuri = newClient();

const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
await CALLS[name]?.(puhuri, uuid);
const { result } = await session.post("Profiler.takePreciseCoverage");
session.disconnect();

const scripts = result.filter(({ url }) => /\/packages\/sdk\/src\//.test(url));
const ran = scripts.map(
  ({ functions }) => functions.filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0).length,
);
const passed: Passed = {
  files: ran.filter((functions) => functions > 0).length,
  functions: ran.reduce((sum, functions) => sum + functions, 0),
};
console.log(JSON.stringify(passed));

function newClient(): PuhuriClient {
  return createPuhuriClient({
    baseUrl: "https://puhuri.example",
    token: fake.tokenOf("owner"),
    fetch: fake.fetch,
  });
}
