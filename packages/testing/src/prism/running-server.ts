// For `Symbol.asyncDispose` where a user's own settings do not know it; `preserve` keeps it in the published types.
/// <reference lib="esnext.disposable" preserve="true" />

export interface ListenOptions {
  /** The port to listen on; 0, the default, takes a free one. */
  readonly port?: number | undefined;
  /** The address to listen on; the default is this machine only (127.0.0.1). */
  readonly host?: string | undefined;
}

/** A server that is up. */
export interface RunningServer {
  /** Where it is, without a slash at the end: `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Ends the server and its open connections; may be called twice. */
  close(): Promise<void>;
  /** The same as `close()`, for `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}
