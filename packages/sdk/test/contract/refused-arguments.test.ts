import { beforeEach, describe, expect, it } from "vitest";
import * as bulk from "../../src/bulk/index.ts";
import {
  createPuhuriClient,
  InvalidArgumentError,
  isPuhuriError,
  type PuhuriClient,
  UsageReportError,
} from "../../src/index.ts";
import { Paginated } from "../../src/pagination/paginated.ts";
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
  const object: object = Reflect.get(puhuri, noun);
  const result: unknown = await Reflect.apply(Reflect.get(object, name), object, args);
  // A list of a server whose generation is not known yet is checked when it is used.
  return result instanceof Paginated ? result.toArray() : result;
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
const tried = Object.entries(contracts).map(([method, [contract]]) => {
  const forms = contract === undefined ? [] : refusedForms(method, contract);
  return [method, [...forms, ...(ofOneMethod.get(method) ?? [])]] as const;
});

it("is tried with every method that takes anything", () => {
  expect(tried.map(([method]) => method).sort()).toEqual(nounMethods(client("current")).sort());
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
    // Which filters and columns there are, only the server's generation tells: it is asked once.
    const asked =
      dialect === "auto" && /\.(list|get|users|sshKeys|projects|projectPermissions|listUsers)$/.test(method);
    expect(sent).toEqual(asked ? ["https://puhuri.test/api/"] : []);
  });
});

it("is said at once where the server's generation is known: a list throws before it is used", () => {
  expect(() => client("2021").resources.list({ order_state: "executing" })).toThrow(InvalidArgumentError);
  expect(() => client("current").orders.list({ resource_uuid: "x" })).toThrow(InvalidArgumentError);
  expect(() => client("auto").orders.list({ resource_uuid: "x" })).not.toThrow();
  expect(() => client("auto").serviceProviders.users("x")).toThrow(InvalidArgumentError);
});

it("is said at once of a list's options, too", () => {
  const { resources } = client("current");
  for (const options of [{ signal: "stop" }, { timeoutMs: Number.NaN }, { retry: { maxRetries: -1 } }]) {
    expect(() => Reflect.apply(resources.list, resources, [{}, options])).toThrow(InvalidArgumentError);
  }
  expect(sent).toEqual([]);
});

it("takes null for no options, as callers without types give it", async () => {
  const puhuri = client("current");
  await call(puhuri, "resources.get", [RESOURCE, undefined, null]);
  await call(puhuri, "resources.get", [RESOURCE, {}, { retry: null, timeoutMs: undefined }]);
  expect(sent).toHaveLength(2);
});

it("names what is known instead", () => {
  const list = () => call(client("2021"), "resources.list", [{ sate: "OK" }]);
  return expect(list()).rejects.toMatchObject({
    argument: "sate",
    message: expect.stringMatching(/knows no filter "sate".*state/s),
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
