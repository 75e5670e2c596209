import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { createExchangeCheck, type ExchangeCheck } from "../../src/prism/exchange-check.ts";
import { parsedBody, prismRequest } from "../../src/prism/prism-request.ts";
import { loadSpec } from "../../src/spec/load-spec.ts";
import { createContract } from "../contract/contract.ts";

interface Message {
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly bodyText?: string;
}

interface Recorded {
  readonly request: Message & { readonly method: string; readonly path: string };
  readonly response: Message & { readonly status: number };
}

function recordedAt(server: string): Recorded[] {
  const folder = new URL(`../../recordings/${server}/`, import.meta.url);
  const files = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
  return files.flatMap((file) => file.exchanges ?? []).filter((exchange) => exchange.request !== undefined);
}

const lowerCased = (headers: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const textOf = ({ body, bodyText }: Message) => bodyText ?? (body === undefined ? "" : JSON.stringify(body));

const pathOf = ({ request }: Recorded) => request.path.replace(/^https?:\/\/[^/]+/, "");

function sent(exchange: Recorded) {
  const { request } = exchange;
  const url = new URL(`http://recorded.test${pathOf(exchange)}`);
  return prismRequest(request.method, url, lowerCased(request.headers), textOf(request));
}

/** What the check finds when the recorded request had been answered with this body. */
async function answered(check: ExchangeCheck, exchange: Recorded, body: string) {
  const { status, headers } = exchange.response;
  const answer = { status, headers: lowerCased(headers), body: Buffer.from(body), failure: undefined };
  const violations = await check(sent(exchange), answer);
  return {
    operationId: violations[0]?.operationId,
    isKnown: !violations.some((violation) => violation.location === "route"),
    request: violations.filter((violation) => violation.where === "request"),
    response: violations.filter((violation) => violation.where === "response"),
  };
}

describe.each([
  ["waldur-2021-08", "2021"],
  ["waldur-2024-10", "current"],
] as const)("the exchanges recorded at %s", (server, dialect) => {
  const recorded = recordedAt(server);
  const contract = createContract(loadSpec(), { dialect });
  const byContract = (exchange: Recorded, body: string) => {
    const { request, response } = exchange;
    return contract.check({
      method: request.method,
      url: pathOf(exchange),
      headers: lowerCased(request.headers),
      body: parsedBody(textOf(request), "application/json"),
      status: response.status,
      responseHeaders: lowerCased(response.headers),
      responseBody: parsedBody(body, lowerCased(response.headers)["content-type"]),
    });
  };

  let check: ExchangeCheck;
  beforeAll(async () => {
    check = await createExchangeCheck(dialect);
  });

  it("raise no false alarm, and are judged as the project's own contract judges them", async () => {
    for (const exchange of recorded) {
      const byPrism = await answered(check, exchange, textOf(exchange.response));
      const { operationId, violations } = byContract(exchange, textOf(exchange.response));
      expect(byPrism.response, exchange.request.path).toEqual([]);
      expect(byPrism.isKnown, exchange.request.path).toBe(operationId !== undefined);
      if (operationId === undefined) continue;
      // Recordings leave out the token.
      const found = byPrism.request.filter(({ location }) => location !== "header.authorization");
      const expected = violations.filter(({ where }) => where === "request");
      expect(found.length > 0, JSON.stringify([exchange.request, found, expected])).toBe(expected.length > 0);
    }
    expect(recorded.length).toBeGreaterThan(300);
  });

  it("are alarming, each of them, when another body comes in place of its JSON", async () => {
    for (const exchange of recorded) {
      const isJson = lowerCased(exchange.response.headers)["content-type"] === "application/json";
      if (!isJson || exchange.request.method === "HEAD") continue;
      const { isKnown, response } = await answered(check, exchange, "42");
      if (isKnown) expect(response, exchange.request.path).not.toEqual([]);
    }
  });

  it("are alarming for every column that a whole row must have", async () => {
    const done = new Set<string>();
    for (const exchange of recorded) {
      const { operationId } = byContract(exchange, "");
      const { body, status } = exchange.response;
      const row: unknown = Array.isArray(body) ? body[0] : body;
      if (status !== 200 || exchange.request.path.includes("field=") || typeof row !== "object") continue;
      if (operationId === undefined || row === null || done.has(operationId)) continue;
      done.add(operationId);
      for (const column of Object.keys(row)) {
        const { [column]: _, ...rest } = Object.fromEntries(Object.entries(row));
        const text = JSON.stringify(Array.isArray(body) ? [rest] : rest);
        const found = (await answered(check, exchange, text)).response;
        const expected = byContract(exchange, text).violations.filter(({ where }) => where === "response");
        expect(found.length > 0, `${operationId} without ${column}`).toBe(expected.length > 0);
      }
    }
    expect(done.size).toBeGreaterThan(10);
  });
});
