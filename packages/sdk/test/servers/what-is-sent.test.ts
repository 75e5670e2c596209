import { describe, it } from "vitest";
import { exampleClient } from "../contract/example-client.ts";
import { cases } from "../contract/methods/all.ts";
import { DIALECTS } from "../contract/mocked-client.ts";
import { runContract } from "../contract/run-contract.ts";

// What each method sends, without Prism: that the spec allows it is for `test/contract` to say. States are set in
// `test/workflows`, on a server that has some.
const apart = ["api", "resources.setState"];

describe.each(DIALECTS)("a server of %s is sent what its contract says", (dialect) => {
  const here = cases.filter((it) => it[dialect] !== undefined && !apart.includes(it.method));
  it.each(here)("$method $says", async (contract) => {
    await runContract(contract, dialect, exampleClient(dialect));
  });
});
