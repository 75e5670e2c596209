import { request } from "node:http";
import { afterEach, expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import { ConnectionLost, type Intercept } from "../../src/fake/http/exchange.ts";
import { ask, ORIGIN } from "./ask.ts";
import { createCheckedFake } from "./checked.ts";

const open: FakePuhuri[] = [];

function fakeWith(intercept?: Intercept): FakePuhuri {
  const fake = createCheckedFake({
    dialect: "2021",
    now: () => new Date("2026-11-23T12:00:00Z"),
    ...(intercept === undefined ? {} : { intercept }),
  });
  open.push(fake);
  return fake;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()));
});

test("fetch and listen give the same status, headers and body, but for the origin", async () => {
  const fake = fakeWith();
  const { url } = await fake.listen();
  const remote = { ...fake, fetch: globalThis.fetch };
  const asked: [string | null, string, string][] = [
    ["owner", "GET", "marketplace-resources/?page_size=2&o=name"],
    ["owner", "GET", "marketplace-offerings/cf4eb9c29fc74af4ade667fcb53633d5/"],
    ["owner", "HEAD", "marketplace-resources/"],
    [null, "POST", "marketplace-offering-users"],
    [null, "GET", "users/"],
    ["owner", "GET", "nonsense/"],
    ["owner", "OPTIONS", "marketplace-resources/"],
    ["owner", "GET", "marketplace-offering-users/1/"],
  ];
  for (const [user, method, path] of asked) {
    const near = await ask(fake, user, method, path);
    const far = await ask(remote, user, method, `${url}/api/${path}`);
    const atOrigin = (text: string): string => text.replaceAll(url, ORIGIN);
    expect([far.status, atOrigin(far.text)]).toEqual([near.status, near.text]);
    for (const name of [
      "link",
      "x-result-count",
      "content-type",
      "allow",
      "location",
      "vary",
      "www-authenticate",
    ]) {
      expect([name, atOrigin(far.headers.get(name) ?? "")]).toEqual([name, near.headers.get(name) ?? ""]);
    }
    const shown = far.headers.get("content-length");
    if (method !== "HEAD" && far.text === near.text) {
      expect(shown).toBe(near.headers.get("content-length"));
    }
  }
  expect(fake.requests).toHaveLength(asked.length * 2);
});

test("a connection lost after the work was done: the write stays, both ways of asking fail as fetch does", async () => {
  const fake = fakeWith(async (_exchange, next) => {
    await next();
    throw new ConnectionLost();
  });
  const { url } = await fake.listen();
  const path = "/api/marketplace-resources/a1916bd53fd04b1ab1a4e700c926607b/set_backend_id/";
  const write = (backend_id: string): RequestInit => ({
    method: "POST",
    headers: { Authorization: `Token ${fake.tokenOf("owner")}`, "Content-Type": "application/json" },
    body: JSON.stringify({ backend_id }),
  });
  const stored = (): string => fake.state.resources.get("a1916bd53fd04b1ab1a4e700c926607b").backend_id;

  await expect(fake.fetch(`${ORIGIN}${path}`, write("near"))).rejects.toThrow(new TypeError("fetch failed"));
  expect(stored()).toBe("near");
  await expect(fetch(`${url}${path}`, write("far"))).rejects.toThrow(new TypeError("fetch failed"));
  expect(stored()).toBe("far");
  expect(fake.requests.map(({ status }) => status)).toEqual([undefined, undefined]);
});

test("a connection lost before the handler leaves the state alone", async () => {
  const fake = fakeWith(() => Promise.reject(new ConnectionLost()));
  const response = ask(
    fake,
    "owner",
    "POST",
    "marketplace-resources/a1916bd53fd04b1ab1a4e700c926607b/set_backend_id/",
    {
      backend_id: "x",
    },
  );
  await expect(response).rejects.toThrow("fetch failed");
  expect(fake.state.resources.get("a1916bd53fd04b1ab1a4e700c926607b").backend_id).toBe("");
});

test("an intercept may answer itself and change answers, and is told the operation", async () => {
  const seen: (string | undefined)[] = [];
  const fake = fakeWith(async ({ operationId }, next) => {
    seen.push(operationId);
    if (operationId === "users_list") {
      return new Response("<h1>Bad Gateway</h1>", { status: 502, headers: { "Content-Type": "text/html" } });
    }
    const response = await next();
    return new Response((await response.text()).slice(0, 10), response);
  });
  expect((await ask(fake, "owner", "GET", "users/")).status).toBe(502);
  expect((await ask(fake, "owner", "GET", "marketplace-resources/")).text).toHaveLength(10);
  expect((await ask(fake, "owner", "GET", "nonsense/")).status).toBe(404);
  expect(seen).toEqual(["users_list", "resources_list", undefined]);
  expect(fake.requests.map(({ status }) => status)).toEqual([502, 200, 404]);
});

test("aborting ends a request in process with the caller's reason, also while a fault holds it", async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const fake = fakeWith(async (_exchange, next) => {
    await held;
    return next();
  });
  const controller = new AbortController();
  const response = fake.fetch(`${ORIGIN}/api/`, { signal: controller.signal });
  const reason = new Error("enough");
  controller.abort(reason);
  await expect(response).rejects.toBe(reason);
  await expect(fake.fetch(`${ORIGIN}/api/`, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  release();
});

test("close ends the servers at once, open connections included, and the port is free again", async () => {
  const fake = fakeWith();
  const server = await fake.listen();
  const { url, port } = server;
  const idle = request(`${url}/api/`, { headers: { Connection: "keep-alive" } });
  const ended = new Promise((resolve) => {
    idle.on("response", (response) => response.resume().on("close", resolve));
    idle.on("error", resolve);
  });
  idle.end();
  await ended;
  await server.close();
  await server.close();
  await fake.close();
  await expect(fetch(`${url}/api/`)).rejects.toThrow("fetch failed");
  const again = await fake.listen({ port });
  expect(again.port).toBe(port);
});

test("a port that is taken is an error that says so", async () => {
  const fake = fakeWith();
  const { port } = await fake.listen();
  await expect(fakeWith().listen({ port })).rejects.toMatchObject({
    code: "port_in_use",
    message: `Port ${port} on 127.0.0.1 is in use: choose another one, or 0 for any free one.`,
  });
});

test("two fakes share nothing", async () => {
  const [one, other] = [fakeWith(), fakeWith()];
  one.state.resources.get("a1916bd53fd04b1ab1a4e700c926607b").state = "Erred";
  await ask(one, "owner", "GET", "");
  expect(other.state.resources.get("a1916bd53fd04b1ab1a4e700c926607b").state).toBe("Creating");
  expect(other.requests).toEqual([]);
});

test("the log keeps method, path, query, body, operation and status of every request", async () => {
  const fake = fakeWith();
  await ask(fake, "owner", "GET", "marketplace-resources/?state=OK&state=Erred&o=name");
  await ask(fake, "owner", "POST", "marketplace-resources/a1916bd53fd04b1ab1a4e700c926607b/set_backend_id/", {
    backend_id: "x",
  });
  expect(fake.requests).toMatchObject([
    {
      method: "GET",
      path: "/api/marketplace-resources/",
      query: { state: ["OK", "Erred"], o: ["name"] },
      body: undefined,
      operationId: "resources_list",
      status: 200,
    },
    { method: "POST", body: { backend_id: "x" }, operationId: "resources_set_backend_id", status: 200 },
  ]);
});
