import { expect, it, test } from "vitest";
import { served } from "./served.ts";

const BROWSER = { Accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

it("shows a browser its page, and any other client what a server has there", async () => {
  const { ask, fake } = served();
  const page = await ask("/", { headers: BROWSER });
  expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  expect(await page.text()).toContain("<title>Puhuri fake</title>");
  expect((await ask("/")).status).toBe(404);
  expect((await ask("/", { method: "POST", headers: BROWSER })).status).toBe(404);
  expect((await ask("/api/", { headers: BROWSER })).status).toBe(401);
  expect(fake.requests).toHaveLength(3);
});

it("has what its page loads, and no other file", async () => {
  const { ask } = served();
  const page = await (await ask("/", { headers: BROWSER })).text();
  const loaded = [...page.matchAll(/"(\/_fake\/[^"]+)"/g)].map(([, path = ""]) => path);
  expect(loaded).toEqual(["/_fake/page.css", "/_fake/page.js"]);
  for (const path of [...loaded, "/_fake/wish.js", "/_fake/elements.js"]) {
    const answer = await ask(path);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(answer.headers.get("content-type")).toMatch(/^text\/(css|javascript); charset=utf-8$/);
  }
  for (const path of [
    "",
    "nothing.js",
    "serve-page.ts",
    "..%2fserve-page.ts",
    "%2e%2e/snapshot.ts",
    "page.js/",
  ]) {
    expect([path, (await ask(`/_fake/${path}`)).status]).toEqual([path, 404]);
  }
  expect((await ask("/_fake/page.js", { method: "DELETE" })).status).toBe(405);
  expect((await ask("/_fake/toString", { method: "POST" })).status).toBe(405);
});

it("keeps what the page asks for out of the log of requests, and out of the reach of faults", async () => {
  const { ask, fake, press, shown } = served({}, "requestLost,serverError");
  for (let i = 0; i < 30; i += 1) expect((await ask("/_fake/state")).status).toBe(200);
  await press("advance", { ms: 1 });
  expect([fake.requests.length, shown().requests.length]).toEqual([0, 0]);
});

it("lets nobody frame it, read it from elsewhere, or run a script in it", async () => {
  const { ask } = served({ cors: true });
  for (const path of ["/", "/_fake/state", "/_fake/nothing"]) {
    const { headers } = await ask(path, { headers: { ...BROWSER, Origin: "https://elsewhere.example" } });
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
  }
});

test.each([
  ["another site", { "Sec-Fetch-Site": "cross-site", Origin: "http://127.0.0.1:4020" }],
  ["another port of this machine", { "Sec-Fetch-Site": "same-site", Origin: "http://127.0.0.1:3000" }],
  ["a link", { "Sec-Fetch-Site": "none" }],
  ["another origin, by an old browser", { Origin: "https://elsewhere.example" }],
  ["a page without an origin", { Origin: "null" }],
  ["no browser", {}],
])("lets %s press no button", async (_, headers) => {
  const { fake, press } = served();
  const answer = await press("advance", { ms: 1000 }, headers);
  expect([answer.status, await answer.json()]).toEqual([
    403,
    { error: "Only the page itself presses its buttons." },
  ]);
  expect(fake.now()).toEqual(new Date("2026-11-23T12:00:00Z"));
});

it("takes its own origin from a browser that does not say more", async () => {
  const { fake, press } = served();
  expect((await press("advance", { ms: 1000 }, { Origin: "http://127.0.0.1:4020" })).status).toBe(204);
  expect(fake.now()).toEqual(new Date("2026-11-23T12:00:01Z"));
});

test.each([
  ["http://localhost:4020", 200],
  ["http://[::1]:4020", 200],
  ["http://192.168.1.5", 200],
  ["http://elsewhere.example:4020", 403],
  ["http://127.0.0.1.elsewhere.example", 403],
])("at %s it answers %d: a name may have been pointed to this machine", async (origin, status) => {
  const { ask } = served();
  for (const path of ["/", "/_fake/state", "/_fake/page.js"]) {
    expect((await ask(`${origin}${path}`, { headers: BROWSER })).status).toBe(status);
  }
  expect((await ask(`${origin}/api/`, { headers: BROWSER })).status).toBe(401);
});

it("leaves redirects and lost connections to the client, as any server", async () => {
  const { ask, press } = served();
  const answer = await ask("/api/users?page=2", { headers: { Authorization: "Token x" } });
  expect([answer.status, answer.headers.get("location")]).toEqual([301, "/api/users/?page=2"]);
  await press("fault", { name: "requestLost", isOn: true });
  const all = await Promise.allSettled(Array.from({ length: 60 }, () => ask("/api/")));
  const lost = all.flatMap((one) => (one.status === "rejected" ? [one.reason.name] : []));
  expect(new Set(lost)).toEqual(new Set(["ConnectionLost"]));
});
