import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  createPuhuriClient,
  type Dialect,
  NotFoundError,
  PermissionDeniedError,
  type PuhuriClient,
  RateLimitError,
  ServerError,
  UnexpectedResponseError,
} from "../../src/index.ts";
import { OFFERING, ORDER, PLAN_PERIOD, RESOURCE, USER } from "./methods/ids.ts";
import { TOKEN } from "./mocked-client.ts";

type Call = (puhuri: PuhuriClient) => Promise<unknown>;

const calls = {
  list: ({ resources }) => resources.list({ state: "OK" }).toArray(),
  count: ({ resources }) => resources.list({ state: "OK" }).count(),
  get: ({ resources }) => resources.get(RESOURCE),
  getOffering: ({ offerings }) => offerings.get(OFFERING),
  getOrder: ({ orders }) => orders.get(ORDER),
  setBackendId: ({ resources }) => resources.setBackendId(RESOURCE, "x"),
  submitReport: ({ resources }) => resources.submitReport(RESOURCE, [{ header: "a", body: "b" }]),
  setUsage: ({ usages }) => usages.set({ plan_period: PLAN_PERIOD, usages: [{ type: "cpu", amount: 1 }] }),
  createAccount: ({ offeringUsers }) => offeringUsers.create({ offering: OFFERING, user: USER }),
} satisfies Record<string, Call>;

/** The operation of a call on each generation; a 2021 server has no orders. */
const operations: Record<keyof typeof calls, Partial<Record<Dialect, string>>> = {
  list: { "2021": "resources_list", current: "provider_resources_list" },
  count: { "2021": "resources_count", current: "provider_resources_count" },
  get: { "2021": "resources_get", current: "provider_resources_get" },
  getOffering: { "2021": "offerings_get", current: "provider_offerings_get" },
  getOrder: { current: "orders_get" },
  setBackendId: { "2021": "resources_set_backend_id", current: "provider_resources_set_backend_id" },
  submitReport: { "2021": "resources_submit_report", current: "provider_resources_submit_report" },
  setUsage: { "2021": "component_usages_set_usage", current: "component_usages_set_usage" },
  createAccount: { "2021": "offering_users_create", current: "offering_users_create" },
};

const classes: Record<number, new (...args: never[]) => Error> = {
  200: UnexpectedResponseError,
  301: UnexpectedResponseError,
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  405: BadRequestError,
  409: ConflictError,
  415: BadRequestError,
  424: BadRequestError,
  429: RateLimitError,
  500: ServerError,
  502: ServerError,
  503: ServerError,
  504: ServerError,
};

/** Text is no JSON: a page, or what is left of an answer. */
type Body = string | { readonly json: unknown };
type Row = [
  what: string,
  call: keyof typeof calls,
  status: number,
  body: Body,
  says: object,
  headers?: HeadersInit,
];

const PAGE = "<html><h1>Server Error (500)</h1></html>";
const INVALID = "These components are invalid: ram.";
const detail = (text: string, key = "detail"): Body => ({ json: { [key]: text } });
const fields = (json: unknown): Body => ({ json });
const none = { fieldErrors: {} };

// Every shape of an error body that was seen.
const rows: Row[] = [
  ["fields", "list", 400, fields({ state: ["No."] }), { fieldErrors: { state: ["No."] } }],
  [
    "rows",
    "submitReport",
    400,
    fields({ report: [{}, { body: ["Blank."] }] }),
    { fieldErrors: { "report.1.body": ["Blank."] } },
  ],
  [
    "no field",
    "setUsage",
    400,
    fields({ non_field_errors: [INVALID] }),
    { fieldErrors: { non_field_errors: [INVALID] } },
  ],
  [
    "a bare list",
    "setUsage",
    400,
    fields(["Over.", "Twice."]),
    { fieldErrors: { non_field_errors: ["Over.", "Twice."] } },
  ],
  ["a detail", "setUsage", 400, detail("JSON parse error"), { detail: "JSON parse error", ...none }],
  ["a status", "setBackendId", 400, detail("Can't switch.", "status"), { detail: "Can't switch.", ...none }],
  ["details", "createAccount", 400, detail("Not now.", "details"), { detail: "Not now.", ...none }],
  ["a bare string", "createAccount", 400, { json: "Not now." }, { detail: "Not now.", ...none }],
  ["no body", "createAccount", 400, "", { detail: undefined, body: undefined, ...none }],
  ["half a body", "createAccount", 400, '{"user": ["Inv', { body: '{"user": ["Inv', ...none }],
  [
    "a wrong token",
    "get",
    401,
    detail("Invalid token."),
    { detail: "Invalid token." },
    { "www-authenticate": "Token" },
  ],
  ["no permission", "setUsage", 403, detail("You may not."), { detail: "You may not." }],
  ["no permission for items", "getOrder", 403, detail("No.", "details"), { detail: "No." }],
  ["no object", "get", 404, detail("Not found."), { routeMissing: false, detail: "Not found." }],
  ["no order", "getOrder", 404, detail("No Order matches the given query."), { routeMissing: false }],
  ["no address", "getOffering", 404, PAGE, { routeMissing: true }],
  ["no body to a count", "count", 404, "", { detail: undefined }],
  ["no method", "setBackendId", 405, detail('Method "POST" not allowed.'), { status: 405 }],
  ["another state", "setBackendId", 409, detail("Valid states: OK."), { detail: "Valid states: OK." }],
  ["a move", "setBackendId", 409, detail("Busy.", "error_message"), { detail: "Busy." }],
  ["a media type", "setUsage", 415, detail("Unsupported media type."), { status: 415 }],
  ["an extension", "get", 424, detail("Extension is disabled."), { status: 424 }],
  ["a throttle", "list", 429, detail("Throttled."), { retryAfterMs: 2000 }, { "retry-after": "2" }],
  ["a proxy's throttle", "get", 429, PAGE, { retryAfterMs: undefined }],
  ["a crash", "setUsage", 500, PAGE, { body: PAGE, maybeApplied: true }],
  ["a proxy's page", "setUsage", 502, PAGE, { body: PAGE, maybeApplied: true }],
  ["a busy page", "get", 503, PAGE, { body: PAGE, maybeApplied: false }],
  ["a late page", "setUsage", 504, PAGE, { body: PAGE, maybeApplied: true }],
  ["a page for a success", "get", 200, PAGE, { snippet: PAGE }],
  ["a redirect", "setUsage", 301, "", { maybeApplied: false }, { location: "/api/login/" }],
];

function errorOf(call: Call, dialect: Dialect, status: number, body: Body, headers?: HeadersInit) {
  const text = typeof body === "string" ? body : JSON.stringify(body.json);
  const type = typeof body === "string" ? "text/html; charset=utf-8" : "application/json";
  const puhuri = createPuhuriClient({
    baseUrl: "https://puhuri.test",
    token: TOKEN,
    dialect,
    retry: false,
    fetch: async () => new Response(text, { status, headers: { "content-type": type, ...headers } }),
  });
  return call(puhuri).then(
    (value) => ({ value }),
    (error: unknown) => error,
  );
}

describe.each(["2021", "current"] as const)("from a server of %s", (dialect) => {
  const cases = rows.filter(([, name]) => operations[name][dialect] !== undefined);
  it.each(cases)("reads %s (%s, %d)", async (_, name, status, body, says, headers) => {
    const error = await errorOf(calls[name], dialect, status, body, headers);
    expect(error).toBeInstanceOf(classes[status]);
    expect(error).toMatchObject({ operation: operations[name][dialect], status, attempts: 1, ...says });
  });
});

it("says which operation, and what the server says", async () => {
  const json = { state: ["Select a valid choice."], non_field_errors: ["No."] };
  expect(String(await errorOf(calls.get, "2021", 400, { json }))).toMatch(
    /^BadRequestError: GET \/api\/marketplace-resources\/\{uuid\}\/ \(resources_get\) answered 400: state: Select a valid choice.*non_field_errors: No/,
  );
});

it.each(rows)(
  "never shows the token, even one the server sends back: %s (%s, %d)",
  async (_, name, status) => {
    const echo = { [TOKEN]: TOKEN, detail: `Invalid token ${TOKEN}`, rows: [{ token: [`Token ${TOKEN}`] }] };
    const headers = { location: `https://${TOKEN}.test/?${TOKEN}`, "x-token": TOKEN };
    for (const body of [{ json: echo }, `<p>${TOKEN}</p>`, TOKEN]) {
      const outcome = await errorOf(calls[name], "current", status, body, headers);
      // JSON with a 200 is a success, and the caller's own.
      if (status === 200 && typeof body !== "string") continue;
      expect(outcome).toBeInstanceOf(classes[status]);
      const printed = [String(outcome), JSON.stringify(outcome), inspect(outcome, { depth: 9 })];
      expect(printed.join("\n")).not.toContain(TOKEN);
    }
  },
);
