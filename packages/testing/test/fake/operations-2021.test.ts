import { expect, test } from "vitest";
import { api2021 } from "../../src/fake/routes/2021.ts";
import { loadSpec } from "../../src/spec/load-spec.ts";
import { createContract } from "../contract/contract.ts";

test("the 2021 fake serves exactly the operations the spec has for 2021", () => {
  const served = api2021.routes
    .flatMap(({ actions }) => Object.values(actions))
    .flatMap(({ operationId, countId }) => [operationId, countId])
    .filter((id) => id !== undefined);
  const { operations } = createContract(loadSpec(), { dialect: "2021" });
  expect(served.sort()).toEqual(operations.map(({ operation }) => operation.operationId).sort());
});
