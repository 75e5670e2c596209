import type { CallOptions } from "./call.ts";
import type { Outgoing } from "./messages.ts";

/** What openapi-fetch gives to the constructor of a `Request`: all that was given to the call. */
export interface DraftInit extends Omit<CallOptions, "signal"> {
  readonly signal?: AbortSignal;
  readonly method: string;
  readonly headers: Headers;
  readonly body?: BodyInit | null;
}

/**
 * What openapi-fetch has put together, kept as plain data.
 *
 * It stands where openapi-fetch would build a `Request`: `fetch` builds one itself from the same data, and a
 * second one would be a tenth of a call's cost and tie a listener to the caller's signal.
 */
export class RequestDraft implements Outgoing {
  readonly url: string;
  readonly path: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: BodyInit | null;
  readonly options: CallOptions;

  constructor(url: string, path: string, init: DraftInit) {
    this.url = url;
    this.path = path;
    this.method = init.method;
    this.headers = init.headers;
    this.body = init.body ?? null;
    this.options = init;
  }
}
