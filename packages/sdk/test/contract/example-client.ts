import type { RecordedRequest } from "@puhuri/testing";
import { createPuhuriClient, type Dialect } from "../../src/index.ts";
import { operationOf } from "../../src/servers/operations.ts";
import { type Fetch, type MockedClient, ORIGIN, TOKEN, type Wish, type Wishes } from "./mocked-client.ts";
import { countOf, exampleOf, isAnsweredEmpty, pick } from "./spec-examples.ts";

/** The web server's own page. */
const NO_ADDRESS = new Response("<html>", { status: 404, headers: { "content-type": "text/html" } });

/**
 * A client of a server that answers with the spec's examples and checks nothing: for where Prism, which does check, takes
 * too long to load.
 */
export function exampleClient(dialect: Dialect): MockedClient {
  const requests: RecordedRequest[] = [];
  let wishes = new Map<string, Wish[]>();

  const answer: Fetch = async (url, init) => {
    const { method = "GET", body } = init;
    const { pathname, searchParams } = new URL(url);
    const path = pathname.replaceAll(/[0-9a-f]{32}/g, "{uuid}");
    const operationId = operationOf(method, path)?.id ?? "";
    const headers = Object.fromEntries(new Headers(init.headers));
    const json: unknown = typeof body === "string" ? JSON.parse(body) : undefined;
    requests.push({ method, url, headers, body: json, operationId, status: 200, violations: [] });
    if (method === "HEAD") {
      return new Response(null, { headers: { "x-result-count": String(countOf(operationId)) } });
    }
    const left = wishes.get(operationId) ?? [];
    const wish = left.length > 1 ? left.shift() : left[0];
    if (typeof wish === "object") return Response.json(wish.body);
    if (wish?.startsWith("code=404")) return NO_ADDRESS.clone();
    if (isAnsweredEmpty(operationId)) return new Response(null, { status: 201 });
    const example = exampleOf(operationId, wish?.replace("example=", "") ?? dialect);
    const columns = searchParams.getAll("field");
    if (columns.length === 0) return Response.json(example);
    return Response.json(
      Array.isArray(example) ? example.map((row) => pick(row, columns)) : pick(example, columns),
    );
  };

  let now = Date.UTC(2026, 10, 23, 12);
  const puhuri = createPuhuriClient({
    baseUrl: ORIGIN,
    token: TOKEN,
    dialect,
    fetch: async (url, init) => {
      const response = await answer(url, init);
      response.headers.set("date", new Date(now).toUTCString());
      return response;
    },
    clock: {
      now: () => now,
      sleep: async (ms) => {
        now += ms;
      },
    },
    random: () => 0.5,
  });
  const reset = () => {
    requests.length = 0;
  };
  return {
    puhuri,
    mock: { fetch: (input, init = {}) => answer(String(input), init), requests, violations: [], reset },
    begin(next: Wishes = {}) {
      reset();
      wishes = new Map(Object.entries(next).map(([id, list]) => [id, [...list]]));
    },
  };
}
