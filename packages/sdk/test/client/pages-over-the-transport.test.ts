import { getEventListeners } from "node:events";
import { describe, expect, test, vi } from "vitest";
import { createPuhuriClient, type PuhuriClientOptions, RequestTimeoutError } from "../../src/index.ts";
import { errorOf, FakeClock } from "../http/harness.ts";

const ROWS = 1000;

interface Asked {
  readonly page: number;
  readonly at: number;
  readonly signal: AbortSignal | null | undefined;
}

/** A client, and a server with a list of 1,000 rows; `meanwhile` may answer otherwise, wait, or let time pass. */
function createScene(
  meanwhile: (asked: Asked, number: number) => Promise<Response> | Response | undefined = () => undefined,
  { hasLinks = true, ...options }: Partial<PuhuriClientOptions> & { readonly hasLinks?: boolean } = {},
) {
  const clock = new FakeClock();
  const asked: Asked[] = [];
  const fetch = async (url: string, { signal }: RequestInit): Promise<Response> => {
    const { searchParams } = new URL(url);
    const page = Number(searchParams.get("page"));
    const size = Number(searchParams.get("page_size"));
    const request = { page, at: clock.time, signal };
    const other = await meanwhile(request, asked.push(request));
    if (other !== undefined) return other;
    const start = (page - 1) * size;
    const rows = Array.from({ length: Math.min(size, ROWS - start) }, (_, i) => ({
      uuid: `row-${start + i}`,
    }));
    const pageAt = (number: number) => `<${url.replace(/([?&]page=)\d+/, `$1${number}`)}>`;
    const links = [`${pageAt(Math.ceil(ROWS / size))}; rel="last"`];
    if (start + size < ROWS) links.push(`${pageAt(page + 1)}; rel="next"`);
    const headers = { "x-result-count": `${ROWS}`, ...(hasLinks ? { link: links.join(", ") } : {}) };
    return Response.json(rows, { headers });
  };
  const puhuri = createPuhuriClient({
    baseUrl: "https://puhuri.test",
    token: "t".repeat(40),
    clock,
    random: () => 0.5,
    fetch,
    ...options,
  });
  return { ...puhuri, clock, asked };
}

const never = () => new Promise<never>(() => {});

describe("a list over the transport", () => {
  test("sends no page ahead while a 429 holds the client back", async () => {
    let limitedAt = Number.NaN;
    const { resources, clock, asked } = createScene(({ page, at }) => {
      if (page !== 3 || !Number.isNaN(limitedAt)) return undefined;
      limitedAt = at;
      return Response.json({}, { status: 429, headers: { "retry-after": "30" } });
    });
    expect(await resources.list({}, { pageSize: 50, concurrency: 4 }).toArray()).toHaveLength(ROWS);
    // Those that were on their way already.
    const early = asked.filter(({ at }) => at < limitedAt + 30_000).map(({ page }) => page);
    expect(early).toEqual([1, 2, 3, 4, 5]);
    expect(clock.sleeps.every((ms) => ms === 30_000)).toBe(true);
  });

  test("holds back other lists and single calls, too", async () => {
    const { resources, orders, clock, asked } = createScene((_asked, number) =>
      number === 1 ? Response.json({}, { status: 429, headers: { "retry-after": "30" } }) : undefined,
    );
    const begun = clock.time;
    await errorOf(resources.list({}, { retry: false }).first());
    await Promise.all([resources.list().first(), orders.list().first(), resources.list().count()]);
    expect(asked.slice(1).every(({ at }) => at >= begun + 30_000)).toBe(true);
  });

  test("has one time for all its pages, and says at which it was over", async () => {
    const { resources, clock, asked } = createScene(() => {
      clock.time += 1000;
      return undefined;
    });
    const got: unknown[] = [];
    const reading = async () => {
      for await (const row of resources.list({}, { pageSize: 50, concurrency: 1, timeoutMs: 4500 }))
        got.push(row);
    };
    const error = await errorOf(reading());
    expect(error).toBeInstanceOf(RequestTimeoutError);
    expect(error).toMatchObject({ which: "total", timeoutMs: 4500, page: asked.length + 1 });
    expect(got).toHaveLength(asked.length * 50);
    expect(asked).toHaveLength(5);
  });

  test("has no limit of its own, however long the pages take", async () => {
    const { resources, clock } = createScene(() => {
      clock.time += 100_000;
      return undefined;
    });
    expect(await resources.list({}, { pageSize: 50 }).toArray()).toHaveLength(ROWS);
  });

  test("is whole where the Link header is dropped on the way, or may not be seen by a browser", async () => {
    const { resources, asked } = createScene(undefined, { hasLinks: false });
    expect(await resources.list({}, { pageSize: 50 }).toArray()).toHaveLength(ROWS);
    expect(asked).toHaveLength(20);
    expect(await resources.list({ state: "OK" }, { pageSize: 50 }).toArray()).toHaveLength(ROWS);
    expect(asked.length).toBeLessThanOrEqual(42);
  });

  test("is aborted with all pages ahead, and throws the caller's own reason", async () => {
    const { resources, asked } = createScene(({ page }) => (page > 1 ? never() : undefined));
    const controller = new AbortController();
    const reason = { mine: true };
    const reading = errorOf(resources.list({}, { pageSize: 50, signal: controller.signal }).toArray());
    await vi.waitFor(() => expect(asked).toHaveLength(5), { timeout: 30_000 });
    controller.abort(reason);
    expect(await reading).toBe(reason);
    expect(asked.slice(1).every(({ signal }) => signal?.aborted)).toBe(true);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  });

  test("leaves nothing on the caller's signal, over hundreds of lists, counts and calls", async () => {
    const { resources } = createScene();
    const { signal } = new AbortController();
    const uuid = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
    const listening = new Set<number>();
    for (let i = 0; i < 100; i++) {
      for await (const _row of resources.list({}, { pageSize: 300, signal })) if (i % 3 === 0) break;
      await resources.list({ state: "OK" }, { pageSize: 300, signal }).toArray({ limit: 350 });
      await resources.list({}, { signal }).count();
      await errorOf(resources.get(uuid, {}, { signal }));
      // An iterator that is dropped midway.
      await resources.list({}, { pageSize: 300, signal })[Symbol.asyncIterator]().next();
      listening.add(getEventListeners(signal, "abort").length);
    }
    await new Promise((resolve) => setImmediate(resolve));
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    expect(Math.max(...listening)).toBeLessThan(2);
  });
});

test("a wait beyond maxRetryAfterMs is thrown at once whatever status asks for it, with the wait in the error", async () => {
  for (const status of [429, 503]) {
    const { resources, clock, asked } = createScene(
      () => Response.json({}, { status, headers: { "retry-after": "61" } }),
      { maxRetryAfterMs: 60_999 },
    );
    const error = await errorOf(resources.list().toArray());
    expect(error).toMatchObject({ status, retryAfterMs: 61_000, attempts: 1, page: 1 });
    expect(clock.sleeps).toEqual([]);
    expect(asked).toHaveLength(1);
  }
});
