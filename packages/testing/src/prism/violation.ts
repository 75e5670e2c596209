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

/** A remark of Prism, or of a check of our own, on one message. */
export interface Remark {
  readonly code?: string | number | undefined;
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
}

/** Puts remarks into a reader's words; what is said twice appears once. */
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
