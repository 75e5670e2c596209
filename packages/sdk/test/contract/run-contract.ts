import type { RecordedRequest } from "@puhuri/testing";
import { expect } from "vitest";
import { type Dialect, UnsupportedByServerError } from "../../src/index.ts";
import { type Contract, type ExpectedCall, type ExpectedList, expectSent } from "./contract.ts";
import type { MockedClient } from "./mocked-client.ts";
import { countOf } from "./spec-examples.ts";

/**
 * Calls a method as a contract says, and checks what it has sent and what came of it.
 *
 * @param onSent - Is told of every request.
 */
export async function runContract(
  contract: Contract,
  dialect: Dialect,
  client: MockedClient,
  onSent: (request: RecordedRequest) => void = () => {},
): Promise<"ok" | "unsupported"> {
  const { puhuri, mock } = client;
  const check = async (call: () => Promise<unknown>, expected: ExpectedCall): Promise<void> => {
    await expectCall(call, expected, client);
    for (const request of mock.requests) onSent(request);
  };
  if (contract[dialect] === "unsupported") {
    await expectUnsupported(contract, client);
    return "unsupported";
  }
  if ("call" in contract) {
    const expected = contract[dialect];
    if (typeof expected === "object") await check(() => contract.call(puhuri), expected);
    return "ok";
  }
  const expected = contract[dialect];
  if (typeof expected === "object") {
    await check(() => contract.list(puhuri).toArray(), rowsCall(expected));
    await check(() => contract.list(puhuri).count(), countCall(expected));
  }
  return "ok";
}

async function expectCall(
  call: () => Promise<unknown>,
  expected: ExpectedCall,
  { mock, begin }: MockedClient,
): Promise<void> {
  begin(expected.wishes);
  const [outcome] = await Promise.allSettled([call()]);
  // First what was sent: if that is wrong, the error is only its consequence.
  expectSent(mock, expected);
  if (outcome.status === "rejected") throw outcome.reason;
  expect(outcome.value).toEqual(expected.result);
}

function rowsCall(expected: ExpectedList): ExpectedCall {
  const { operation, path, filters = "", besides = "", rows } = expected;
  const query = [filters, besides, "page=1&page_size=100"].filter((part) => part !== "").join("&");
  return { requests: [{ operation, line: `GET ${path}?${query}` }], result: rows };
}

function countCall(expected: ExpectedList): ExpectedCall {
  const { operation, path, filters = "", rows, countedByReading = false } = expected;
  if (countedByReading) return { ...rowsCall(expected), result: rows.length };
  const id = operation.replace(/_list$/, "_count");
  const query = [filters, "page_size=1"].filter((part) => part !== "").join("&");
  return { requests: [{ operation: id, line: `HEAD ${path}?${query}` }], result: countOf(id) };
}

async function expectUnsupported(contract: Contract, { puhuri, mock, begin }: MockedClient): Promise<void> {
  begin();
  const calls =
    "call" in contract
      ? [() => contract.call(puhuri)]
      : [() => contract.list(puhuri).toArray(), () => contract.list(puhuri).count()];
  for (const call of calls) {
    // A list says it at once, where the generation is known.
    const [outcome] = await Promise.allSettled([(async () => call())()]);
    expect(outcome).toMatchObject({ status: "rejected", reason: expect.any(UnsupportedByServerError) });
  }
  expect(mock.requests).toEqual([]);
}
