import type { IHttpRequest } from "@stoplight/prism-http";
import { type Diagnostic, isAboutBody } from "./diagnostics.ts";
import type { Operation, Prism } from "./load-prism.ts";
import { strictRequestChecks } from "./strict-checks.ts";
import { isMediaType, parseBody, queryOf, type WireRequest } from "./wire.ts";

/** A response in Prism's form: its body parsed when it is JSON. */
export interface PrismResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A request that matched an operation, and what Prism and the strict checks hold against it. */
export interface CheckedRequest {
  readonly operation: Operation;
  readonly faults: readonly Diagnostic[];
  /** The request in Prism's form. */
  readonly input: IHttpRequest;
}

export interface MatchedExchange<R extends PrismResponse> {
  readonly operation: Operation;
  readonly response: R;
  readonly requestFaults: readonly Diagnostic[];
  readonly responseFaults: readonly Diagnostic[];
}

/** A request that Prism could not route (404, 405) or not even read. Nothing has answered it. */
export interface UnmatchedRequest {
  readonly operation: undefined;
  readonly error: Error;
}

/**
 * Leads one request through Prism: routing, security, request check, `respond`, response check.
 *
 * Prism is run as a proxy whose upstream is `respond`, so that mock and proxy pass the same checks.
 * Nothing on the wire makes it throw; what `respond` throws is thrown on.
 */
export async function exchangeThroughPrism<R extends PrismResponse>(
  prism: Prism,
  operations: readonly Operation[],
  request: WireRequest,
  respond: (checked: CheckedRequest) => Promise<R>,
): Promise<MatchedExchange<R> | UnmatchedRequest> {
  const body = parseBody(request.body, request.headers["content-type"]);
  const method = METHODS.find((known) => known === request.method.toLowerCase());
  if (method === undefined) {
    const { ProblemJsonError, NO_METHOD_MATCHED_ERROR } = prism.http;
    const detail = `The spec has no method ${request.method}`;
    return { operation: undefined, error: ProblemJsonError.fromTemplate(NO_METHOD_MATCHED_ERROR, detail) };
  }
  const input = { ...prismRequest(request), method, body: body.value };
  let checked: CheckedRequest | undefined;
  let response: R | undefined;

  const forward: Forward =
    ({ validations }, _baseUrl, _proxy, operation) =>
    () =>
    async () => {
      try {
        if (operation === undefined) throw new Error("No operation matches.");
        // Prism only warns of deprecated parameters.
        const errors = validations.filter((validation) => validation.severity === SEVERITY_ERROR);
        const faults = [...errors, ...strictRequestChecks(request, body, operation)];
        checked = { operation, faults, input };
        response = await respond(checked);
        return { _tag: "Right", right: { ...response, headers: { ...response.headers } } };
      } catch (error) {
        return { _tag: "Left", left: asError(error) };
      }
    };

  let failure: Error | undefined;
  let responseFaults: readonly Diagnostic[] = [];
  try {
    const instance = prism.http.createInstance(CHECK_EVERYTHING, { logger: prism.logger, forward });
    const result = await instance.request(input, [...operations])();
    if (result._tag === "Left") failure = result.left;
    else responseFaults = result.right.validations.output;
  } catch (error) {
    // Prism throws on a content type that it cannot parse; a request's is kept from it.
    failure = asError(error);
    responseFaults = [{ path: ["header", "content-type"], message: failure.message }];
  }
  if (checked === undefined) return { operation: undefined, error: asError(failure) };
  if (response === undefined) throw asError(failure);
  // HEAD has the headers of an answer, errors included, without its body.
  if (method === "head") responseFaults = responseFaults.filter((fault) => !isAboutBody(fault));
  return { operation: checked.operation, response, requestFaults: checked.faults, responseFaults };
}

const SEVERITY_ERROR = 0;

type Forward = NonNullable<Parameters<Prism["http"]["createInstance"]>[1]["forward"]>;

const METHODS = ["get", "head", "post", "put", "patch", "delete", "options", "trace"] as const;

const CHECK_EVERYTHING = {
  isProxy: true,
  // Read by Prism's own forwarder only, which is replaced.
  upstream: new URL("http://upstream.invalid"),
  upstreamProxy: undefined,
  // Hands what is wrong with the request to the forwarder, and refuses unknown routes.
  errors: true,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  mock: { dynamic: false },
} as const;

function prismRequest({ url, headers, body }: WireRequest): Pick<IHttpRequest, "url" | "headers"> {
  const { "content-type": type, "content-length": _length, ...others } = headers;
  return {
    url: { path: url.pathname, query: queryOf(url) },
    headers: {
      ...others,
      ...(type !== undefined && isMediaType(type) && { "content-type": type }),
      // Prism looks at the content type only where a length says that there is a body.
      ...(body !== "" && { "content-length": String(Buffer.byteLength(body)) }),
    },
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
