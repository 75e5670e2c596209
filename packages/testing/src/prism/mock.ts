import type { IHttpOperationConfig, IHttpResponse } from "@stoplight/prism-http";
import type { SpecDialect } from "../spec/operation-index.ts";
import { loadPrism, PRISM_CONFIG } from "./load-prism.ts";
import type { Operations, PrismOperation } from "./operations.ts";
import { prismRequest } from "./prism-request.ts";
import {
  type AskPrism,
  askPrism,
  type Outcome,
  type Remark,
  requestRemarks,
  violationsOf,
} from "./remarks.ts";
import type { Incoming, RecordedRequest, RequestRecord, Violation } from "./request-record.ts";

/** Answers a request, and keeps it in the record. */
export type AnswerRequest = (incoming: Incoming) => Promise<IHttpResponse>;

/**
 * Wraps the `request` of Prism's server or library, and adds what Prism cannot do: it checks more, picks the example of the
 * dialect, leaves out the columns that `field=` does not name, keeps a record, and never throws.
 */
export function createMock(
  operations: Operations,
  dialect: SpecDialect | undefined,
  ask: AskPrism,
  onRequest?: (request: RecordedRequest) => void,
): { readonly answer: AnswerRequest; readonly record: RequestRecord } {
  const requests: RecordedRequest[] = [];
  const violations: Violation[] = [];
  const reset = (): void => {
    requests.length = 0;
    violations.length = 0;
  };

  async function answer({ method, url, headers, body }: Incoming): Promise<IHttpResponse> {
    const request = prismRequest(method, url, headers, body);
    const { path, query = {} } = request.url;
    const operation = operations.find(method, path)?.prism;
    const mock =
      operation === undefined
        ? PRISM_CONFIG.mock
        : chooseAnswer(operation, headers.prefer, dialect ?? "current");
    const isPossible = typeof mock !== "string";
    const config = { ...PRISM_CONFIG, mock: isPossible ? mock : PRISM_CONFIG.mock };
    const outcome = await askPrism(ask, request, operations, config);
    const remarks = [
      ...(isPossible ? [] : [{ path: ["header", "prefer"], message: mock }]),
      ...requestRemarks(outcome, request, operation, dialect),
    ];
    const result = refusal(outcome, remarks) ?? outcome;
    const columns = [query.field ?? []].flat();
    const response = result instanceof Error ? problem(result) : trimmed(result.output, columns);
    const operationId = operation?.iid;
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

/**
 * What Prism is to answer with: what the `Prefer: code=…, example=…` header asks for, else the dialect's example. If there is no
 * such answer, Prism would give a 404, a 500 or even a 200: the message says what there is.
 */
function chooseAnswer(
  { iid, responses }: PrismOperation,
  prefer: string | undefined,
  dialect: SpecDialect,
): IHttpOperationConfig | string {
  const pairs = (prefer ?? "").matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|([^\s,;]+))/g);
  const wish = new Map([...pairs].map(([, name, quoted, bare]) => [name, quoted ?? bare ?? ""]));
  const [code, example] = [wish.get("code"), wish.get("example")];
  const response =
    code === undefined
      ? responses.find((one) => one.code.startsWith("2"))
      : (responses.find((one) => one.code === code) ?? responses.find((one) => one.code === `${code[0]}XX`));
  const contents = response?.contents ?? [];
  const having = (name: string) =>
    contents.find(({ examples = [] }) => examples.some(({ key }) => key === name));
  const content = having(example ?? dialect) ?? contents[0];
  if (response === undefined || (example !== undefined && having(example) === undefined)) {
    const codes = responses.map((one) => one.code).join(", ");
    const names = contents.flatMap(({ examples = [] }) => examples.map(({ key }) => key)).join(", ");
    return `No such answer: ${iid} has ${codes}; ${code ?? "its success"} has the examples: ${names || "none"}.`;
  }
  const exampleKey = example ?? (having(dialect) && dialect);
  return {
    dynamic: false,
    ...(exampleKey !== undefined && { exampleKey }),
    ...(code !== undefined && { code: Number(code) }),
    // What was wished for is answered whatever the Accept header says.
    ...(wish.size > 0 && content !== undefined && { mediaTypes: [content.mediaType] }),
  };
}

/** An error as Prism's server answers it. */
function problem(error: Error): IHttpResponse {
  const body = loadPrism().http.ProblemJsonError.toProblemJson(error);
  return { statusCode: body.status, headers: { "content-type": "application/problem+json" }, body };
}

/** 422 with the reasons. Left alone, Prism would give the spec's first 400 example: an error that nobody made. */
function refusal(outcome: Outcome, remarks: readonly Remark[]): Error | undefined {
  const { ProblemJsonError, UNPROCESSABLE_ENTITY } = loadPrism().http;
  const isPrisms =
    outcome instanceof Error && !(outcome instanceof ProblemJsonError && outcome.status === 422);
  if (remarks.length === 0 || isPrisms || remarks.some(({ code }) => code === 401 || code === 415))
    return undefined;
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
