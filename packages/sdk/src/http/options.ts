import { InvalidArgumentError } from "../errors.ts";
import { normalizeBaseUrl } from "./base-url.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { Hooks } from "./hooks.ts";
import { positive, zeroOrMore } from "./number-option.ts";
import type { OperationLookup } from "./operation.ts";
import { DEFAULT_RETRY, type RetryOptions, retryOf } from "./retry-policy.ts";
import { credentialsOf, type TokenSource } from "./token.ts";

/** What a client can be told about its transport. */
export interface TransportOptions {
  /** The server: `https://host`, with or without `/api/`, with a prefix before it if it has one. */
  readonly baseUrl: string | URL;
  /**
   * The token, or a function that gives it: asked before every request, and once more after a 401.
   * Sent as `Token …` unless a scheme stands before it, and to the base URL's origin only.
   */
  readonly token: TokenSource;
  /** Instead of the global `fetch`, for proxies, tests and tracing. It gets the token: it is trusted with it. */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The `User-Agent`; browsers send their own. */
  readonly userAgent?: string | undefined;
  /** The language of the server's messages. Default `en`. */
  readonly acceptLanguage?: string | undefined;
  /** Milliseconds for one request, headers and body. Default 30,000. */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds for a call, retries and waits included. Default 120,000. */
  readonly totalTimeoutMs?: number | undefined;
  /** How often and how fast what may be repeated is repeated; `false` for never. */
  readonly retry?: false | Partial<RetryOptions> | undefined;
  /** The longest `Retry-After` that is waited for, in milliseconds; beyond it the error is thrown at once. Default 60,000. */
  readonly maxRetryAfterMs?: number | undefined;
  /** The longest body read, in bytes after decompression. Default 64 MiB. */
  readonly maxResponseBytes?: number | undefined;
  /** Allows `http:` to other machines: the token then travels readable by anyone on the way. */
  readonly allowInsecureHttp?: boolean | undefined;
  /** Called as requests go out and come back. */
  readonly hooks?: Hooks | undefined;
}

export interface HttpOptions extends TransportOptions {
  readonly clock?: Clock | undefined;
  /** Numbers from 0 up to 1, for the backoff. */
  readonly random?: (() => number) | undefined;
  /** Names the operation of a path of the spec and says how it may be repeated. */
  readonly operationOf: OperationLookup;
}

/** The options, checked, with every default in place. */
export interface Settings {
  readonly baseUrl: string;
  readonly token: TokenSource;
  readonly fetch: HttpOptions["fetch"];
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly retry: RetryOptions;
  readonly maxRetryAfterMs: number;
  readonly maxResponseBytes: number;
  readonly hooks: Hooks;
  readonly clock: Clock;
  readonly random: () => number;
  readonly operationOf: OperationLookup;
}

/**
 * Checks the options and fills in the defaults.
 *
 * @throws {InvalidArgumentError} An option is not what it should be; neither token nor base URL is printed.
 */
export function settingsOf(options: HttpOptions): Settings {
  if (typeof options.token !== "function") credentialsOf(options.token);
  if (options.fetch !== undefined && typeof options.fetch !== "function") {
    throw new InvalidArgumentError("fetch", "fetch must be a function.");
  }
  return {
    baseUrl: normalizeBaseUrl(options.baseUrl, options.allowInsecureHttp),
    token: options.token,
    fetch: options.fetch,
    headers: headersOf(options),
    timeoutMs: positive("timeoutMs", options.timeoutMs, 30_000),
    totalTimeoutMs: positive("totalTimeoutMs", options.totalTimeoutMs, 120_000),
    retry: retryOf(options.retry, DEFAULT_RETRY),
    maxRetryAfterMs: zeroOrMore("maxRetryAfterMs", options.maxRetryAfterMs, 60_000),
    maxResponseBytes: positive("maxResponseBytes", options.maxResponseBytes, 64 * 1024 * 1024),
    hooks: options.hooks ?? {},
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
    operationOf: options.operationOf,
  };
}

const HEADER_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

function headersOf(options: HttpOptions): Record<string, string> {
  const headers: Record<string, string> = {
    accept: "application/json",
    "accept-language": options.acceptLanguage ?? "en",
  };
  if (options.userAgent !== undefined) headers["user-agent"] = options.userAgent;
  for (const [name, value] of Object.entries(options.headers ?? {})) headers[name.toLowerCase()] = value;
  for (const [name, value] of Object.entries(headers)) {
    if (name === "authorization")
      throw new InvalidArgumentError("headers", "headers must not hold authorization: use token.");
    if (!HEADER_NAME.test(name) || typeof value !== "string" || !HEADER_VALUE.test(value)) {
      throw new InvalidArgumentError(
        "headers",
        `headers: ${JSON.stringify(name)} is not a header, or its value is not.`,
      );
    }
  }
  return headers;
}
