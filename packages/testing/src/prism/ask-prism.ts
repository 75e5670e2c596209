import type { IHttpConfig, IHttpRequest, PrismHttpInstance } from "@stoplight/prism-http";
import type { SpecDialect } from "../spec/operation-index.ts";
import { loadPrism } from "./load-prism.ts";
import type { Operations } from "./operations.ts";
import { asPrismStands } from "./prism-request.ts";
import type { Remark } from "./violation.ts";

/** The one question that Prism's server and its library both answer. */
export type AskPrism = PrismHttpInstance["request"];

type Checked<R> = R extends () => Promise<infer Either> ? Extract<Either, { _tag: "Right" }> : never;

/** What Prism made of a request: an answer with its remarks, or an error that tells them. */
export type Outcome = Checked<ReturnType<AskPrism>>["right"] | Error;

/** Asks Prism. Whatever came in, this does not throw: Prism's server would end with it. */
export async function askPrism(
  ask: AskPrism,
  request: IHttpRequest,
  operations: Operations["ofPrism"],
  config: IHttpConfig,
): Promise<Outcome> {
  try {
    const outcome = await ask(asPrismStands(request), operations, config)();
    return outcome._tag === "Left" ? outcome.left : outcome.right;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const SEVERITY_ERROR = 0;

/** What Prism holds against the request. */
export function requestRemarks(
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

/** What Prism holds against the answer. */
export function responseRemarks(outcome: Outcome): Remark[] {
  return outcome instanceof Error ? [] : outcome.validations.output;
}
