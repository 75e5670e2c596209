import { expect, test } from "vitest";
import { routesOf } from "../../src/fake/routes.ts";
import type { Generation } from "../../src/fake/state/words.ts";
import { loadSpec } from "../../src/spec/load-spec.ts";
import { createContract } from "../contract/contract.ts";

function served(generation: Generation): string[] {
  return routesOf(generation)
    .flatMap(({ actions }) => Object.values(actions))
    .flatMap(({ operationId, countId }) => [operationId, countId])
    .filter((id) => id !== undefined)
    .sort();
}

test.each([
  ["2021", "2021"],
  ["current", "8.x"],
] as const)(
  "the newest fake of dialect %s serves exactly the operations the spec has for it",
  (dialect, generation) => {
    const { operations } = createContract(loadSpec(), { dialect });
    expect(served(generation)).toEqual(operations.map(({ operation }) => operation.operationId).sort());
  },
);

test("the 2024-10 fake lacks what came later", () => {
  const old = served("2024-10");
  expect(served("8.x").filter((id) => !old.includes(id))).toEqual([
    "component_usages_set_user_usages",
    "provider_resources_set_as_ok",
  ]);
});
