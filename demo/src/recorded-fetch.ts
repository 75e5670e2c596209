/** One request as it went out, and its answer. */
export interface Exchange {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly requestBody: unknown;
  readonly status: number;
  readonly answer: unknown;
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A `fetch` that keeps what passes through it. */
export interface RecordedFetch {
  readonly fetch: Fetch;
  /** Returns the exchanges since the last call. */
  take(): Exchange[];
}

/** Wraps a `fetch` so that the demo can show what the sdk really sent. */
export function recordedFetch(send: Fetch = (url, init) => globalThis.fetch(url, init)): RecordedFetch {
  let exchanges: Exchange[] = [];
  return {
    async fetch(url, init) {
      const response = await send(url, init);
      const text = await response.clone().text();
      const { pathname, search } = new URL(url);
      exchanges.push({
        method: init.method ?? "GET",
        url: decodeURIComponent(pathname + search),
        requestBody: typeof init.body === "string" ? JSON.parse(init.body) : undefined,
        status: response.status,
        answer: text === "" ? undefined : JSON.parse(text),
      });
      return response;
    },
    take() {
      const taken = exchanges;
      exchanges = [];
      return taken;
    },
  };
}
