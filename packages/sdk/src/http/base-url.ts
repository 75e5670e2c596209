import { InvalidArgumentError } from "../errors.ts";

const LOOPBACK = /^((.+\.)?localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Returns the URL that paths of the spec, which begin with `/api/`, are appended to: no trailing slash, no `/api`.
 *
 * `https://host`, `https://host/`, `https://host/api` and `https://host/api/` are the same server, and so with a
 * prefix before `/api`. The value is never printed: what is pasted here by mistake may be a secret.
 *
 * @throws {InvalidArgumentError} Not an http(s) URL, or one with credentials, query or fragment; `http:` to
 *   another machine without `allowInsecureHttp`.
 */
export function normalizeBaseUrl(baseUrl: string | URL, allowInsecureHttp = false): string {
  const url = parse(baseUrl);
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.hostname === "") {
    throw refused("must be an absolute URL such as https://puhuri.example");
  }
  if (url.username !== "" || url.password !== "") throw refused("must not contain credentials: use token");
  // Not url.search and url.hash: both are empty for a lone "?" or "#".
  if (/[?#]/.test(url.href)) throw refused("must have neither a query nor a fragment");
  if (url.protocol === "http:" && !allowInsecureHttp && !LOOPBACK.test(url.hostname)) {
    throw refused(
      "must be https, or the token could be read on the way: set allowInsecureHttp if you accept that",
    );
  }
  return url.origin + url.pathname.replace(/\/+$/, "").replace(/\/api$/, "");
}

function parse(baseUrl: string | URL): URL | undefined {
  try {
    // Written by hand or read from a file, so blanks at the ends are dropped; the parser would also drop those inside.
    const text = String(baseUrl).trim();
    return /[\s\\\p{Cc}]/u.test(text) ? undefined : new URL(text);
  } catch {
    return undefined;
  }
}

function refused(problem: string): InvalidArgumentError {
  return new InvalidArgumentError("baseUrl", `baseUrl ${problem}.`);
}
