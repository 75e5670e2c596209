// For `Symbol.asyncDispose` where a user's own settings do not know it; `preserve` keeps it in the published types.
/// <reference lib="esnext.disposable" preserve="true" />
// Users' compilers read this file: nothing of Node or Prism may stand in it.

/** Where to listen. */
export interface ListenOptions {
  /**
   * The port to listen on; 0 takes a free one.
   * @default 0
   */
  readonly port?: number | undefined;
  /**
   * The address to listen on. The default lets in this machine only.
   * @default "127.0.0.1"
   */
  readonly host?: string | undefined;
}

/** A running server. */
export interface RunningServer {
  /** Its address, without a slash at the end: `http://127.0.0.1:40123`. */
  readonly url: string;
  readonly port: number;
  /** Ends the server and its open connections; may be called twice. */
  close(): Promise<void>;
  /** The same as `close()`, for `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}
