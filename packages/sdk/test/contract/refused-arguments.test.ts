import { beforeEach, describe, expect, it } from "vitest";
import * as bulk from "../../src/bulk/index.ts";
import { createPuhuriClient, isPuhuriError, type PuhuriClient, UsageReportError } from "../../src/index.ts";
import { Paginated } from "../../src/list/paginated.ts";
import { contracts } from "./methods/all.ts";
import { PLAN_PERIOD, RESOURCE } from "./methods/ids.ts";
import { refused } from "./methods/refused.ts";
import { TOKEN } from "./mocked-client.ts";
import { nounMethods } from "./noun-methods.ts";
import { refusedForms } from "./refused-forms.ts";

let sent: string[] = [];
beforeEach(() => {
  sent = [];
});

function client(dialect: "2021" | "current" | "auto"): PuhuriClient {
  const fetch = async (url: string): Promise<Response> => {
    sent.push(url);
    return Response.json({ "marketplace-provider-resources": url });
  };
  return createPuhuriClient({ baseUrl: "https://puhuri.test", token: TOKEN, dialect, fetch });
}

async function call(puhuri: PuhuriClient, method: string, args: readonly unknown[]): Promise<unknown> {
  const [noun = "", name = ""] = method.split(".");
  if (noun === "bulk") return Reflect.apply(Reflect.get(bulk, name), undefined, [puhuri, ...args]);
  const object: object = name === "" ? puhuri : Reflect.get(puhuri, noun);
  const result = atOnce(() => Reflect.apply(Reflect.get(object, name || noun), object, args));
  // A list is checked when it is used.
  return result instanceof Paginated ? result.toArray() : result;
}

/** What is thrown before there is a promise would miss a `.catch()`. */
function atOnce(start: () => unknown): unknown {
  try {
    return start();
  } catch (error) {
    throw new Error("thrown at once", { cause: error });
  }
}

/** The code of the error it was refused with; anything else as it is. */
async function refusal(puhuri: PuhuriClient, method: string, args: readonly unknown[]): Promise<unknown> {
  try {
    return { result: await call(puhuri, method, args) };
  } catch (error) {
    if (String(error).includes(TOKEN)) return "an error with the token";
    return isPuhuriError(error) ? error.code : error;
  }
}

const ofOneMethod = new Map<string, readonly (readonly unknown[])[]>(Object.entries(refused));
/** `server` takes nothing but options. */
const takesArguments = (method: string) => method !== "server";
const tested = Object.entries(contracts).filter(([method]) => takesArguments(method));
const tried = tested.map(([method, [contract]]) => {
  const forms = contract === undefined ? [] : refusedForms(method, contract);
  return [method, [...forms, ...(ofOneMethod.get(method) ?? [])]] as const;
});

it("is tried with every method that takes anything", () => {
  expect(tried.map(([method]) => method).sort()).toEqual(
    nounMethods(client("current")).filter(takesArguments).sort(),
  );
  expect(tried.filter(([, lists]) => lists.length === 0)).toEqual([]);
});

describe.each([
  ["current", ["invalid-argument", "usage-report"]],
  ["2021", ["invalid-argument", "usage-report", "unsupported-by-server"]],
  ["auto", ["invalid-argument", "usage-report"]],
] as const)("with a server that is %s", (dialect, codes: readonly unknown[]) => {
  it.each(tried)("%s refuses what it cannot send", async (method, lists) => {
    const puhuri = client(dialect);
    const taken = [];
    for (const args of lists) {
      const answer = await refusal(puhuri, method, args);
      if (!codes.includes(answer)) taken.push({ args, answer });
    }
    expect(taken).toEqual([]);
    // Which filters there are, only the server's generation tells: it is asked once.
    const asked =
      dialect === "auto" && /\.(list|users|sshKeys|projects|projectPermissions|list\w+)$/.test(method);
    expect(sent).toEqual(asked ? ["https://puhuri.test/api/"] : []);
  });
});

describe("a list", () => {
  const cases: readonly [string, (puhuri: PuhuriClient) => Paginated<unknown>][] = [
    ["a filter that is none", ({ resources }) => Reflect.apply(resources.list, resources, [{ sate: "OK" }])],
    ["a value that is no uuid", ({ resources }) => resources.list({ offering_uuid: "x" })],
    [
      "an option in the place of a filter",
      ({ resources }) => Reflect.apply(resources.list, resources, [{ pageSize: 5 }]),
    ],
    ["a mistyped option", ({ resources }) => Reflect.apply(resources.list, resources, [{}, { pagesize: 5 }])],
    ["an option out of range", ({ resources }) => resources.list({}, { pageSize: 0 })],
    ["a timeout that is no number", ({ resources }) => resources.list({}, { timeoutMs: Number.NaN })],
    [
      "a signal that is none",
      ({ resources }) => Reflect.apply(resources.list, resources, [{}, { signal: "stop" }]),
    ],
    ["no uuid", ({ serviceProviders }) => serviceProviders.users("x")],
  ];

  it.each(["2021", "current", "auto"] as const)(
    "is refused by its first use, whichever that is (%s)",
    async (dialect) => {
      const puhuri = client(dialect);
      for (const [what, list] of cases) {
        const uses = [
          list(puhuri).toArray(),
          list(puhuri).first(),
          list(puhuri).count(),
          list(puhuri).pages().next(),
          list(puhuri)[Symbol.asyncIterator]().next(),
        ];
        for (const use of await Promise.allSettled(uses)) {
          expect(use, what).toMatchObject({
            status: "rejected",
            reason: { code: expect.stringMatching(/^(invalid-argument|unsupported-by-server)$/) },
          });
        }
      }
      expect(new Set(sent)).toEqual(new Set(dialect === "auto" ? ["https://puhuri.test/api/"] : []));
    },
  );
});

it("takes null for no options, as callers without types give it", async () => {
  const puhuri = client("current");
  await call(puhuri, "resources.get", [RESOURCE, undefined, null]);
  await call(puhuri, "resources.get", [RESOURCE, {}, { retry: undefined, timeoutMs: undefined }]);
  expect(sent).toHaveLength(2);
});

it("names what is known instead", () => {
  const list = () => call(client("2021"), "resources.list", [{ sate: "OK" }]);
  return expect(list()).rejects.toMatchObject({
    argument: "sate",
    message: expect.stringMatching(/does not know the filter "sate".*state/s),
  });
});

it("says which component is there twice in a report", () => {
  const { usages } = client("current");
  const twice = usages.set({
    resource: RESOURCE,
    usages: [
      { type: "cpu", amount: 1 },
      { type: "cpu", amount: 2 },
    ],
  });
  return expect(twice).rejects.toMatchObject({ code: "invalid-argument", argument: "usages[1].type" });
});

it("keeps fractions and a resource's address from a 2021 server", async () => {
  const { usages } = client("2021");
  const half = usages.set({ plan_period: PLAN_PERIOD, usages: [{ type: "cpu", amount: "0.5" }] });
  await expect(half).rejects.toBeInstanceOf(UsageReportError);
  const huge = usages.set({ plan_period: PLAN_PERIOD, usages: [{ type: "cpu", amount: 2 ** 31 }] });
  await expect(huge).rejects.toMatchObject({ reason: "bad-amount", component: "cpu" });
  const resource = usages.set({ resource: RESOURCE, usages: [{ type: "cpu", amount: 1 }] });
  await expect(resource).rejects.toMatchObject({ argument: "plan_period" });
  expect(sent).toEqual([]);
});
