import type { IHttpRequest } from "@stoplight/prism-http";

/** A request as it was on the wire, in Prism's form. `body` is text, or undefined where there is none. */
export function prismRequest(
  method: string,
  { pathname, searchParams }: URL,
  headers: Record<string, string>,
  body: string | undefined,
): IHttpRequest {
  const names = [...new Set(searchParams.keys())];
  const query = names.map((name) => {
    const values = searchParams.getAll(name);
    return [name, values.length === 1 ? (values[0] ?? "") : values] as const;
  });
  return {
    // As Prism's own server does: a method that it does not know is one that no operation has.
    method: method.toLowerCase() as IHttpRequest["method"],
    url: { path: pathname, query: Object.fromEntries(query) },
    headers,
    body: parsedBody(body, headers["content-type"]),
  };
}

/** A body as Prism takes it: parsed when it is JSON; JSON that cannot be parsed stays text, which no operation takes. */
export function parsedBody(text: string | undefined, contentType = ""): unknown {
  if (text === undefined || text === "") return undefined;
  if (!isJson(contentType)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function isJson(contentType: string): boolean {
  return /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType);
}

/** The request without what would make Prism throw. What was wrong with it is refused all the same. */
export function withoutTraps({ headers = {}, url, ...request }: IHttpRequest): IHttpRequest {
  const { accept, authorization, "content-type": type, "content-length": _, ...others } = headers;
  const hasBody = request.body !== undefined && request.body !== null;
  return {
    ...request,
    url: { ...url, path: decodable(url.path) },
    headers: {
      ...others,
      ...(accept !== undefined && { accept: accept.split(",").map(mediaRange).join(",") }),
      ...(authorization !== undefined && TOKEN.test(authorization) && { authorization }),
      ...(type !== undefined && { "content-type": mediaType(type) }),
      // Prism looks at the content type only where a length says that there is a body.
      ...(hasBody && { "content-length": "1" }),
    },
  };
}

function decodable(path: string): string {
  try {
    decodeURIComponent(path);
    return path;
  } catch {
    return path.replaceAll("%", "%25");
  }
}

// The keyword in any case, one space, a token without spaces: anything else is a 401 on every server.
const TOKEN = /^token \S+$/i;

const MEDIA_TYPE = /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/;

/** A media type without its parameters; one that none is becomes a type that nobody has. */
export function mediaType(text: string): string {
  const [type = ""] = text.trim().split(/\s*;/);
  return MEDIA_TYPE.test(type) ? type : "invalid/invalid";
}

function mediaRange(text: string): string {
  const [quality = ""] = /;\s*q=[01](\.\d{0,3})?\s*$/i.exec(text) ?? [];
  return mediaType(text) + quality;
}
