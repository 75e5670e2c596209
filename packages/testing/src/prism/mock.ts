import type { IHttpResponse } from "@stoplight/prism-http";
import type { SpecDialect } from "../spec/operation-index.ts";
import { type AskPrism, askPrism, type Outcome, requestRemarks } from "./ask-prism.ts";
import { chooseAnswer } from "./choose-answer.ts";
import { loadPrism } from "./load-prism.ts";
import type { Operations } from "./operations.ts";
import { prismRequest, unknownParameters } from "./prism-request.ts";
import type { Incoming, RecordedRequest, RequestRecord } from "./request-record.ts";
import { type Remark, type Violation, violationsOf } from "./violation.ts";

/** How Prism's server and its library are both set up. */
export const MOCK_CONFIG = {
  isProxy: false,
  upstreamProxy: undefined,
  errors: false,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: false,
  mock: { dynamic: false },
} as const;

/** Answers a request, and keeps it in the record. */
export type AnswerRequest = (incoming: Incoming) => Promise<IHttpResponse>;

/**
 * Stands in front of Prism's own `request`, its server's as well as its library's, for what Prism cannot do: it looks more
 * closely, picks the example of the dialect, leaves out the columns that `field=` does not name, and never throws.
 */
export function createMock(
  operations: Operations,
  dialect: SpecDialect | undefined,
  ask: AskPrism,
  onRequest?: (request: RecordedRequest) => void,
): { readonly answer: AnswerRequest; readonly record: RequestRecord } {
  const { spec, index, ofPrism } = operations;
  const requests: RecordedRequest[] = [];
  const violations: Violation[] = [];
  const reset = (): void => {
    requests.length = 0;
    violations.length = 0;
  };

  async function answer({ method, url, headers, body }: Incoming): Promise<IHttpResponse> {
    const request = prismRequest(method, url, headers, body);
    const { path, query = {} } = request.url;
    const fields = [query.field ?? []].flat();
    const operation = index.match(method, path)?.operation;
    const choice =
      operation === undefined
        ? MOCK_CONFIG.mock
        : chooseAnswer(spec, operation, headers.prefer, fields, dialect ?? "current");
    const isPossible = typeof choice !== "string";
    const mock = isPossible ? choice : MOCK_CONFIG.mock;
    const outcome = await askPrism(ask, request, ofPrism, { ...MOCK_CONFIG, mock });
    const remarks = [
      ...unknownParameters(operations, request),
      ...(isPossible ? [] : [{ path: ["header", "prefer"], message: choice }]),
      ...requestRemarks(outcome, request, dialect),
    ];
    const result = refusal(outcome, remarks) ?? outcome;
    const response = result instanceof Error ? problem(result) : trimmed(result.output, fields);
    const operationId = operation?.operationId;
    const found = violationsOf(remarks, { operationId, method, path, where: "request" });
    const status = response.statusCode;
    const asked = { method, url: url.href, headers, body: request.body };
    const recorded = { ...asked, operationId, status, violations: found };
    requests.push(recorded);
    violations.push(...found);
    // A callback that throws must not break the answer, nor go unnoticed.
    queueMicrotask(() => onRequest?.(recorded));
    return response;
  }

  return { answer, record: { requests, violations, reset } };
}

/** An error as Prism's server answers it. */
function problem(error: Error): IHttpResponse {
  const body = loadPrism().http.ProblemJsonError.toProblemJson(error);
  return { statusCode: body.status, headers: { "content-type": "application/problem+json" }, body };
}

/** 415 or 422 with the reasons. Left alone, Prism would give the spec's first 400 example: an error that nobody made. */
function refusal(outcome: Outcome, remarks: readonly Remark[]): Error | undefined {
  const { ProblemJsonError, INVALID_CONTENT_TYPE, UNPROCESSABLE_ENTITY } = loadPrism().http;
  const isPrisms =
    outcome instanceof Error && !(outcome instanceof ProblemJsonError && outcome.status === 422);
  if (remarks.length === 0 || isPrisms || remarks.some(({ code }) => code === 401)) return undefined;
  const wrongType = remarks.find(({ code }) => code === 415);
  if (wrongType !== undefined) return ProblemJsonError.fromTemplate(INVALID_CONTENT_TYPE, wrongType.message);
  const validation = remarks.map(({ path, code, message }) => ({
    location: path,
    severity: "Error",
    code,
    message,
  }));
  return ProblemJsonError.fromTemplate(UNPROCESSABLE_ENTITY, "The request does not follow the spec.", {
    validation,
  });
}

/** An answer with the columns that were asked for; without a content type where there is no content, as the servers send it. */
function trimmed(
  { statusCode, headers = {}, body }: IHttpResponse,
  fields: readonly string[],
): IHttpResponse {
  // Prism gives null for a header that it has no example for, and a number for a number.
  const given = Object.entries(headers).filter(
    ([name, value]) => value !== null && !(body === undefined && /^content-type$/i.test(name)),
  );
  const columns = statusCode === 200 && fields.length > 0 ? selected(body, fields) : body;
  return {
    statusCode,
    headers: Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), String(value)])),
    body: columns,
  };
}

function selected(body: unknown, fields: readonly string[]): unknown {
  if (Array.isArray(body)) return body.map((row: unknown) => selected(row, fields));
  if (typeof body !== "object" || body === null) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => fields.includes(name)));
}
