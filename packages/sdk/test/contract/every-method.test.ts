import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Dialect } from "../../src/index.ts";
import { cases, contracts } from "./methods/all.ts";
import { DIALECTS, mockedClient, type RenewableClient } from "./mocked-client.ts";
import { nounMethods } from "./noun-methods.ts";
import { runContract } from "./run-contract.ts";
import { operations, queryOf } from "./spec-examples.ts";

const clients = new Map<Dialect, RenewableClient>();
/** How a method's contracts were kept, by method and dialect. */
const outcomes = new Map<string, string[]>();
const sent = new Set<string>();

function clientOf(dialect: Dialect): RenewableClient {
  const client = clients.get(dialect);
  if (client === undefined) throw new Error(`The mock of ${dialect} is not up.`);
  return client;
}

/** A method that a generation has may have options it has not. */
function verdict(method: string, dialect: Dialect): string {
  const all = outcomes.get(`${method} ${dialect}`) ?? [];
  return ["FAILED", "ok", "unsupported"].find((outcome) => all.includes(outcome)) ?? "-";
}

/** Lists a 2021 server always sends whole, whatever `field` says. */
const WHOLE_IN_2021 = ["component_usages_list", "offering_users_list", "service_providers_list"];

function canSelect(operationId: string, dialect: Dialect): boolean {
  if (dialect === "2021" && WHOLE_IN_2021.includes(operationId)) return false;
  return queryOf(operationId).some(({ name }) => name === "field");
}

// Prism takes its time on a busy machine.

beforeAll(async () => {
  for (const dialect of DIALECTS) clients.set(dialect, await mockedClient(dialect));
});

describe.each(DIALECTS)("on a server of %s", (dialect) => {
  it.each(cases.filter((contract) => contract[dialect] !== undefined))("$method $says", async (contract) => {
    const key = `${contract.method} ${dialect}`;
    const before = outcomes.get(key) ?? [];
    outcomes.set(key, [...before, "FAILED"]);
    const whole: string[] = [];
    const outcome = await runContract(
      contract,
      dialect,
      clientOf(dialect).anew(),
      ({ operationId = "", url }) => {
        sent.add(operationId);
        if (canSelect(operationId, dialect) && !new URL(url).searchParams.has("field")) whole.push(url);
      },
    );
    // What the sdk reads for itself, it reads in part.
    if (!/^api$|\.(get|list\w*|users|sshKeys|projects|projectPermissions)$/.test(contract.method)) {
      expect(whole).toEqual([]);
    }
    outcomes.set(key, [...before, outcome]);
  });
});

it("has a contract of every method of every noun, for each generation of servers", () => {
  const methods = nounMethods(clientOf("current").puhuri);
  const kept = methods.flatMap((method) =>
    DIALECTS.map((dialect) => `${method} ${dialect}: ${verdict(method, dialect)}`),
  );
  expect(kept.filter((line) => !/: (ok|unsupported)$/.test(line))).toEqual([]);
  expect(Object.keys(contracts).sort()).toEqual([...methods].sort());
});

it("has sent every operation of the spec", () => {
  const missed = operations.map(({ operationId }) => operationId).filter((id) => !sent.has(id));
  expect(missed).toEqual([]);
});

afterAll(() => {
  const rows = [...new Set(cases.map(({ method }) => method))].map((method) =>
    [method.padEnd(40), ...DIALECTS.map((it) => verdict(method, it).padEnd(12))].join(""),
  );
  const title = ["method".padEnd(40), ...DIALECTS.map((dialect) => dialect.padEnd(12))].join("");
  console.log(["Contract with the spec, checked by Prism", title, ...rows].join("\n"));
});
