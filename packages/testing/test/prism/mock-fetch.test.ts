import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createMockFetch, type MockFetch } from "../../src/index.ts";

const ORIGIN = "https://puhuri.test";
const UUID = "a1916bd53fd04b1ab1a4e700c926607b";
const TOKEN = { Authorization: "Token any" };

let both: MockFetch;
let guide: MockFetch;
let current: MockFetch;

beforeAll(async () => {
  both = await createMockFetch();
  guide = await createMockFetch({ dialect: "2021" });
  current = await createMockFetch({ dialect: "current" });
});

beforeEach(() => {
  for (const mock of [both, guide, current]) mock.reset();
});

function get(mock: MockFetch, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return mock.fetch(ORIGIN + path, { headers: { ...TOKEN, ...headers } });
}

function post(mock: MockFetch, path: string, body: unknown): Promise<Response> {
  const headers = { ...TOKEN, "Content-Type": "application/json" };
  return mock.fetch(ORIGIN + path, { method: "POST", headers, body: JSON.stringify(body) });
}

const offeringUser = {
  offering: `${ORIGIN}/api/marketplace-offerings/${UUID}/`,
  user: `${ORIGIN}/api/users/${UUID}/`,
  username: "abc",
};

describe("what it answers", () => {
  it("prints the guide's list of allocations for the guide's columns", async () => {
    const fields = ["name", "offering", "state", "limits", "plan", "project", "url"];
    const query = fields.map((field) => `field=${field}`).join("&");
    const response = await get(guide, `/api/marketplace-resources/?state=Creating&${query}`);
    expect(await response.json()).toEqual([
      {
        limits: { cpu_k_hours: 1000, gb_k_hours: 3000, gpu_k_hours: 1000 },
        name: "Sample resource",
        offering:
          "https://puhuri-core-demo.neic.no/api/marketplace-offerings/cf4eb9c29fc74af4ade667fcb53633d5/",
        plan: "https://puhuri-core-demo.neic.no/api/marketplace-plans/1537de6e94f9427cafb74cb63fa21c72/",
        project: "https://puhuri-core-demo.neic.no/api/projects/8a158ebf1abf4c74a431b9c65a0d7829/",
        state: "Creating",
        url: `https://puhuri-core-demo.neic.no/api/marketplace-resources/${UUID}/`,
      },
    ]);
    expect(guide.violations).toEqual([]);
  });

  it("has whole rows when no columns are asked for", async () => {
    const [row] = await (await get(guide, "/api/marketplace-resources/")).json();
    expect(Object.keys(row)).toEqual(
      expect.arrayContaining(["uuid", "backend_id", "can_terminate", "state"]),
    );
  });

  it.each([
    ["2021", "/api/marketplace-resources/?field=uuid&field=state"],
    ["current", "/api/marketplace-provider-resources/?field=uuid&field=state"],
    ["current", `/api/marketplace-provider-resources/${UUID}/?field=uuid&field=state`],
  ])("has the columns asked for and no other (%s %s)", async (dialect, path) => {
    const body = await (await get(dialect === "2021" ? guide : current, path)).json();
    for (const row of Array.isArray(body) ? body : [body]) {
      expect(Object.keys(row).sort()).toEqual(["state", "uuid"]);
    }
  });

  it("prints what the dialect prints where both have an operation", async () => {
    const old = await (await post(guide, "/api/marketplace-offering-users/", offeringUser)).json();
    expect(old).toEqual({
      created: "2021-08-12T15:22:18.993586Z",
      offering: "http://localhost:8000/api/marketplace-offerings/d47ca5bce71144579df29da3c290027e/",
      offering_name: "Remote offering (really)",
      offering_uuid: "d47ca5bce71144579df29da3c290027e",
      user: "http://localhost:8000/api/users/db157a5cf7f247eba161cd90eba9ac63/",
      user_uuid: "db157a5cf7f247eba161cd90eba9ac63",
      username: "abc",
    });
    const now = await (await post(current, "/api/marketplace-offering-users/", offeringUser)).json();
    expect(now).toHaveProperty("uuid");
    const unsaid = await (await post(both, "/api/marketplace-offering-users/", offeringUser)).json();
    expect(unsaid).toEqual(now);
  });

  it("selects columns of the dialect's own rows", async () => {
    const path = "/api/marketplace-offering-users/";
    for (const mock of [both, current]) {
      const [row] = await (await get(mock, path)).json();
      const selected = await get(mock, `${path}?field=username&field=offering_uuid`);
      expect(await selected.json()).toEqual([{ username: row.username, offering_uuid: row.offering_uuid }]);
    }
  });

  it("counts on HEAD: headers and no body", async () => {
    const response = await both.fetch(`${ORIGIN}/api/marketplace-orders/`, {
      method: "HEAD",
      headers: TOKEN,
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("x-result-count")).toMatch(/^\d+$/);
    expect(response.headers.get("link")).toContain('rel="first"');
    expect(await response.text()).toBe("");
    expect(both.requests[0]).toMatchObject({ operationId: "orders_count", violations: [] });
    const refused = await both.fetch(`${ORIGIN}/api/marketplace-orders/?x=1`, {
      method: "HEAD",
      headers: TOKEN,
    });
    expect([refused.status, await refused.text()]).toEqual([422, ""]);
  });

  it("has neither body nor content type where the server sends none", async () => {
    const usage = { plan_period: UUID, usages: [{ type: "cpu", amount: 10 }] };
    const response = await post(guide, "/api/marketplace-component-usages/set_usage/", usage);
    expect(response.status).toBe(201);
    expect(response.headers.has("content-type")).toBe(false);
    expect(await response.text()).toBe("");
  });

  it.each([
    ["code=404", 404, { detail: expect.any(String) }],
    ["code=503", 503, undefined],
    ["code=404, example=noAddress", 404, undefined],
    ["example=empty", 200, []],
    ['code="200"; example="empty"', 200, []],
  ])("gives another answer of the spec for Prefer: %s", async (prefer, status, body) => {
    const headers = { Prefer: prefer, Accept: "application/json" };
    const response = await get(both, "/api/marketplace-orders/", headers);
    expect(response.status).toBe(status);
    if (body === undefined) expect(response.headers.get("content-type")).toMatch(/^text\/html/);
    else expect(await response.json()).toEqual(body);
    expect(both.violations).toEqual([]);
  });

  it("lets no request influence the next one's media type", async () => {
    await get(both, "/api/marketplace-orders/", { Accept: "text/html" });
    expect((await get(both, "/api/marketplace-orders/", { Accept: "application/json" })).status).toBe(200);
  });
});

describe("how it is called", () => {
  it("takes a string, a URL and a Request, as fetch does", async () => {
    const url = `${ORIGIN}/api/marketplace-orders/`;
    await both.fetch(url, { headers: TOKEN });
    await both.fetch(new URL(url), { headers: TOKEN });
    await both.fetch(new Request(url, { headers: TOKEN }));
    await both.fetch(new Request(url), { headers: TOKEN });
    expect(both.requests.map((request) => request.status)).toEqual([200, 200, 200, 200]);
  });

  it("rejects with the reason of an aborted signal and sees no request", async () => {
    const reason = new Error("stop");
    const call = both.fetch(`${ORIGIN}/api/`, { signal: AbortSignal.abort(reason) });
    await expect(call).rejects.toBe(reason);
    expect(both.requests).toEqual([]);
  });

  it("records each request with the operation it was", async () => {
    await post(guide, `/api/marketplace-resources/${UUID}/set_backend_id/`, { backend_id: "slurm-1" });
    expect(guide.requests).toEqual([
      {
        method: "POST",
        url: `${ORIGIN}/api/marketplace-resources/${UUID}/set_backend_id/`,
        headers: { authorization: "Token any", "content-type": "application/json" },
        body: { backend_id: "slurm-1" },
        operationId: "resources_set_backend_id",
        status: 200,
        violations: [],
      },
    ]);
  });

  it("forgets on reset", async () => {
    await get(both, "/api/nowhere/");
    expect(both.violations).toHaveLength(1);
    both.reset();
    expect([both.requests, both.violations]).toEqual([[], []]);
  });

  it("answers many calls at once, each with its own answer", async () => {
    const wishes = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? "example=empty" : "code=404"));
    const answers = await Promise.all(
      wishes.map((Prefer) => get(both, "/api/marketplace-orders/", { Prefer })),
    );
    expect(answers.map((answer) => answer.status)).toEqual(
      wishes.map((wish) => (wish === "code=404" ? 404 : 200)),
    );
  });
});
