import type { SpecDialect } from "../contract/operation-index.ts";
import type { Operation } from "./load-prism.ts";
import type { Violation } from "./violation.ts";
import type { WireRequest } from "./wire.ts";

/** A remark of Prism, or of a check of our own, on one message. */
export interface Diagnostic {
  readonly code?: string | number | undefined;
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
}

/** Puts remarks into a reader's words; what is said twice appears once. */
export function violationsOf(
  diagnostics: readonly Diagnostic[],
  where: Violation["where"],
  request: WireRequest,
  operation: Operation,
): Violation[] {
  const violations = new Map<string, Violation>();
  for (const diagnostic of diagnostics) {
    const location = locationOf(diagnostic);
    const reason = diagnostic.code === 401 ? UNAUTHENTICATED : diagnostic.message;
    violations.set(`${location} ${reason}`, { ...about(request, operation), where, location, reason });
  }
  return [...violations.values()];
}

/** The violation of a request that Prism found no operation for, or could not read. */
export function noSuchRoute(request: WireRequest, error: Error, dialect: SpecDialect | undefined): Violation {
  const detail = "detail" in error ? String(error.detail) : error.message;
  const hints = [
    request.url.pathname.endsWith("/") ? undefined : "Every path ends in a slash.",
    dialect === undefined ? undefined : `Only the operations of the dialect ${dialect} are served.`,
  ];
  const reason = [detail.replace(/\.?$/, "."), ...hints].filter((part) => part !== undefined).join(" ");
  return { ...about(request, undefined), where: "request", location: "route", reason };
}

function about(request: WireRequest, operation: Operation | undefined) {
  return { operationId: operation?.iid, method: request.method, path: request.url.pathname };
}

// Prism only looks whether the header is there, and then says "Invalid security scheme used".
const UNAUTHENTICATED = 'The Authorization header must read "Token <token>".';

// Prism says this without a path.
const MEDIA_TYPE = /^The received media type/;

/** Whether a remark is about the body of a response, or about the type it should have had. */
export function isAboutBody({ path, message }: Diagnostic): boolean {
  return path?.[0] === "body" || MEDIA_TYPE.test(message);
}

function locationOf({ code, message, path }: Diagnostic): string {
  if (path !== undefined && path.length > 0) return path.join(".");
  if (code === 401) return "header.authorization";
  if (code === 415 || MEDIA_TYPE.test(message)) return "header.content-type";
  return code === "required" ? "body" : "status";
}
