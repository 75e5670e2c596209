import { createServer, type IncomingMessage } from "node:http";
import { afterEach, expect, test } from "vitest";
import { createFakePuhuri, type FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { Fault, FaultRule } from "../../src/faults/fault.ts";
import { faults } from "../../src/faults/faults.ts";
import { type FaultOptions, injectFaults } from "../../src/faults/inject-faults.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function listening(rules: readonly (Fault | FaultRule)[], options: FaultOptions = {}) {
  const trouble = injectFaults(rules, options);
  const fake = createFakePuhuri({ dialect: "2021", intercept: trouble.intercept });
  closing.push(() => fake.close());
  const { url } = await fake.listen();
  return { fake, url, trouble };
}

function asOwner(fake: FakePuhuri): { headers: Record<string, string> } {
  return { headers: { Authorization: `Token ${fake.tokenOf("owner")}` } };
}

test("over a socket, pages, truncated, empty and slow bodies arrive as in process", async () => {
  const { fake, url } = await listening([
    { fault: faults.serverError(502), first: 1 },
    { fault: faults.truncatedJson(), first: 1 },
    { fault: faults.emptyBody(), skip: 1, first: 1 },
    { fault: faults.slowBody({ ms: 8 }), skip: 2, first: 1 },
  ]);
  const get = async (): Promise<[number, string]> => {
    const response = await fetch(`${url}/api/users/`, asOwner(fake));
    return [response.status, await response.text()];
  };
  const [page, half, none, slow, plain] = [await get(), await get(), await get(), await get(), await get()];
  expect(page).toEqual([502, expect.stringContaining("<h1>502 Bad Gateway</h1>")]);
  expect(half).toEqual([200, plain[1].slice(0, half[1].length)]);
  expect(half[1].length).toBeGreaterThan(plain[1].length / 3);
  expect(half[1].length).toBeLessThan(plain[1].length);
  expect(none).toEqual([200, ""]);
  expect(slow).toEqual(plain);
});

test("over a socket, lost requests, answers and bodies end the connection", async () => {
  const { fake, url, trouble } = await listening([
    { fault: faults.requestLost(), first: 1 },
    { fault: faults.answerLost(), first: 1 },
    { fault: faults.bodyLost(), skip: 1, first: 1 },
  ]);
  const get = async (): Promise<string> => (await fetch(`${url}/api/users/`, asOwner(fake))).text();
  await expect(get()).rejects.toThrow("fetch failed");
  await expect(get()).rejects.toThrow("fetch failed");
  await expect(get()).rejects.toThrow("terminated");
  expect(await get()).toContain("username");
  expect(trouble.log.map(({ fault }) => fault)).toEqual(["request-lost", "answer-lost", "body-lost"]);
});

test("over a socket, the headers of a slow body do not wait for it", async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { fake, url } = await listening([faults.slowBody()], { sleep: () => held });
  const response = await fetch(`${url}/api/users/`, asOwner(fake));
  expect([response.status, response.headers.get("x-result-count")]).toEqual([200, "5"]);
  release();
  expect(await response.json()).toHaveLength(5);
});

test("latency is real time unless told otherwise, and a client that gives up ends it", async () => {
  const { fake, url } = await listening([faults.latency(Number.POSITIVE_INFINITY)]);
  const signal = AbortSignal.timeout(20);
  await expect(fetch(`${url}/api/users/`, { ...asOwner(fake), signal })).rejects.toThrow("timeout");
  await expect(fake.fetch(`${url}/api/users/`, { ...asOwner(fake), signal })).rejects.toThrow("timeout");

  const brief = await listening([faults.latency(5)]);
  const startedAt = performance.now();
  expect((await fetch(`${brief.url}/api/users/`, asOwner(brief.fake))).status).toBe(200);
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(4);
});

test("wraps the fetch to any server, behind any path, and names operations as the spec does", async () => {
  const got: string[] = [];
  const server = createServer(async (message: IncomingMessage, response) => {
    let body = "";
    for await (const chunk of message) body += String(chunk);
    got.push(`${message.method} ${message.url} ${body}`);
    response.setHeader("Content-Type", "application/json").end('{"status":"done"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  const address = server.address();
  const api = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/behind/api`;

  const trouble = injectFaults([
    { fault: faults.requestLost(), operation: "orders_approve_by_provider", first: 1 },
    { fault: faults.answerLost(), operation: "orders_approve_by_provider", first: 1 },
    { fault: faults.truncatedJson(), path: "/nowhere/" },
  ]);
  const send = trouble.wrap();
  const approve = () =>
    send(`${api}/marketplace-orders/1/approve_by_provider/`, { method: "POST", body: "{}" });
  await expect(approve()).rejects.toThrow(new TypeError("fetch failed"));
  expect(got).toEqual([]);
  await expect(approve()).rejects.toThrow(new TypeError("fetch failed"));
  expect(got).toHaveLength(1);
  const response = await approve();
  expect([response.status, response.url, await response.json()]).toEqual([
    200,
    `${api}/marketplace-orders/1/approve_by_provider/`,
    { status: "done" },
  ]);
  const cut = await send(new Request(`${api}/nowhere/`, { method: "POST", body: "kept" }));
  expect([cut.url, await cut.text()]).toEqual([`${api}/nowhere/`, '{"status"']);
  expect(got.at(-1)).toBe("POST /behind/api/nowhere/ kept");
  expect(trouble.log.map(({ fault, operationId }) => [fault, operationId])).toEqual([
    ["request-lost", "orders_approve_by_provider"],
    ["answer-lost", "orders_approve_by_provider"],
    ["truncated-json", undefined],
  ]);
});

test("a wrapped fetch passes on the body of a stream, and the errors of the fetch itself", async () => {
  const bodies: string[] = [];
  const trouble = injectFaults([]);
  const send = trouble.wrap(async (input, init) => {
    bodies.push(await new Request(input, init).text());
    throw new RangeError("of the fetch itself");
  });
  const stream = new Blob(["streamed"]).stream();
  // Node asks for `duplex`, which the types of browsers do not know.
  const init = { method: "POST", body: stream, duplex: "half" };
  await expect(send("https://puhuri.test/api/", init)).rejects.toThrow(new RangeError("of the fetch itself"));
  expect(bodies).toEqual(["streamed"]);
});
