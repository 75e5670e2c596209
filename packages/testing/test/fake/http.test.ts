import { expect, test } from "vitest";
import { ask, ORIGIN } from "./ask.ts";
import { createCheckedFake } from "./checked.ts";

const RESOURCE = "marketplace-resources/a1916bd53fd04b1ab1a4e700c926607b/";

test("an address without its slash is sent there, before any token is looked at, whatever the method", async () => {
  const fake = createCheckedFake({ dialect: "2021" });
  for (const method of ["GET", "POST", "DELETE"]) {
    const answer = await ask(fake, null, method, "marketplace-resources?state=OK");
    expect([answer.status, answer.headers.get("location"), answer.text]).toEqual([
      301,
      "/api/marketplace-resources/?state=OK",
      "",
    ]);
  }
});

test("a client that follows the redirect repeats its POST as GET, and takes the list for success", async () => {
  const fake = createCheckedFake({ dialect: "2021" });
  const response = await fake.fetch(`${ORIGIN}/api/marketplace-offering-users`, {
    method: "POST",
    headers: { Authorization: `Token ${fake.tokenOf("owner")}`, "Content-Type": "application/json" },
    body: "{}",
  });
  expect(response.status).toBe(200);
  expect(response.redirected).toBe(true);
  expect(response.url).toBe(`${ORIGIN}/api/marketplace-offering-users/`);
  expect(await response.json()).toEqual([]);
  expect(fake.requests.map(({ method, status }) => `${method} ${status}`)).toEqual(["POST 301", "GET 200"]);
  expect(fake.requests.map(({ body, headers }) => [body, headers.has("content-type")])).toEqual([
    [{}, true],
    [undefined, false],
  ]);
});

test("unknown addresses get HTML, also without a token", async () => {
  const fake = createCheckedFake({ dialect: "2021" });
  for (const path of ["nonsense/", "nonsense", `${RESOURCE}nonsense/`]) {
    const answer = await ask(fake, null, "GET", path);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([404, "text/html"]);
    expect(answer.text).toContain("<h1>Not Found</h1>");
  }
});

test.each([
  ["Token", "Invalid token. No credentials provided."],
  ["Token a b", "Invalid token. Token string should not contain spaces."],
  ["Token 0123", "Invalid token."],
  ["Bearer x", "Authentication credentials were not provided."],
])("Authorization: %s is refused: %s", async (Authorization, detail) => {
  const fake = createCheckedFake({ dialect: "2021" });
  const answer = await ask(fake, null, "GET", "marketplace-resources/", undefined, { Authorization });
  expect([answer.status, answer.body]).toEqual([401, { detail }]);
  expect(answer.headers.get("www-authenticate")).toBe("Token");
});

test("the keyword Token may be written in any case", async () => {
  const fake = createCheckedFake({ dialect: "2021" });
  const Authorization = `token ${fake.tokenOf("owner")}`;
  expect((await ask(fake, null, "GET", "", undefined, { Authorization })).status).toBe(200);
});

test("a token dies after its lifetime of silence, and every use wakes it", async () => {
  let now = Date.parse("2026-11-23T12:00:00Z");
  const fake = createCheckedFake({
    dialect: "2021",
    now: () => new Date(now),
    seed: (seed) => {
      seed.guide();
      seed.user({ username: "robot", token_lifetime: 60, token_used_at: "2026-11-23T12:00:00Z" });
    },
  });
  const statuses: number[] = [];
  for (const seconds of [59, 59, 61]) {
    now += seconds * 1000;
    statuses.push((await ask(fake, "robot", "GET", "")).status);
  }
  expect(statuses).toEqual([200, 200, 401]);
});

test("format and Accept are looked at before the token, the method after it", async () => {
  const fake = createCheckedFake({ dialect: "2021" });
  expect((await ask(fake, null, "GET", "marketplace-resources/?format=xml")).status).toBe(404);
  expect(
    (await ask(fake, null, "GET", "marketplace-resources/", undefined, { Accept: "text/html" })).status,
  ).toBe(406);
  const accepting = { Accept: "text/html, application/json;q=0.9" };
  expect((await ask(fake, "owner", "GET", "marketplace-resources/", undefined, accepting)).status).toBe(200);
  expect((await ask(fake, null, "DELETE", RESOURCE)).status).toBe(401);
  const refused = await ask(fake, "owner", "DELETE", RESOURCE);
  expect([refused.status, refused.body]).toEqual([405, { detail: 'Method "DELETE" not allowed.' }]);
  expect(refused.headers.get("allow")).toBe("GET, PUT, PATCH, DELETE, HEAD, OPTIONS");
});

test("a body that is not JSON is refused by its type, or by Python's words for the mistake", async () => {
  const fake = createCheckedFake({ dialect: "2021" });
  const send = async (body: string, type: string): Promise<unknown> => {
    const response = await fake.fetch(`${ORIGIN}/api/${RESOURCE}set_backend_id/`, {
      method: "POST",
      headers: { Authorization: `Token ${fake.tokenOf("owner")}`, "Content-Type": type },
      body,
    });
    return [response.status, await response.json()];
  };
  expect(await send("backend_id=x", "text/plain")).toEqual([
    415,
    { detail: 'Unsupported media type "text/plain" in request.' },
  ]);
  expect(await send("{backend_id: 1}", "application/json")).toEqual([
    400,
    {
      detail:
        "JSON parse error - Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
    },
  ]);
  expect(await send("backend_id=form", "application/x-www-form-urlencoded")).toEqual([
    200,
    { status: "Resource backend_id has been changed." },
  ]);
  expect(fake.state.resourceNamed("Sample resource")?.backend_id).toBe("form");
});

test("Accept-Language translates the framework's sentences and leaves the server's own", async () => {
  const fake = createCheckedFake({ dialect: "2021" });
  const path = `${RESOURCE}set_state_by_provider/`;
  const language = { "Accept-Language": "et-EE,et;q=0.9" };
  const required = await ask(fake, "owner", "POST", path, {}, language);
  expect(required.body).toEqual({ state: ["Väli on kohustuslik."] });
  expect(required.headers.get("content-language")).toBe("et");
  Object.assign(fake.state.resourceNamed("Sample resource") ?? {}, { state: "OK" });
  expect((await ask(fake, "owner", "POST", path, { state: "ok" }, language)).body).toEqual({
    status: "Can't switch from state 'OK' to 'ok'.",
  });
});

test("no CORS headers unless asked for; then pages may read what tells of pages and of waits", async () => {
  const plain = createCheckedFake({ dialect: "2021" });
  const origin = { Origin: "https://page.example" };
  expect(
    (await ask(plain, "owner", "GET", "", undefined, origin)).headers.has("access-control-allow-origin"),
  ).toBe(false);
  const open = createCheckedFake({ dialect: "2021", cors: true });
  const answer = await ask(open, "owner", "GET", "", undefined, origin);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(answer.headers.get("access-control-expose-headers")).toBe("Link,X-Result-Count,Retry-After");
  const asked = { ...origin, "Access-Control-Request-Method": "POST" };
  expect((await ask(open, null, "OPTIONS", "marketplace-resources/", undefined, asked)).status).toBe(204);
});
