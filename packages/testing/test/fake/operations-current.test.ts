import { expect, test } from "vitest";
import { currentApi } from "../../src/fake/routes/current.ts";
import type { Generation } from "../../src/fake/words.ts";
import { loadSpec } from "../../src/spec/load-spec.ts";
import { createContract } from "../contract/contract.ts";

function served(generation: Generation): string[] {
  return currentApi(generation)
    .routes.flatMap(({ actions }) => Object.values(actions))
    .flatMap(({ operationId, countId }) => [operationId, countId])
    .filter((id) => id !== undefined);
}

test("the 8.x fake serves exactly the operations the spec has for current servers", () => {
  const { operations } = createContract(loadSpec(), { dialect: "current" });
  expect(served("8.x").sort()).toEqual(operations.map(({ operation }) => operation.operationId).sort());
});

test("the 2024-10 fake lacks two of them", () => {
  const old = new Set(served("2024-10"));
  expect(served("8.x").filter((id) => !old.has(id))).toEqual([
    "provider_resources_set_as_ok",
    "component_usages_set_user_usages",
  ]);
});
