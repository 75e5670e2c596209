import type { PuhuriClient } from "../../../src/index.ts";
import type { Contract, ExpectedCall } from "../contract.ts";
import {
  exampleOf,
  isAnsweredEmpty,
  type LocatedOperation,
  operations,
  requestExampleOf,
  successOf,
} from "../spec-examples.ts";
import { RESOURCE } from "./ids.ts";

const GENERATIONS = ["2021", "current"] as const;

/** Every operation of the spec, sent as the raw client sends it: for many that is the only way. */
export const rawContracts: readonly Contract[] = operations.flatMap((operation) =>
  GENERATIONS.filter((generation) => operation.tags.includes(generation)).map((generation) => ({
    says: `${operation.method} ${operation.path}`,
    call: ({ api }: PuhuriClient) => send(api, operation, generation),
    [generation]: expected(operation, generation),
  })),
);

/** What came; of an answer without a body its status. */
async function send(
  api: PuhuriClient["api"],
  { method, path, operationId }: LocatedOperation,
  generation: string,
): Promise<unknown> {
  const init = { params: { path: { uuid: RESOURCE } }, body: requestExampleOf(operationId, generation) };
  const answer: { data?: unknown; response: Response } = await Reflect.apply(Reflect.get(api, method), api, [
    path,
    init,
  ]);
  return answer.data === undefined || answer.data === "" ? answer.response.status : answer.data;
}

function expected({ method, path, operationId }: LocatedOperation, generation: string): ExpectedCall {
  const line = `${method} ${path.replace("{uuid}", RESOURCE)}`;
  const isEmpty = method === "HEAD" || isAnsweredEmpty(operationId);
  return {
    requests: [{ operation: operationId, line, body: requestExampleOf(operationId, generation) }],
    result: isEmpty ? successOf(operationId) : exampleOf(operationId, generation),
  };
}
