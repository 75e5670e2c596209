import { readFileSync } from "node:fs";
import { createFakePuhuri } from "@puhuri/testing";
import { describe, expect, it } from "vitest";
import { createPuhuriClient } from "../../src/client.ts";
import { AuthenticationError, RequestTimeoutError, UnsupportedByServerError } from "../../src/errors.ts";
import { readDialect } from "../../src/servers/detect.ts";
import { createRequests } from "../../src/servers/requests.ts";
import { type Answer, answering, createServer } from "../nouns/answering.ts";

/** What real servers answered to `GET /api/`. */
function recordedRoot(folder: string): Record<string, string> {
  const file = new URL(
    `../../../testing/recordings/${folder}/01-root-${folder === "waldur-2021-08" ? "lists-filters-paging" : "auth-errors"}.json`,
    import.meta.url,
  );
  const { exchanges } = JSON.parse(readFileSync(file, "utf8"));
  for (const { request, response } of exchanges) {
    if (request?.path === "/api/" && request.method === "GET" && response.status === 200)
      return response.body;
  }
  throw new Error(`There is no root in ${file.pathname}.`);
}

const current: Answer = () => Response.json({ "marketplace-provider-resources": "https://puhuri.test/" });
const refused: Answer = () => Response.json({ detail: "Invalid token." }, { status: 401 });

/** Requests that are answered when the test says so. */
function held(): { answer: Answer; release(answer?: Answer): void; waiting(): number } {
  const waiting: ((answer: Answer) => void)[] = [];
  return {
    answer: (line, init) =>
      new Promise((resolve, reject) => {
        init.signal?.addEventListener("abort", () => reject(init.signal?.reason));
        waiting.push((answer) => resolve(answer(line, init)));
      }),
    release: (answer = current) => {
      for (const resolve of waiting.splice(0)) resolve(answer);
    },
    waiting: () => waiting.length,
  };
}

describe("a server's generation", () => {
  it.each([
    ["waldur-2021-08", "2021"],
    ["waldur-2024-10", "current"],
  ])("is read off its list of endpoints, as %s sent it", async (folder, dialect) => {
    const { http, sent } = answering("auto", () => Response.json(recordedRoot(folder)));
    expect(await readDialect(createRequests(http), http.begin())).toBe(dialect);
    expect(sent).toEqual(["GET /api/"]);
  });

  it.each([
    ["of the years between", { "marketplace-resources": "", "marketplace-public-offerings": "" }],
    ["that is none", {}],
  ])("is unsupported on a server %s", async (_, body) => {
    const { http } = answering("auto", () => Response.json(body));
    await expect(readDialect(createRequests(http), http.begin())).rejects.toBeInstanceOf(
      UnsupportedByServerError,
    );
  });
});

describe("a client that is asked which server it speaks to", () => {
  it.each([
    ["2024-10", undefined],
    ["8.0", "8.0.9"],
    ["8.1", "8.1.3"],
  ] as const)(
    "tells the version of a server of %s as far as a provider may know it",
    async (generation, version) => {
      const fake = createFakePuhuri({ dialect: "current", generation });
      const options = { baseUrl: "https://puhuri.test", token: fake.tokenOf("owner"), fetch: fake.fetch };
      expect(await createPuhuriClient(options).server()).toEqual({ dialect: "current", version });
    },
  );

  it("goes by the server, not by what it was told", async () => {
    const fake = createFakePuhuri({ dialect: "2021" });
    const options = { baseUrl: "https://puhuri.test", token: fake.tokenOf("owner"), fetch: fake.fetch };
    expect(await createPuhuriClient(options).server()).toEqual({ dialect: "2021", version: undefined });
  });
});

describe("a client that asks for it", () => {
  it("asks before the first call and never again", async () => {
    const { context, http, sent } = answering("auto", current);
    expect(sent).toEqual([]);
    expect((await context.provider.resolve(http.begin())).dialect).toBe("current");
    expect((await context.provider.resolve(http.begin())).dialect).toBe("current");
    expect(sent).toEqual(["GET /api/"]);
  });

  it("asks once for all calls that come at the same time, and gives them the same api", async () => {
    const { context, http, sent } = answering("auto", current);
    const apis = await Promise.all([1, 2, 3, 4].map(() => context.provider.resolve(http.begin())));
    expect(new Set(apis).size).toBe(1);
    expect(sent).toHaveLength(1);
  });

  it("tells all of them when the server refuses, and asks again for the next call", async () => {
    let answer = refused;
    const { context, http, sent } = answering("auto", (line, init) => answer(line, init));
    const calls = [1, 2, 3].map(() => context.provider.resolve(http.begin()));
    const outcomes = await Promise.allSettled(calls);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: "rejected", reason: expect.any(AuthenticationError) });
    }
    expect(sent).toHaveLength(1);
    answer = current;
    expect((await context.provider.resolve(http.begin())).dialect).toBe("current");
    expect(sent).toHaveLength(2);
  });

  it("goes on asking for the others when the first is aborted", async () => {
    const server = held();
    const { context, http, sent } = answering("auto", server.answer);
    const controller = new AbortController();
    const first = Promise.resolve(context.provider.resolve(http.begin({ signal: controller.signal })));
    const others = [1, 2].map(() => context.provider.resolve(http.begin()));
    await expect.poll(() => server.waiting(), { interval: 1 }).toBe(1);
    const reason = new Error("stop");
    controller.abort(reason);
    await expect(first).rejects.toBe(reason);
    server.release();
    const apis = await Promise.all(others);
    expect(apis.map(({ dialect }) => dialect)).toEqual(["current", "current"]);
    expect(sent).toHaveLength(1);
  });

  it("keeps an error to itself that nobody waits for any more", async () => {
    const { context, http, sent } = answering("auto", refused);
    const signal = AbortSignal.abort(new Error("stop"));
    await expect(context.provider.resolve(http.begin({ signal }))).rejects.toBe(signal.reason);
    await expect.poll(() => sent, { interval: 1 }).toHaveLength(1);
    await expect(context.provider.resolve(http.begin())).rejects.toBeInstanceOf(AuthenticationError);
  });

  it("lets a call that waits for another be aborted, alone", async () => {
    const server = held();
    const { context, http, sent } = answering("auto", server.answer);
    const first = Promise.resolve(context.provider.resolve(http.begin()));
    await expect.poll(() => server.waiting(), { interval: 1 }).toBe(1);
    const controller = new AbortController();
    const second = Promise.resolve(context.provider.resolve(http.begin({ signal: controller.signal })));
    const reason = new Error("stop");
    controller.abort(reason);
    await expect(second).rejects.toBe(reason);
    server.release();
    expect((await first).dialect).toBe("current");
    expect(sent).toHaveLength(1);
  });

  it("lets a call wait no longer than it may take", async () => {
    const server = held();
    const { context, http } = answering("auto", server.answer);
    const first = Promise.resolve(context.provider.resolve(http.begin()));
    await expect.poll(() => server.waiting(), { interval: 1 }).toBe(1);
    const second = Promise.resolve(context.provider.resolve(http.begin({ timeoutMs: 5 })));
    await expect(second).rejects.toMatchObject({
      code: "timeout",
      operation: "root_list",
      which: "total",
      timeoutMs: 5,
    });
    await expect(second).rejects.toBeInstanceOf(RequestTimeoutError);
    server.release();
    expect((await first).dialect).toBe("current");
  });
});

describe("a current server's version", () => {
  it.each([
    ["8.1.3", true],
    ["8.10.0", true],
    ["9.0.0", true],
    ["8.0.9", false],
    ["7.5.0", false],
  ])("tells whether it leaves orders of Slurm offerings to providers: %s, once", async (version, leaves) => {
    const { http, sent } = answering("current", () => Response.json({ version }));
    const server = createServer("current", http);
    for (let i = 0; i < 2; i++) expect(await server.leavesSlurmToProviders(http.begin())).toBe(leaves);
    expect(sent).toEqual(["GET /api/version/"]);
  });

  it("is not taken for hidden when it cannot be read", async () => {
    const { http } = answering("current", () => new Response("busy", { status: 400 }));
    const reading = createServer("current", http).leavesSlurmToProviders(http.begin());
    await expect(reading).rejects.toMatchObject({ code: "bad-request" });
  });
});
