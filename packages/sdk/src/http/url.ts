import { InvalidArgumentError } from "../errors.ts";

const LOOPBACK = /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/;

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
  // Written by hand or read from a file, so blanks at the ends are dropped; URL would also drop those inside.
  const text = String(baseUrl).trim();
  // Any "?", "#" or "@" is one too many, even with nothing behind it; so are two slashes in the path.
  const url =
    /^https?:\/\/[^\s\\?#@\p{Cc}]+$/iu.test(text) &&
    !/[^:/]\/\/+./.test(text) &&
    URL.canParse(text) &&
    new URL(text);
  if (!url) {
    throw new InvalidArgumentError(
      "baseUrl",
      "baseUrl must be a URL like https://puhuri.example/api/, without credentials, query or fragment.",
    );
  }
  if (url.protocol === "http:" && !allowInsecureHttp && !LOOPBACK.test(url.hostname)) {
    throw new InvalidArgumentError("baseUrl", "baseUrl must be https, unless you set allowInsecureHttp.");
  }
  return url.origin + url.pathname.replace(/\/+$/, "").replace(/\/api$/, "");
}

// Uuids, so nearly everything: nothing else about them need be looked at.
const PLAIN = /^[\w-]+$/;
// Nothing but dots, or what could turn one path into another, in this URL parser or in one on the way.
const UNSAFE = /^[.\s]*$|[/\\?#%\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/**
 * Puts path parameters into a path of the spec: openapi-fetch's `pathSerializer`.
 *
 * @throws {InvalidArgumentError} A parameter is missing, no text, empty, only dots, or holds a character that could
 *   lead to another path: `/`, `\`, `?`, `#`, `%`, a control character.
 */
export function fillPath(template: string, parameters: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const text = parameters[name];
    if (typeof text === "string" && PLAIN.test(text)) return text;
    if (typeof text !== "string" || UNSAFE.test(text)) {
      throw new InvalidArgumentError(
        name,
        `${name} must be text without / \\ ? # % and control characters. Nothing was sent.`,
      );
    }
    return encodeURIComponent(text);
  });
}

const UUID_SEGMENT = /\/[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}(?=\/)/gi;

/** The path of a URL as the spec writes it, with `{uuid}` for each uuid: safe to log and to group by. */
export function pathOf(url: string, baseUrl: string): string {
  const [path = ""] = url.slice(baseUrl.length).split(/[?#]/, 1);
  return path.replace(UUID_SEGMENT, "/{uuid}");
}
