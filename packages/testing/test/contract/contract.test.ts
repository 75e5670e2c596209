import { expect, test } from "vitest";
import { loadSpec } from "../../src/spec/load-spec.ts";
import { createContract } from "./contract.ts";
import type { ContractCheck, Exchange } from "./exchange.ts";

const spec = loadSpec();
const contract = createContract(spec);
const current = createContract(spec, { dialect: "current" });
const documented = createContract(spec, { dialect: "2021" });

const UUID = "a1916bd53fd04b1ab1a4e700c926607b";
const JSON_HEADERS = { "Content-Type": "application/json" };
const LIST_HEADERS = { ...JSON_HEADERS, "X-Result-Count": "0", Link: '</api/>; rel="first"' };

function list(url: string, responseBody: unknown = []): Exchange {
  return { method: "GET", url, status: 200, responseHeaders: LIST_HEADERS, responseBody };
}

function post(url: string, body: unknown, status: number, responseBody?: unknown): Exchange {
  return {
    method: "POST",
    url,
    headers: JSON_HEADERS,
    body,
    status,
    responseHeaders: JSON_HEADERS,
    responseBody,
  };
}

function places({ violations }: ContractCheck): string[] {
  return violations.map(({ where, path }) => `${where} ${path}`);
}

test("an exchange is told its operation, by path or by absolute URL", () => {
  for (const origin of ["", "https://puhuri.example", "http://127.0.0.1:8080"]) {
    const check = contract.check(
      list(
        `${origin}/api/marketplace-orders/?state=executing&state=done&page_size=100&can_approve_as_provider=true`,
      ),
    );
    expect(check).toEqual({ operationId: "orders_list", violations: [] });
  }
});

test("a path without its slash, an unknown path and another method belong to no operation", () => {
  const outside = [
    list("/api/marketplace-orders"),
    list("/api/nothing/"),
    post("/api/marketplace-orders/", {}, 201),
  ];
  for (const exchange of outside) {
    expect(contract.check(exchange)).toEqual({ operationId: undefined, violations: [] });
  }
});

test("an operation of the other generation is outside the contract of one", () => {
  expect(current.check(list("/api/marketplace-resources/")).operationId).toBeUndefined();
  expect(documented.check(list("/api/marketplace-resources/")).operationId).toBe("resources_list");
  expect(documented.check(list("/api/marketplace-orders/")).operationId).toBeUndefined();
});

test("an exchange that is right in every respect has no violations", () => {
  const url = `/api/marketplace-resources/${UUID}/set_state_by_provider/`;
  const exchange = post(url, { state: "ok" }, 200, { status: "Resource state has been changed." });
  expect(contract.check(exchange)).toEqual({
    operationId: "resources_set_state_by_provider",
    violations: [],
  });
});

test("an answer may have columns the spec does not know, and states it does not know", () => {
  const row = { uuid: UUID, state: "Hibernating", colour: "green" };
  expect(
    current.check(list("/api/marketplace-provider-resources/?field=uuid&field=state", [row])).violations,
  ).toEqual([]);
});

test("a row may lack columns when the request asked for columns that exist, and only then", () => {
  const row = { uuid: UUID, state: "OK" };
  const withoutField = current.check(list("/api/marketplace-provider-resources/", [row]));
  const unknownField = current.check(list("/api/marketplace-provider-resources/?field=stat", [row]));
  expect(places(withoutField)).toContain("response body/0");
  expect(withoutField.violations.map(({ message }) => message)).toContain(
    "must have required property 'name'",
  );
  expect(places(unknownField)).toEqual(expect.arrayContaining(["request query.field/0", "response body/0"]));
});

test("of two forms of a row, the one of the dialect counts", () => {
  const usage = (amount: unknown) => ({ uuid: UUID, usage: amount });
  const url = "/api/marketplace-component-usages/?field=uuid&field=usage";
  expect(current.check(list(url, [usage("10.00")])).violations).toEqual([]);
  expect(places(current.check(list(url, [usage(10)])))).toEqual(["response body/0/usage"]);
  // 2021 ignores `field`: its rows are always whole.
  expect(places(documented.check(list(url, [usage(10)])))).toContain("response body/0");
  expect(contract.check(list(url, [usage("10.00")])).violations).toEqual([]);
});

test("of two forms of a request, the one of the dialect counts", () => {
  const exchange = post(
    "/api/marketplace-component-usages/set_usage/",
    {
      plan_period: UUID,
      usages: [{ type: "cpu", amount: "3.50" }],
    },
    201,
    "",
  );
  expect(current.check(exchange).violations).toEqual([]);
  expect(places(documented.check(exchange))).toEqual(["request body/usages/0/amount"]);
});

test("usage needs a resource or a plan period", () => {
  const usages = [{ type: "cpu", amount: "1" }];
  const check = current.check(post("/api/marketplace-component-usages/set_usage/", { usages }, 201, ""));
  expect(check.violations.map(({ message }) => message)).toEqual([
    "must have required property 'plan_period'",
  ]);
});
