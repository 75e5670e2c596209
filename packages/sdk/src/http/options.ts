import { InvalidArgumentError } from "../errors.ts";
import { normalizeBaseUrl } from "./base-url.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { Hooks } from "./hooks.ts";
import { withNumbers } from "./number-option.ts";
import type { OperationLookup } from "./operation.ts";
import { DEFAULT_RETRY, type GivenRetry, retryOf } from "./retry-policy.ts";
import { authorizationOf, type TokenSource } from "./token.ts";

/** What a client can be told about its transport. */
export interface TransportOptions {
  /** The server: `https://host`, with or without `/api/`, with a prefix before it if it has one. */
  readonly baseUrl: string | URL;
  /**
   * The token, or a function that gives it: asked before every request, and once more after a 401.
   * What it throws is the cause of a `TokenError`; it is not asked again for that.
   * Sent as `Token …`, a personal access token (`w_…`) as `Bearer …`, unless a scheme stands before it; and to the base URL's origin only.
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
  readonly retry?: GivenRetry | undefined;
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

const DEFAULT_LIMITS = { timeoutMs: 30_000, totalTimeoutMs: 120_000, maxResponseBytes: 64 * 1024 * 1024 };

/** The options, checked, with every default in place. */
export type Settings = ReturnType<typeof settingsOf>;

/**
 * Checks the options and fills in the defaults.
 *
 * @throws {InvalidArgumentError} An option is not what it should be; neither token nor base URL is printed.
 */
export function settingsOf(options: HttpOptions) {
  const { token, fetch, hooks = {}, clock = systemClock, random = Math.random, operationOf } = options;
  if (fetch && typeof fetch !== "function")
    throw new InvalidArgumentError("fetch", "fetch must be a function.");
  return {
    ...withNumbers(DEFAULT_LIMITS, options, 1),
    ...withNumbers({ maxRetryAfterMs: 60_000 }, options),
    baseUrl: normalizeBaseUrl(options.baseUrl, options.allowInsecureHttp),
    retry: retryOf(options.retry, DEFAULT_RETRY),
    headers: headersOf(options),
    /** The fixed one, checked; undefined where it is to be asked for. */
    authorization: typeof token === "function" ? undefined : authorizationOf(token),
    token,
    fetch,
    hooks,
    clock,
    random,
    operationOf,
  };
}

const HEADER = /^(?!authorization:)[\w!#$%&'*+.^`|~-]+: [\t -~\x80-\xff]*$/;

function headersOf({ userAgent, acceptLanguage = "en", headers: more }: HttpOptions): Record<string, string> {
  const headers: Record<string, string> = { accept: "application/json", "accept-language": acceptLanguage };
  if (userAgent !== undefined) headers["user-agent"] = userAgent;
  for (const name in more) headers[name.toLowerCase()] = more[name] ?? "";
  for (const name in headers) {
    if (!HEADER.test(`${name}: ${headers[name]}`)) {
      throw new InvalidArgumentError(
        "headers",
        "headers must have valid names and values, and no authorization: use token.",
      );
    }
  }
  return headers;
}
