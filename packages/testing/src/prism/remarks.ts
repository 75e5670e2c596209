import type { IHttpConfig, IHttpRequest, PrismHttpInstance } from "@stoplight/prism-http";
import type { SpecDialect } from "../spec/operation-index.ts";
import { loadPrism } from "./load-prism.ts";
import type { Operations, PrismOperation } from "./operations.ts";
import { withoutTraps } from "./prism-request.ts";
import type { Violation } from "./request-record.ts";

/** The function that Prism's server and its library both answer requests with. */
export type AskPrism = PrismHttpInstance["request"];

type Checked<R> = R extends () => Promise<infer Either> ? Extract<Either, { _tag: "Right" }> : never;

/** Prism's answer with its remarks, or the error that it refuses the request with. */
export type Outcome = Checked<ReturnType<AskPrism>>["right"] | Error;

/** A remark of Prism, or of a check of our own, on one message. */
export interface Remark {
  readonly code?: string | number | undefined;
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
}

/** Asks Prism. Never throws, whatever came in: an exception would end Prism's server. */
export async function askPrism(
  ask: AskPrism,
  request: IHttpRequest,
  { ofPrism }: Operations,
  config: IHttpConfig,
): Promise<Outcome> {
  try {
    const outcome = await ask(withoutTraps(request), ofPrism, config)();
    return outcome._tag === "Left" ? outcome.left : outcome.right;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const SEVERITY_ERROR = 0;

/** What is wrong with the request: for Prism, and for us. */
export function requestRemarks(
  outcome: Outcome,
  request: IHttpRequest,
  operation: PrismOperation | undefined,
  dialect: SpecDialect | undefined,
): Remark[] {
  return [...unknownParameters(request, operation), ...prismRemarks(outcome, request, dialect)];
}

/** Query parameters that the operation does not have: Django ignores those, and answers with every row there is. */
function unknownParameters({ url }: IHttpRequest, operation: PrismOperation | undefined): Remark[] {
  if (operation === undefined) return [];
  const known = operation.request?.query?.map(({ name }) => name) ?? [];
  const unknown = Object.keys(url.query ?? {}).filter((name) => !known.includes(name));
  const message = `Unknown query parameter; known are: ${known.join(", ") || "none"}.`;
  return unknown.map((name) => ({ path: ["query", name], message }));
}

function prismRemarks(
  outcome: Outcome,
  { url: { path } }: IHttpRequest,
  dialect: SpecDialect | undefined,
): Remark[] {
  // Prism only warns of deprecated parameters.
  if (!(outcome instanceof Error))
    return outcome.validations.input.filter(({ severity }) => severity === SEVERITY_ERROR);
  if (!(outcome instanceof loadPrism().http.ProblemJsonError)) return [{ message: outcome.message }];
  const { status, detail, name, additional } = outcome;
  if (Array.isArray(additional?.validation)) {
    return additional.validation.map(({ location, code, message }) => ({ path: location, code, message }));
  }
  if (!/#NO_/.test(name)) return [{ code: status, message: detail }];
  const hints = [
    path.endsWith("/") ? "" : " Every path ends in a slash.",
    dialect === undefined ? "" : ` Only operations of the dialect ${dialect} exist here.`,
  ];
  return [{ path: ["route"], message: `${detail.replace(/\.?$/, ".")}${hints.join("")}` }];
}

/** Makes violations of remarks; two remarks that say the same give one. */
export function violationsOf(
  remarks: readonly Remark[],
  about: Pick<Violation, "operationId" | "method" | "path" | "where">,
): Violation[] {
  const violations = new Map<string, Violation>();
  for (const remark of remarks) {
    const location = locationOf(remark);
    // Prism only looks whether the header is there, and then says "Invalid security scheme used".
    const reason =
      remark.code === 401 ? 'The Authorization header must read "Token <token>".' : remark.message;
    violations.set(`${location} ${reason}`, { ...about, location, reason });
  }
  return [...violations.values()];
}

// Prism says this without a path.
const MEDIA_TYPE = /^The received media type/;

/** Whether a remark is about the body of a response, or about the type it should have had. */
export function isAboutBody({ path, message }: Remark): boolean {
  return path?.[0] === "body" || MEDIA_TYPE.test(message);
}

function locationOf({ code, message, path }: Remark): string {
  if (path !== undefined && path.length > 0) return path.join(".");
  if (code === 401) return "header.authorization";
  if (code === 406) return "header.accept";
  if (code === 415 || MEDIA_TYPE.test(message)) return "header.content-type";
  return code === "required" ? "body" : "status";
}
