import { type AnswerContext, narrowSchema } from "../../src/spec/answer-schema.ts";
import type { OperationMatch } from "../../src/spec/operation-index.ts";
import { type MediaType, type Response, resolve, type SpecDocument } from "../../src/spec/spec-document.ts";
import { type Exchange, headerValue, isEmpty, type Violation } from "./exchange.ts";
import type { Validators } from "./validators.ts";

const STATUSES_WITHOUT_BODY = [204, 205, 304];

/** Checks status, headers and body of an answer against its operation. */
export function checkResponse(
  spec: SpecDocument,
  validators: Validators,
  match: OperationMatch,
  exchange: Exchange,
  context: AnswerContext,
): Violation[] {
  const { responses } = match.operation;
  const status = String(exchange.status);
  const code = status in responses ? status : `${status.charAt(0)}XX`;
  const described = responses[code];
  if (described === undefined) return [violation("status", `${status} is not in the spec`)];
  const response = resolve(spec.components.responses, described);
  return [
    ...checkHeaders(spec, validators, response, exchange),
    ...(hasNoBody(match, exchange) ? [] : checkBody(validators, match, code, response, exchange, context)),
  ];
}

function hasNoBody(match: OperationMatch, exchange: Exchange): boolean {
  return (
    match.method === "HEAD" ||
    (STATUSES_WITHOUT_BODY.includes(exchange.status) && isEmpty(exchange.responseBody))
  );
}

function checkHeaders(
  spec: SpecDocument,
  validators: Validators,
  response: Response,
  exchange: Exchange,
): Violation[] {
  return Object.entries(response.headers ?? {}).flatMap(([name, described]) => {
    const path = `headers.${name.toLowerCase()}`;
    const header = resolve(spec.components.headers, described);
    const text = headerValue(exchange.responseHeaders, name);
    if (text === undefined) return header.required === true ? [violation(path, "is missing")] : [];
    const value = /^-?\d+$/.test(text) && typeIs(header.schema, "integer") ? Number(text) : text;
    const validate = validators.get(`header ${JSON.stringify(header.schema)}`, () => header.schema);
    return validate(value).map((error) => violation(path, error.message));
  });
}

function typeIs(schema: unknown, type: string): boolean {
  return typeof schema === "object" && schema !== null && "type" in schema && schema.type === type;
}

function checkBody(
  validators: Validators,
  match: OperationMatch,
  code: string,
  response: Response,
  exchange: Exchange,
  context: AnswerContext,
): Violation[] {
  const { responseBody: body } = exchange;
  if (response.content === undefined) return isEmpty(body) ? [] : [violation("body", "must be empty")];
  if (isEmpty(body)) return response["x-body-may-be-empty"] === true ? [] : [violation("body", "is empty")];
  const [mediaType, described] = findMediaType(response.content, exchange);
  const schema = described?.schema;
  if (schema === undefined) {
    return [violation("headers.content-type", `${mediaType} is not in the spec for ${exchange.status}`)];
  }
  const key = [match.method, match.template, code, mediaType, context.dialect ?? "", context.sparse].join(
    " ",
  );
  const validate = validators.get(`response ${key}`, () => narrowSchema(schema, context));
  return validate(body).map((error) => violation(`body${error.path}`, error.message));
}

function findMediaType(
  content: Record<string, MediaType>,
  exchange: Exchange,
): [string, MediaType | undefined] {
  const guess = typeof exchange.responseBody === "string" ? "text/html" : "application/json";
  const mediaType = (headerValue(exchange.responseHeaders, "content-type") ?? guess)
    .replace(/;.*/, "")
    .trim();
  return [mediaType, content[mediaType]];
}

function violation(path: string, message: string): Violation {
  return { where: "response", path, message };
}
