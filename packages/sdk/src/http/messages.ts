import type { ExchangeFacts } from "../errors.ts";
import type { AnswerShape } from "./answer-shape.ts";
import type { OperationKind } from "./operation.ts";
import type { Redactor } from "./redact.ts";

/** A request ready to go, but for what is added to each: token, language, user agent. */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  /** The path as the spec writes it. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: BodyInit | null;
}

/** An answer, read to its end, whatever its status. */
export interface Reply {
  readonly response: Response;
  /** The body; of an error, its first few kilobytes. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** A success longer than `maxResponseBytes`: `bytes` is its beginning. */
  readonly isCut: boolean;
  readonly retryAfterMs: number | undefined;
}

/** What an answer is the answer to. Found out when it is asked for: an answer that is well seldom needs it. */
export interface Asked {
  readonly method: string;
  readonly kind: OperationKind;
  readonly answer: AnswerShape | undefined;
  readonly facts: ExchangeFacts;
}

/** The last answer to a request, with what is needed to judge it. */
export interface Answered extends Reply {
  readonly asked: Asked;
  readonly redactor: Redactor;
}
