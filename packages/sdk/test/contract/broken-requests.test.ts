import { expect, it } from "vitest";
import type { Dialect } from "../../src/index.ts";
import type { Contract } from "./contract.ts";
import { resourceContracts } from "./methods/resources.ts";
import { usageContracts } from "./methods/usages.ts";
import { type Fetch, mockedClient } from "./mocked-client.ts";
import { runContract } from "./run-contract.ts";

// What the other contract tests are worth: requests that were tampered with do not pass them.

const [list] = resourceContracts["resources.list"];
const [setBackendId] = resourceContracts["resources.setBackendId"];
const [setState] = resourceContracts["resources.setState"];
const [setUsage] = usageContracts["usages.set"];

type Tamper = (url: string, init: RequestInit) => [url: string, init: RequestInit];

function bodyWith(change: (body: Record<string, unknown>) => void): Tamper {
  return (url, init) => {
    if (typeof init.body !== "string") return [url, init];
    const body = JSON.parse(init.body);
    change(body);
    return [url, { ...init, body: JSON.stringify(body) }];
  };
}

function headersWith(name: string, value: string): Tamper {
  return (url, init) => {
    const headers = new Headers(init.headers);
    headers.set(name, value);
    return [url, { ...init, headers }];
  };
}

const breaches: [what: string, dialect: Dialect, contract: Contract, tamper: Tamper, finds: RegExp][] = [
  [
    "a body without one of its keys",
    "2021",
    setUsage,
    bodyWith((body) => delete body.usages),
    /body.*usages/s,
  ],
  [
    "a body with a key too many",
    "current",
    setBackendId,
    bodyWith((body) => Object.assign(body, { backendId: "" })),
    /backendId/,
  ],
  [
    "a fraction on a 2021 server",
    "2021",
    setUsage,
    bodyWith((body) => Object.assign(body, { usages: [{ type: "cpu", amount: 10.5 }] })),
    /amount/,
  ],
  [
    "a path without its last slash",
    "current",
    setBackendId,
    (url, init) => [url.replace(/\/$/, ""), init],
    /slash/,
  ],
  [
    "a uuid with dashes",
    "2021",
    setBackendId,
    (url, init) => [url.replace(/(\/[0-9a-f]{8})(?=[0-9a-f]{24}\/)/, "$1-"), init],
    /path\.uuid/,
  ],
  [
    "an operation of the other generation",
    "2021",
    list,
    (url, init) => [url.replace("marketplace-resources", "marketplace-provider-resources"), init],
    /dialect 2021/,
  ],
  ["a mistyped filter", "2021", list, (url, init) => [url.replace("state=", "sate="), init], /query\.sate/],
  [
    "columns with a comma between them",
    "current",
    list,
    (url, init) => [`${url}&field=name,state`, init],
    /query\.field/,
  ],
  [
    "another scheme of authorization",
    "current",
    list,
    headersWith("authorization", "Bearer abc"),
    /authorization/,
  ],
  ["a form instead of JSON", "2021", setBackendId, headersWith("content-type", "text/plain"), /content-type/],
  // The spec allows these; they are not what was meant.
  [
    "another state than the one asked for",
    "2021",
    setState,
    bodyWith((body) => Object.assign(body, { state: "erred" })),
    /erred/,
  ],
  [
    "a page of another size",
    "current",
    list,
    (url, init) => [url.replace(/page_size=\d+/, "page_size=10"), init],
    /page_size/,
  ],
  ["another token", "2021", list, headersWith("authorization", "Token another"), /another/],
  ["another host", "2021", list, (url, init) => [url.replace("//", "//elsewhere."), init], /elsewhere/],
];

it.each(breaches)(
  "finds %s (%s)",
  async (_, dialect, contract, tamper, finds) => {
    const through =
      (fetch: Fetch): Fetch =>
      (url, init) =>
        fetch(...tamper(url, init));
    const broken = await mockedClient(dialect, through);
    const error: unknown = await runContract(contract, dialect, broken).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(`${error}\n${JSON.stringify(Object(error).actual)}`).toMatch(finds);

    await expect(runContract(contract, dialect, await mockedClient(dialect))).resolves.toBe("ok");
  },
  30_000,
);
