import { type IndexedOperation, indexOperations, type SpecDialect } from "../../src/spec/operation-index.ts";
import type { SpecDocument } from "../../src/spec/spec-document.ts";
import { asksForColumns, checkRequest } from "./check-request.ts";
import { checkResponse } from "./check-response.ts";
import type { ContractCheck, Exchange } from "./exchange.ts";
import { createValidators } from "./validators.ts";

export interface ContractOptions {
  /**
   * The generation of the server. With it, operations of the other generation are outside the contract, and of two forms of
   * a row only the right one counts. Without it, either form is good.
   */
  dialect?: SpecDialect;
}

/** Judges exchanges by the spec. */
export interface Contract {
  /** The operations of the contract. */
  readonly operations: readonly IndexedOperation[];
  /** Finds the operation of an exchange and checks both halves; never throws because of the exchange. */
  check(exchange: Exchange): ContractCheck;
}

/**
 * Makes a contract of the spec: a function that says what is wrong with an exchange.
 *
 * A full row is expected unless the request named a known column in `field`. Schemas are compiled when first needed and kept;
 * nothing is read or sent. Make one and use it for many exchanges.
 *
 * @example
 * ```ts
 * const contract = createContract(loadSpec(), { dialect: "current" });
 * const { operationId, violations } = contract.check({
 *   method: "GET",
 *   url: "/api/marketplace-orders/?state=executing",
 *   status: 200,
 *   responseHeaders: { "content-type": "application/json", "x-result-count": "0", link: "" },
 *   responseBody: [],
 * });
 * ```
 */
export function createContract(spec: SpecDocument, { dialect }: ContractOptions = {}): Contract {
  const index = indexOperations(spec, dialect);
  const validators = createValidators(spec);
  return {
    operations: index.operations,
    check(exchange) {
      const { path, query } = splitUrl(exchange.url);
      const match = index.match(exchange.method, path);
      if (match === undefined) return { operationId: undefined, violations: [] };
      const context = { dialect, sparse: asksForColumns(spec, match, query) };
      return {
        operationId: match.operation.operationId,
        violations: [
          ...checkRequest(spec, validators, match, exchange, query, dialect),
          ...checkResponse(spec, validators, match, exchange, context),
        ],
      };
    },
  };
}

function splitUrl(url: string): { path: string; query: URLSearchParams } {
  const [withoutQuery = "", ...queries] = url
    .replace(/^https?:\/\/[^/?#]*/i, "")
    .replace(/#.*$/, "")
    .split("?");
  return { path: withoutQuery, query: new URLSearchParams(queries.join("?")) };
}
