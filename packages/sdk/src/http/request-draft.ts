/**
 * What openapi-fetch has put together, kept as plain data.
 *
 * It stands where openapi-fetch would build a `Request`: `fetch` builds one itself from the same data, and a
 * second one would be a tenth of a call's cost and tie a listener to the caller's signal.
 */
export class RequestDraft {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: BodyInit | null;

  constructor(url: string, init: { method: string; headers: Headers; body?: BodyInit | null }) {
    this.url = url;
    this.method = init.method;
    this.headers = init.headers;
    this.body = init.body ?? null;
  }
}
