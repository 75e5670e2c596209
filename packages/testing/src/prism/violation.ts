/** One place where a request or a response does not follow the spec. */
export interface Violation {
  /** The operation of the spec; undefined when the spec has no such route. */
  readonly operationId: string | undefined;
  readonly method: string;
  /** The path of the request, without its query. */
  readonly path: string;
  readonly where: "request" | "response";
  /** The part of it: `route`, `query.page_sise`, `header.authorization`, `body.usages.0.amount`, `status` … */
  readonly location: string;
  readonly reason: string;
}
