import {
  requireFunction,
  requireKeys,
  requireObject,
  withNumbers,
  wrongArgument,
} from "../values/arguments.ts";
import { type Clock, systemClock } from "./clock.ts";
import { HOOK_KEYS, type Hooks } from "./hooks.ts";
import { DEFAULT_RETRY, type OperationLookup, type RetryWishes, retryOf } from "./retry-policy.ts";
import type { TokenSource } from "./token.ts";

/** What a client can be told about its transport. */
export interface TransportOptions {
  /**
   * The server: `https://host`, with or without `/api/`, with a prefix before it if it has one.
   * @example "https://puhuri.example"
   */
  readonly baseUrl: string | URL;
  /**
   * The token, or a function that gives it: asked before every request, and once more after a 401. What it throws is
   * the cause of a `TokenError`. Sent as `Token …`, a personal access token (`w_…`) as `Bearer …`, unless a scheme
   * stands before it; and to the base URL's origin only.
   * @example () => readFile("/run/secrets/puhuri-token", "utf8").then((text) => text.trim())
   */
  readonly token: TokenSource;
  /**
   * Instead of the global `fetch`, for proxies, tests and tracing. It gets the token: it is trusted with it.
   * @default globalThis.fetch
   */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /**
   * Sent with every request. `accept-language` is the language of the server's messages.
   * @default { "accept-language": "en" }
   * @example { "user-agent": "hpc-tartu/1.0" }
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Milliseconds for one request, headers and body.
   * @default 30_000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Milliseconds for a call, retries and waits included.
   * @default 120_000
   */
  readonly totalTimeoutMs?: number | undefined;
  /**
   * How often and how fast what may be repeated is repeated; `false` for never.
   * @default { maxRetries: 3, baseDelayMs: 500, maxDelayMs: 8000 }
   */
  readonly retry?: RetryWishes | undefined;
  /**
   * The longest `Retry-After` that is waited for, in milliseconds; beyond it the error is thrown at once.
   * @default 60_000
   */
  readonly maxRetryAfterMs?: number | undefined;
  /**
   * Allows `http:` to other machines: the token then travels readable by anyone on the way.
   * @default false
   */
  readonly allowInsecureHttp?: boolean | undefined;
  /**
   * Called as requests go out and come back.
   * @default {}
   */
  readonly hooks?: Hooks | undefined;
  /**
   * Time, for tests.
   * @default the machine's own
   */
  readonly clock?: Clock | undefined;
  /**
   * Numbers from 0 up to 1 for the waits before retries, for tests.
   * @default Math.random
   */
  readonly random?: (() => number) | undefined;
}

/** The options but for the token, checked, with every default in place. */
export type Settings = ReturnType<typeof settingsOf>;

const DEFAULT_LIMITS = { timeoutMs: 30_000, totalTimeoutMs: 120_000 };

/**
 * Checks the options and fills in the defaults.
 *
 * @throws {InvalidArgumentError} An option is not what it should be; neither token nor base URL is printed.
 */
export function settingsOf(options: TransportOptions, operationOf: OperationLookup) {
  const { fetch, hooks = {}, clock = systemClock, random = Math.random } = options;
  requireObject(hooks, "hooks");
  requireKeys(hooks, HOOK_KEYS, "hooks");
  for (const [name, value] of Object.entries({ fetch, random, ...hooks })) requireFunction(value, name);
  const baseUrl = normalizeBaseUrl(options.baseUrl, options.allowInsecureHttp);
  return {
    ...withNumbers(DEFAULT_LIMITS, options, 1),
    ...withNumbers({ maxRetryAfterMs: 60_000 }, options),
    baseUrl,
    host: new URL(baseUrl).host,
    retry: retryOf(options.retry, DEFAULT_RETRY),
    headers: headersOf(options.headers),
    fetch,
    hooks,
    clock,
    random,
    operationOf,
  };
}

const HEADER = /^(?!authorization:)[\w!#$%&'*+.^`|~-]+: [\t -~\x80-\xff]*$/;

function headersOf(given: TransportOptions["headers"] = {}): Record<string, string> {
  requireObject(given, "headers");
  const headers: Record<string, string> = { accept: "application/json", "accept-language": "en" };
  for (const [name, value] of Object.entries(given)) headers[name.toLowerCase()] = value;
  for (const name in headers) {
    if (HEADER.test(`${name}: ${headers[name]}`)) continue;
    throw wrongArgument("headers", "must have valid names and values, and no authorization: use token");
  }
  return headers;
}

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
    throw wrongArgument(
      "baseUrl",
      "must be a URL like https://puhuri.example/api/, without credentials, query or fragment",
    );
  }
  if (url.protocol === "http:" && !allowInsecureHttp && !LOOPBACK.test(url.hostname)) {
    throw wrongArgument("baseUrl", "must be https, unless you set allowInsecureHttp");
  }
  return url.origin + url.pathname.replace(/\/+$/, "").replace(/\/api$/, "");
}
