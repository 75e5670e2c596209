import type { IHttpRequest, IHttpResponse } from "@stoplight/prism-http";
import type { SpecDialect } from "../spec/operation-index.ts";
import { type Operation, resolve, type SpecDocument } from "../spec/spec-document.ts";
import { loadPrism, PRISM_CONFIG } from "./load-prism.ts";
import { readOperations } from "./operations.ts";
import { mediaType, parsedBody } from "./prism-request.ts";
import type { UpstreamAnswer } from "./relay.ts";
import { askPrism, isAboutBody, type Remark, requestRemarks, violationsOf } from "./remarks.ts";
import type { Violation } from "./request-record.ts";

/** Finds what in one request and its answer does not follow the spec; without an answer, what in the request. */
export type ExchangeCheck = (
  request: IHttpRequest,
  answer: UpstreamAnswer | undefined,
) => Promise<Violation[]>;

const CONFIG = { ...PRISM_CONFIG, validateResponse: true };

/** Sets Prism up as a mock whose answer is the one that has come already. */
export async function createExchangeCheck(dialect: SpecDialect | undefined): Promise<ExchangeCheck> {
  const { http, logger } = loadPrism();
  const sparse = await readOperations({ dialect, sparse: true });
  const full = await readOperations({ dialect, sparse: false });
  return async (request, answer) => {
    // A `field` that the server does not know is a violation of its own, so that the rows need no second look.
    const operations = request.url.query?.field === undefined ? full : sparse;
    const response = responseOf(answer);
    const mock = () => () => ({ _tag: "Right", right: response }) as const;
    const { request: ask } = http.createInstance(CONFIG, { logger, mock });
    const outcome = await askPrism(ask, request, operations, CONFIG);

    const method = request.method.toUpperCase();
    const { path } = request.url;
    const found = operations.find(method, path);
    const about = { operationId: found?.operation.operationId, method, path };
    const ofRequest = requestRemarks(outcome, request, found?.prism, dialect);
    const violations = violationsOf(ofRequest, { ...about, where: "request" });
    if (found === undefined || answer === undefined) return violations;
    // HEAD has the headers of an answer, errors included, without its body; of other bodies the spec says it.
    const mayBeEmpty = method === "HEAD" || isEmptyByRight(operations.spec, found.operation, answer);
    const ofAnswer = outcome instanceof Error ? [] : outcome.validations.output;
    const ofResponse = unread(answer) ?? ofAnswer.filter((remark) => !(mayBeEmpty && isAboutBody(remark)));
    return [...violations, ...violationsOf(ofResponse, { ...about, where: "response" })];
  };
}

function isEmptyByRight(
  spec: SpecDocument,
  { responses }: Operation,
  { status, body }: UpstreamAnswer,
): boolean {
  const described = responses[String(status)];
  if (described === undefined || body.length > 0) return false;
  return resolve(spec.components.responses, described)["x-body-may-be-empty"] === true;
}

/** If an answer is not whole, nothing else of it is checked. */
function unread({ status, failure }: UpstreamAnswer): Remark[] | undefined {
  if (failure === undefined) return undefined;
  const what =
    status === undefined ? "There was no answer" : "The connection broke before the answer was complete";
  return [{ path: ["connection"], message: `${what}: ${failure.message}.` }];
}

function responseOf(answer: UpstreamAnswer | undefined): IHttpResponse {
  const { "content-type": type, ...headers } = answer?.headers ?? {};
  return {
    statusCode: answer?.status ?? 0,
    headers: { ...headers, ...(type !== undefined && { "content-type": mediaType(type) }) },
    body: answer && parsedBody(answer.body.toString("utf8"), type),
  };
}
