import { expect, test } from "vitest";
import { loadSpec } from "../../src/spec/load-spec.ts";
import { createContract } from "./contract.ts";
import type { Exchange } from "./exchange.ts";

const contract = createContract(loadSpec(), { dialect: "current" });

const UUID = "a1916bd53fd04b1ab1a4e700c926607b";
const ORDERS = "/api/marketplace-orders/";
const BACKEND_ID = `/api/marketplace-provider-resources/${UUID}/set_backend_id/`;
const APPROVE = `${ORDERS}${UUID}/approve_by_provider/`;

const goodList: Exchange = {
  method: "GET",
  url: ORDERS,
  status: 200,
  responseHeaders: { "content-type": "application/json", "x-result-count": "0", link: "" },
  responseBody: [],
};

const goodPost: Exchange = {
  method: "POST",
  url: BACKEND_ID,
  headers: { "content-type": "application/json; charset=utf-8" },
  body: { backend_id: "x" },
  status: 200,
  responseHeaders: { "content-type": "application/json" },
  responseBody: { status: "Resource backend_id has been changed." },
};

const html = { "content-type": "text/html; charset=utf-8" };

test("the exchanges that the others are made of have no violations", () => {
  expect(contract.check(goodList).violations).toEqual([]);
  expect(contract.check(goodPost).violations).toEqual([]);
});

test.each<[what: string, exchange: Exchange, where: string]>([
  // the request
  ["a mistyped filter", { ...goodList, url: `${ORDERS}?ofering_uuid=${UUID}` }, "request query.ofering_uuid"],
  ["a state that is none", { ...goodList, url: `${ORDERS}?state=Done` }, "request query.state/0"],
  ["states joined by a comma", { ...goodList, url: `${ORDERS}?state=done,erred` }, "request query.state/0"],
  ["a repeated filter", { ...goodList, url: `${ORDERS}?page=1&page=2` }, "request query.page"],
  ["a page that is no number", { ...goodList, url: `${ORDERS}?page=last` }, "request query.page"],
  ["a page too large", { ...goodList, url: `${ORDERS}?page_size=301` }, "request query.page_size"],
  [
    "a flag that is none",
    { ...goodList, url: `${ORDERS}?can_approve_as_provider=yes` },
    "request query.can_approve_as_provider",
  ],
  [
    "a uuid with dashes",
    { ...goodList, url: `${ORDERS}?resource_uuid=a1916bd5-3fd0-4b1a-b1a4-e700c926607b` },
    "request query.resource_uuid",
  ],
  ["an id that is no uuid", { ...goodPost, url: BACKEND_ID.replace(UUID, "..") }, "request path.uuid"],
  ["a missing body", { ...goodPost, body: undefined }, "request body"],
  ["a missing key", { ...goodPost, body: {} }, "request body"],
  ["a mistyped key", { ...goodPost, body: { backend_id: "x", backendId: "x" } }, "request body"],
  ["a text too long", { ...goodPost, body: { backend_id: "x".repeat(256) } }, "request body/backend_id"],
  [
    "a body that is not JSON",
    { ...goodPost, headers: { "content-type": "text/plain" } },
    "request headers.content-type",
  ],
  ["a body where none is taken", { ...goodList, body: { state: "done" } }, "request body"],
  // the answer
  ["a status nobody described", { ...goodList, status: 418 }, "response status"],
  ["a redirect", { ...goodPost, status: 301, responseBody: "" }, "response status"],
  [
    "a missing count",
    { ...goodList, responseHeaders: { "content-type": "application/json", link: "" } },
    "response headers.x-result-count",
  ],
  [
    "a count that is none",
    { ...goodList, responseHeaders: { ...goodList.responseHeaders, "x-result-count": "many" } },
    "response headers.x-result-count",
  ],
  ["an object instead of a list", { ...goodList, responseBody: { results: [] } }, "response body"],
  ["an empty answer", { ...goodPost, responseBody: "" }, "response body"],
  [
    "HTML for success",
    { ...goodPost, responseHeaders: html, responseBody: "<h1>Log in</h1>" },
    "response headers.content-type",
  ],
  [
    "an answer to a method that has none",
    {
      ...goodPost,
      url: `${ORDERS}${UUID}/set_state_done/`,
      body: undefined,
      responseBody: { status: "done" },
    },
    "response body",
  ],
  [
    "an error of no known shape",
    { ...goodPost, status: 403, responseBody: { error: "no" } },
    "response body",
  ],
  [
    "a 401 that does not name the scheme",
    { ...goodPost, status: 401, responseBody: { detail: "Invalid token." } },
    "response headers.www-authenticate",
  ],
])("%s is a violation", (_, exchange, where) => {
  const { violations } = contract.check(exchange);
  expect(violations.map((violation) => `${violation.where} ${violation.path}`)).toEqual([where]);
  expect(violations[0]?.message).not.toBe("");
});

test.each<[what: string, exchange: Exchange]>([
  [
    "an approval without a body, either way",
    { ...goodPost, url: APPROVE, body: undefined, responseBody: "" },
  ],
  [
    "an approval that says so",
    { ...goodPost, url: APPROVE, body: {}, responseBody: { detail: "Approved." } },
  ],
  ["a page of a proxy", { ...goodPost, status: 502, responseHeaders: html, responseBody: "<html></html>" }],
  [
    "an address the server does not have",
    { ...goodPost, status: 404, responseHeaders: html, responseBody: "<h1>Not Found</h1>" },
  ],
  [
    "errors by position",
    { ...goodPost, status: 400, responseBody: { report: [{}, { body: ["This field may not be blank."] }] } },
  ],
  ["a bare list of errors", { ...goodPost, status: 400, responseBody: ["It is not allowed."] }],
  ["a count without a body", { ...goodList, method: "HEAD", responseBody: undefined }],
  [
    "a deletion",
    {
      ...goodPost,
      method: "DELETE",
      url: `/api/marketplace-offering-users/${UUID}/`,
      body: undefined,
      status: 204,
      responseBody: "",
    },
  ],
])("%s is no violation", (_, exchange) => {
  const check = contract.check(exchange);
  expect(check.operationId).toBeDefined();
  expect(check.violations).toEqual([]);
});
