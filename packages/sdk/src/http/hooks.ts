import type { KeysOf } from "../values/arguments.ts";
import type { OperationKind } from "./retry-policy.ts";

/** One request of a call. Holds no URL, no header and no body: safe to log as it is. */
export interface RequestEvent {
  /** The same for all requests of one call of a method, so that a log can tell them together; unique within a client. */
  readonly callId: number;
  /** The same for all events of one request through to its last retry; unique within a client. */
  readonly exchangeId: number;
  /** The operation's id, such as `provider_resources_list`. */
  readonly operation: string;
  readonly kind: OperationKind;
  readonly method: string;
  /** The path as the spec writes it, without ids. */
  readonly path: string;
  /** 1 for the first try. */
  readonly attempt: number;
}

/** An answer, read to its end. */
export interface ResponseEvent extends RequestEvent {
  readonly status: number;
  readonly durationMs: number;
}

/** A failed attempt that will be repeated. */
export interface RetryEvent extends RequestEvent {
  /** Why: a status, or what the runtime said. */
  readonly reason: string;
  /** How long is waited first, in whole milliseconds. */
  readonly delayMs: number;
}

/** A request that is given up: `error` is what the caller gets, or the reason of their own abort. */
export interface ErrorEvent extends RequestEvent {
  readonly error: unknown;
  /** Since the first attempt. */
  readonly durationMs: number;
}

/** A request that is over, however it ended: comes once for each exchange, and last. */
export interface EndEvent extends RequestEvent {
  /** As `onError` was told; not there if the caller got an answer. */
  readonly error?: unknown;
  /** Since the first attempt, with all retries and waits. */
  readonly durationMs: number;
}

/**
 * Called as requests go out and come back, for logs, traces and metrics. What a hook throws is ignored, and nothing
 * waits for one.
 */
export interface Hooks {
  /** An attempt goes out. */
  readonly onRequest?: ((event: RequestEvent) => void) | undefined;
  /** An answer has come, of whatever status. */
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined;
  /** An attempt has failed, and another one will follow. */
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
  /** A request is given up. */
  readonly onError?: ((event: ErrorEvent) => void) | undefined;
  /** A request is over, however it ended. */
  readonly onEnd?: ((event: EndEvent) => void) | undefined;
}

/** The keys of `Hooks`. */
export const HOOK_KEYS: KeysOf<Hooks> = {
  onRequest: true,
  onResponse: true,
  onRetry: true,
  onError: true,
  onEnd: true,
};

/** Calls a hook in a way that cannot break the call it watches, not even by a rejected promise. */
export function notify<Event>(hook: ((event: Event) => unknown) | undefined, event: () => Event): void {
  if (hook === undefined) return;
  try {
    Promise.resolve(hook(event())).catch(() => {});
  } catch {
    // A watcher's own failure.
  }
}
