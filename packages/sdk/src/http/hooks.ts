import type { KeysOf } from "../values/arguments.ts";
import type { OperationKind } from "./retry-policy.ts";

/** One request of a call. It has no URL, headers or body, so it is safe to log. */
export interface RequestEvent {
  /** The same for all requests of one call of a method; unique within a client. */
  readonly callId: number;
  /** The same for all events of one request, retries included; unique within a client. */
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
  /** The wait before it, in whole milliseconds. */
  readonly delayMs: number;
}

/** A request that is over: the last event of each exchange. */
export interface EndEvent extends RequestEvent {
  /** What the caller gets, or the reason of their own abort. Undefined if they get an answer. */
  readonly error?: unknown;
  /** Since the first attempt, with all retries and waits. */
  readonly durationMs: number;
}

/**
 * Called as requests go out and come back, for logs, traces and metrics. Nothing waits for a hook, and errors that it
 * throws are ignored.
 */
export interface Hooks {
  /** An attempt goes out. */
  readonly onRequest?: ((event: RequestEvent) => void) | undefined;
  /** An answer has come, of whatever status. */
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined;
  /** An attempt has failed, and another one will follow. */
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
  /** A request is over: it was answered, or failed for good. */
  readonly onEnd?: ((event: EndEvent) => void) | undefined;
}

/** The keys of `Hooks`. */
export const HOOK_KEYS: KeysOf<Hooks> = {
  onRequest: true,
  onResponse: true,
  onRetry: true,
  onEnd: true,
};

/** Calls a hook in a way that cannot break what it watches, not even by a rejected promise. */
export function notify<Event>(hook: (event: Event) => unknown, event: Event): void {
  try {
    Promise.resolve(hook(event)).catch(() => {});
  } catch {
    // The hook's own failure.
  }
}
