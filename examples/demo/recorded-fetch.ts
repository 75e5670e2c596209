/** One request as it went out, and its answer. */
export interface Exchange {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly requestBody: unknown;
  /** Undefined when no answer came. */
  readonly status: number | undefined;
  /** Parsed if it is JSON, else the text. */
  readonly answer: unknown;
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A `fetch` that keeps what passes through it. */
export interface RecordedFetch {
  readonly fetch: Fetch;
  /** Returns the exchanges since the last call. */
  take(): Exchange[];
}

/** Wraps a `fetch` so that the demo can show what the SDK really sent, in order. */
export function recordedFetch(send: Fetch = (url, init) => globalThis.fetch(url, init)): RecordedFetch {
  let exchanges: { -readonly [Key in keyof Exchange]: Exchange[Key] }[] = [];
  return {
    async fetch(url, init) {
      const { pathname, search } = new URL(url);
      const exchange: (typeof exchanges)[number] = {
        method: init.method ?? "GET",
        url: decodeURIComponent(pathname + search),
        requestBody: typeof init.body === "string" ? JSON.parse(init.body) : undefined,
        status: undefined,
        answer: undefined,
      };
      exchanges.push(exchange);
      const response = await send(url, init);
      exchange.answer = parsed(await response.clone().text());
      exchange.status = response.status;
      return response;
    },
    take() {
      const taken = exchanges;
      exchanges = [];
      return taken;
    },
  };
}

function parsed(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
