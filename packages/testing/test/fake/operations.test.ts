import { expect, test } from "vitest";
import { endpointsAt } from "../../src/fake/routes.ts";
import { CURRENT_GENERATIONS, type Generation } from "../../src/fake/state/words.ts";
import { loadSpec } from "../../src/spec/load-spec.ts";
import { createContract } from "../contract/contract.ts";
import { isKnownTo } from "../contract/generations.ts";

function served(generation: Generation): string[] {
  return endpointsAt(generation)
    .flatMap(({ actions }) => Object.values(actions))
    .flatMap(({ operationId, countId }) => [operationId, countId])
    .filter((id) => id !== undefined)
    .sort();
}

const spec = loadSpec();

test("the 2021 fake serves exactly the operations the spec has for 2021", () => {
  const { operations } = createContract(spec, { dialect: "2021" });
  expect(served("2021")).toEqual(operations.map(({ operation }) => operation.operationId).sort());
});

test.each(CURRENT_GENERATIONS)(
  "the fake of %s serves exactly the operations the spec has for it",
  (generation) => {
    const operations = createContract(spec, { dialect: "current" })
      .operations.map(({ operation }) => operation)
      .filter((operation) => isKnownTo(generation, operation) && operation["x-fake"] !== "to come");
    expect(served(generation)).toEqual(operations.map(({ operationId }) => operationId).sort());
  },
);
