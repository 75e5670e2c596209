import type { Diagnostic } from "./diagnostics.ts";
import type { Operation } from "./load-prism.ts";
import { isMediaType, type ParsedBody, type WireRequest } from "./wire.ts";

/** What Prism lets pass and a real server either ignores in silence or refuses. */
export function strictRequestChecks(
  request: WireRequest,
  body: ParsedBody,
  operation: Operation,
): Diagnostic[] {
  return [
    ...unknownQueryParameters(request.url, operation),
    ...tokenScheme(request.headers.authorization, operation),
    ...mediaType(request.headers["content-type"]),
    ...(body.malformed ? [{ path: ["body"], message: "The body is not valid JSON." }] : []),
  ];
}

// Django REST Framework ignores a filter it does not know and answers with every row there is.
function unknownQueryParameters(url: URL, operation: Operation): Diagnostic[] {
  const known = (operation.request?.query ?? []).map((parameter) => parameter.name);
  const unknown = [...new Set(url.searchParams.keys())].filter((name) => !known.includes(name));
  return unknown.map((name) => ({
    path: ["query", name],
    message: `Unknown query parameter; known are: ${known.length === 0 ? "none" : known.join(", ")}.`,
  }));
}

function mediaType(contentType: string | undefined): Diagnostic[] {
  if (contentType === undefined || isMediaType(contentType)) return [];
  return [{ code: 415, path: ["header", "content-type"], message: "Not a media type." }];
}

// The keyword in any case, one space, a token without spaces: anything else is a 401 on every server.
const TOKEN = /^token \S+$/i;

function tokenScheme(authorization: string | undefined, operation: Operation): Diagnostic[] {
  // A missing header is Prism's to find.
  if (authorization === undefined || authorization === "") return [];
  const schemes = (operation.security ?? []).flat();
  if (!schemes.some((scheme) => scheme.type === "apiKey")) return [];
  if (/^bearer /i.test(authorization) && schemes.some((scheme) => scheme.type === "http")) return [];
  return TOKEN.test(authorization)
    ? []
    : [{ code: 401, path: ["header", "authorization"], message: "Not a Token scheme." }];
}
