import type { SpecDialect } from "../contract/operation-index.ts";
import type { SpecDocument } from "../contract/spec-document.ts";
import { answerWithStatus, chooseAnswer, type Preference } from "./choose-answer.ts";
import { type Diagnostic, noSuchRoute, violationsOf } from "./diagnostics.ts";
import { type CheckedRequest, exchangeThroughPrism, type PrismResponse } from "./exchange.ts";
import { loadPrism, type Operation, type Prism } from "./load-prism.ts";
import { operationsOf } from "./operations.ts";
import { withSelectedFields } from "./selected-fields.ts";
import type { Violation } from "./violation.ts";
import { serializeBody, type WireRequest } from "./wire.ts";

/** What a mock answers with; undefined stands for "no body". */
export interface MockResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export interface MockedExchange {
  readonly operationId: string | undefined;
  readonly response: MockResponse;
  readonly violations: readonly Violation[];
}

/** Answers one request from the spec. Both the fetch and the server are made of this. */
export type Mock = (request: WireRequest) => Promise<MockedExchange>;

/** Makes a mock of `spec`; with a `dialect`, of what that generation of servers has. */
export async function createMock(spec: SpecDocument, dialect: SpecDialect | undefined): Promise<Mock> {
  const prism = await loadPrism();
  const operations = await operationsOf(prism, spec, { dialect, sparse: true });
  return async (request) => {
    const exchange = await exchangeThroughPrism(prism, operations, request, (checked) =>
      respond(prism, checked, request, dialect ?? "current"),
    );
    if (exchange.operation === undefined) {
      const violations = [noSuchRoute(request, exchange.error, dialect)];
      const response = problem(prism, exchange.error);
      return { operationId: undefined, response: wireResponse(response), violations };
    }
    const { operation, response, requestFaults, responseFaults } = exchange;
    const faults = [...requestFaults, ...response.faults];
    const violations =
      faults.length > 0
        ? violationsOf(faults, "request", request, operation)
        : violationsOf(responseFaults, "response", request, operation);
    return { operationId: operation.iid, response: wireResponse(response), violations };
  };
}

interface MockAnswer extends PrismResponse {
  /** What only came to light while the answer was chosen. */
  readonly faults: readonly Diagnostic[];
}

async function respond(
  prism: Prism,
  { operation, faults, input }: CheckedRequest,
  request: WireRequest,
  dialect: SpecDialect,
): Promise<MockAnswer> {
  if (faults.length > 0) {
    return { ...(await refusal(prism, operation, faults, input, dialect)), faults: [] };
  }
  const choice = chooseAnswer(operation, request, dialect);
  if ("fault" in choice) {
    return { ...unprocessable(prism, [choice.fault]), faults: [choice.fault] };
  }
  const answer = await sample(prism, operation, choice.preference, input);
  return { ...answer, body: withSelectedFields(answer, request.url, operation), faults: [] };
}

/**
 * 401 as the spec describes it; all else 415 or 422 with the reasons.
 * Left alone, Prism would answer the spec's first 400 example, which tells of an error nobody made.
 */
async function refusal(
  prism: Prism,
  operation: Operation,
  faults: readonly Diagnostic[],
  input: CheckedRequest["input"],
  dialect: SpecDialect,
): Promise<PrismResponse> {
  const { ProblemJsonError, UNAUTHORIZED, INVALID_CONTENT_TYPE } = prism.http;
  if (faults.some((fault) => fault.code === 401)) {
    const described = answerWithStatus(operation, 401, dialect);
    if (described !== undefined) return sample(prism, operation, described, input);
    return problem(prism, ProblemJsonError.fromTemplate(UNAUTHORIZED, "No valid token was sent."));
  }
  const wrongType = faults.find((fault) => fault.code === 415);
  if (wrongType === undefined) return unprocessable(prism, faults);
  return problem(prism, ProblemJsonError.fromTemplate(INVALID_CONTENT_TYPE, wrongType.message));
}

function unprocessable(prism: Prism, faults: readonly Diagnostic[]): PrismResponse {
  const { ProblemJsonError, UNPROCESSABLE_ENTITY } = prism.http;
  const validation = faults.map(({ path, code, message }) => ({
    location: path,
    severity: "Error",
    code,
    message,
  }));
  const detail = "The request does not follow the spec.";
  return problem(prism, ProblemJsonError.fromTemplate(UNPROCESSABLE_ENTITY, detail, { validation }));
}

function problem(prism: Prism, error: Error): PrismResponse {
  const body = prism.http.ProblemJsonError.toProblemJson(error);
  return { statusCode: body.status, headers: { "content-type": "application/problem+json" }, body };
}

async function sample(
  prism: Prism,
  operation: Operation,
  preference: Preference,
  input: CheckedRequest["input"],
): Promise<PrismResponse> {
  const instance = prism.http.createInstance({ ...ONLY_MOCK, mock: preference }, { logger: prism.logger });
  const result = await instance.request(input, [operation])();
  if (result._tag === "Left") return problem(prism, result.left);
  const { statusCode, headers = {}, body } = result.right.output;
  // Prism gives null for a header it has no example for, and a number for a number.
  const named = Object.entries(headers).filter(([, value]) => value !== null);
  const texts = named.map(([name, value]) => [name.toLowerCase(), String(value)]);
  return { statusCode, headers: Object.fromEntries(texts), body };
}

const ONLY_MOCK = {
  isProxy: false,
  upstreamProxy: undefined,
  errors: false,
  checkSecurity: false,
  validateRequest: false,
  validateResponse: false,
} as const;

function wireResponse({ statusCode, headers, body }: PrismResponse): MockResponse {
  const text = serializeBody(body, headers["content-type"]);
  if (text !== undefined) return { status: statusCode, headers, body: text };
  // Prism names a type for every answer; the servers name none where there is no body.
  const { "content-type": _type, ...others } = headers;
  return { status: statusCode, headers: others, body: undefined };
}
