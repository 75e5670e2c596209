import type { PuhuriClient } from "../../src/index.ts";
import type { Contract } from "./contract.ts";
import { RESOURCE } from "./methods/ids.ts";

const NO_UUIDS: readonly unknown[] = [
  undefined,
  null,
  "",
  " ",
  17,
  {},
  "..",
  "a1916bd53fd04b1ab1a4e700c926607",
  `${RESOURCE}0`,
  `../${RESOURCE}`,
  "g1916bd53fd04b1ab1a4e700c926607b",
];
const NO_QUERIES: readonly unknown[] = [
  null,
  17,
  "state=OK",
  ["state"],
  { sate: "OK" },
  { fields: "name" },
  { fields: [] },
  { fields: ["\ud800"] },
  { omit: ["name"] },
  { page: 2 },
  { page_size: 1000 },
  { field: ["name"] },
  { constructor: 1 },
];

/** Methods whose contracts pass options. */
const PASSING_OPTIONS = ["resources.reportUsage", "orders.reject"];

/** Lists of arguments that a method refuses because of its form: of uuids and queries that are none. */
export function refusedForms(method: string, contract: Contract): unknown[][] {
  // Functions that take the client and a source.
  if (method.startsWith("bulk.")) return [];
  const args = argumentsOf(method, contract);
  const isQueried = "list" in contract || /\.get$/.test(method);
  const uuids = args.findIndex((arg) => !isUuid(arg));
  const beforeQuery = args.slice(0, uuids === -1 ? args.length : uuids);
  return [
    ...args.flatMap((arg, i) => (isUuid(arg) ? NO_UUIDS.map((wrong) => args.with(i, wrong)) : [])),
    // No call has such an option, and no list such a filter.
    [...(PASSING_OPTIONS.includes(method) ? args.slice(0, -1) : args), { timeout: 5 }],
    ...(isQueried ? NO_QUERIES.map((query) => [...beforeQuery, query]) : []),
  ];
}

function isUuid(arg: unknown): boolean {
  return typeof arg === "string" && /^[0-9a-f]{32}$/.test(arg);
}

/** The arguments a contract passes to its method, which is not called. */
function argumentsOf(method: string, contract: Contract): readonly unknown[] {
  const [noun = "", name = ""] = method.split(".");
  let args: readonly unknown[] | undefined;
  const note = (...given: unknown[]): void => {
    args ??= given;
  };
  // The client has a method that is of no noun.
  const part = name === "" ? note : { [name]: note };
  const puhuri: PuhuriClient = Object.assign(Object.create(null), { [noun]: part });
  const call = async () => ("list" in contract ? contract.list(puhuri) : contract.call(puhuri));
  // What it makes of the answer does not matter.
  call().catch(() => {});
  if (args === undefined) throw new Error(`The contract of ${method} does not call it.`);
  return args;
}
