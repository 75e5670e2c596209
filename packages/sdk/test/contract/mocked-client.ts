import { createMockFetch, type MockFetch } from "@puhuri/testing";
import { createPuhuriClient, type Dialect, type PuhuriClient } from "../../src/index.ts";
import { operationOf } from "../../src/servers/operations.ts";

export const ORIGIN = "https://puhuri.test";
export const TOKEN = "4f1c2a9b0d3e5f60718293a4b5c6d7e8f9012345";
export const DIALECTS: readonly Dialect[] = ["2021", "current"];

/** A `Prefer` header, or a body to put in the place of the example's. */
export type Wish = string | { readonly body: unknown };

/** What to answer, by operation id: one wish after the other, the last stays. */
export type Wishes = Readonly<Record<string, readonly Wish[]>>;

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface MockedClient {
  readonly puhuri: PuhuriClient;
  readonly mock: MockFetch;
  /** Forgets all requests, and says how to answer the next ones. */
  begin(wishes?: Wishes): void;
}

/** One whose mock, which takes long to load, may have further clients: they remember nothing of what it answered. */
export interface RenewableClient extends MockedClient {
  anew(): MockedClient;
}

/**
 * A client of Prism's mock of one dialect.
 *
 * @param through - Changes requests on their way.
 */
export async function mockedClient(
  dialect: Dialect,
  through: (fetch: Fetch) => Fetch = (fetch) => fetch,
): Promise<RenewableClient> {
  const mock = await createMockFetch({ dialect });
  let wishes = new Map<string, Wish[]>();
  const answer: Fetch = async (url, init) => {
    const left = wishes.get(operationIdOf(url, init)) ?? [];
    const wish = left.length > 1 ? left.shift() : left[0];
    if (wish === undefined) return mock.fetch(url, init);
    if (typeof wish === "string") {
      const headers = new Headers(init.headers);
      headers.set("prefer", wish);
      const response = await mock.fetch(url, { ...init, headers });
      return wish === "example=empty" ? counted(response, []) : response;
    }
    return counted(await mock.fetch(url, init), wish.body);
  };
  let now = Date.UTC(2026, 10, 23, 12);
  const dated: Fetch = async (url, init) => {
    const response = await answer(url, init);
    response.headers.set("date", new Date(now).toUTCString());
    return response;
  };
  const createClient = (): RenewableClient => ({
    puhuri: createPuhuriClient({
      baseUrl: ORIGIN,
      token: TOKEN,
      dialect,
      fetch: through(dated),
      clock: {
        now: () => now,
        // Waits cost nothing, but time passes: what is waited for in vain ends.
        sleep: async (ms) => {
          now += ms;
        },
      },
      random: () => 0.5,
    }),
    mock,
    begin(next = {}) {
      mock.reset();
      wishes = new Map(Object.entries(next).map(([id, list]) => [id, [...list]]));
    },
    anew: createClient,
  });
  return createClient();
}

/** The answer with another body: Prism counts the rows of the first example, whichever it shows. */
function counted({ status, headers }: Response, body: unknown): Response {
  if (Array.isArray(body)) headers.set("x-result-count", `${body.length}`);
  return Response.json(body, { status, headers });
}

function operationIdOf(url: string, { method = "GET" }: RequestInit): string {
  const path = new URL(url).pathname.replaceAll(/[0-9a-f]{32}/g, "{uuid}");
  return operationOf(method, path)?.id ?? "";
}
