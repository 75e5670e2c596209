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

/** Options of a client's requests. */
export interface TransportOptions {
  /**
   * The address of the server, with or without `/api/`. If the server has a path prefix, it belongs to the address.
   * @example "https://puhuri.example"
   */
  readonly baseUrl: string | URL;
  /**
   * The token, or a function that returns it. The function is called before every request, and once more after a 401;
   * an error that it throws becomes the `cause` of a `TokenError`.
   *
   * A token is sent as `Token …`, a personal access token (`w_…`) as `Bearer …`; put another scheme before it if you need
   * one. It is sent to the origin of `baseUrl` only.
   * @example () => readFile("/run/secrets/puhuri-token", "utf8").then((text) => text.trim())
   */
  readonly token: TokenSource;
  /**
   * Called instead of the global `fetch`, for proxies, tests and tracing. It gets the token, so it must be trusted.
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
   * Milliseconds until one request must be answered, body included.
   * @default 30_000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Milliseconds for a whole call, with all its requests, retries and waits. A list has no limit unless the call sets one.
   * @default 120_000
   */
  readonly totalTimeoutMs?: number | undefined;
  /**
   * How often and how soon to repeat a failed request, if that does no harm; `false` for never.
   * @default { maxRetries: 3, baseDelayMs: 500, maxDelayMs: 8000 }
   */
  readonly retry?: RetryWishes | undefined;
  /**
   * The longest `Retry-After` to wait for, in milliseconds. If the server asks for more, the error is thrown at once.
   * @default 60_000
   */
  readonly maxRetryAfterMs?: number | undefined;
  /**
   * Allows `http:` to other machines. Anyone on the way can then read the token.
   * @default false
   */
  readonly allowInsecureHttp?: boolean | undefined;
  /**
   * Functions to call as requests go out and come back.
   * @default {}
   */
  readonly hooks?: Hooks | undefined;
  /**
   * What the client takes the time from, for tests.
   * @default the machine's clock
   */
  readonly clock?: Clock | undefined;
  /**
   * Returns a number from 0 up to 1, by which waits before retries vary; for tests.
   * @default Math.random
   */
  readonly random?: (() => number) | undefined;
}

/** The checked options, defaults included, without the token. */
export type Settings = ReturnType<typeof settingsOf>;

const DEFAULT_LIMITS = { timeoutMs: 30_000, totalTimeoutMs: 120_000 };

/**
 * Checks the options and fills in the defaults.
 *
 * @throws {InvalidArgumentError} An option is wrong. Its value is not printed.
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
 * `https://host`, `https://host/`, `https://host/api` and `https://host/api/` are the same server. The value is never
 * printed: somebody may have pasted a secret.
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
