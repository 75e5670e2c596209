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
  // Any "?", "#" or "@" is one too many, even with nothing behind it.
  const url = /^https?:\/\/[^\s\\?#@\p{Cc}]+$/iu.test(text) && URL.canParse(text) && new URL(text);
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
