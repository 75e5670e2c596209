import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import * as errors from "../errors.ts";

const facts = {
  operation: "things_get",
  method: "GET",
  path: "/api/things/{uuid}/",
  attempts: 2,
  maybeApplied: false,
};
const answer = {
  ...facts,
  status: 400,
  detail: undefined,
  fieldErrors: {},
  body: undefined,
  routeMissing: false,
};

const catalogue: [errors.PuhuriError, code: string][] = [
  [new errors.BadRequestError(answer), "bad-request"],
  [new errors.AuthenticationError(answer), "authentication"],
  [new errors.PermissionDeniedError(answer), "permission-denied"],
  [new errors.NotFoundError(answer), "not-found"],
  [new errors.ConflictError(answer), "conflict"],
  [new errors.RateLimitError(answer), "rate-limited"],
  [new errors.ServerError(answer), "server-error"],
  [new errors.ConnectionError({ ...facts, maybeSent: true, reason: "ECONNRESET", cause: "c" }), "connection"],
  [new errors.RequestTimeoutError({ ...facts, which: "total", timeoutMs: 5 }), "timeout"],
  [new errors.TokenError({ ...facts, cause: "c" }), "token"],
  [
    new errors.UnexpectedResponseError({
      ...facts,
      status: 200,
      contentType: undefined,
      snippet: "x",
      reason: "odd",
    }),
    "unexpected-response",
  ],
  [new errors.InvalidArgumentError("uuid", "uuid is odd."), "invalid-argument"],
  [
    new errors.InvalidTransitionError("No way.", { from: "OK", to: "Creating", choices: ["a"] }),
    "invalid-transition",
  ],
  [
    new errors.UnsupportedByServerError("No way.", { operation: "x", instead: "Do y." }),
    "unsupported-by-server",
  ],
  [new errors.UsageReportError("decrease", "Less than before.", { component: "cpu" }), "usage-report"],
];

describe("every error", () => {
  test.each(catalogue.map(([error, code]) => [error.constructor.name, error, code] as const))(
    "%s has its name, its code, and a form for loggers",
    (name, error, code) => {
      expect(error).toBeInstanceOf(Error);
      expect(error).toBeInstanceOf(errors.PuhuriError);
      expect(errors.isPuhuriError(error)).toBe(true);
      expect(error.name).toBe(name);
      expect(error.code).toBe(code);
      expect(String(error)).toBe(`${name}: ${error.message}`);
      expect(inspect(error)).toContain(`${name}: `);
      expect(JSON.parse(JSON.stringify(error))).toMatchObject({ name, code, message: error.message });
      expect(error.message).toMatch(/^\S.*\.$/);
    },
  );

  test("codes tell the classes apart", () => {
    expect(new Set(catalogue.map(([{ code }]) => code)).size).toBe(catalogue.length);
  });

  test("the JSON of one holds its fields", () => {
    const error = new errors.ConflictError({
      ...answer,
      status: 409,
      detail: "Not now.",
      fieldErrors: { a: ["b"] },
    });
    expect(error.toJSON()).toEqual({
      ...facts,
      name: "ConflictError",
      code: "conflict",
      message: "GET /api/things/{uuid}/ (things_get) answered 409: Not now. a: b.",
      status: 409,
      detail: "Not now.",
      fieldErrors: { a: ["b"] },
      body: undefined,
      routeMissing: false,
    });
  });
});

describe("isPuhuriError", () => {
  test("knows errors of another copy of the package", () => {
    const foreign = Object.assign(new Error("x"), { [Symbol.for("@puhuri/sdk.error")]: true });
    expect(errors.isPuhuriError(foreign)).toBe(true);
  });

  test("knows errors of another realm, whose objects are none of this one's", () => {
    const foreign = runInNewContext(
      "Object.assign(new Error('x'), { [Symbol.for('@puhuri/sdk.error')]: true })",
    );
    expect(foreign instanceof Object).toBe(false);
    expect(errors.isPuhuriError(foreign)).toBe(true);
  });

  test.each([[undefined], [null], ["text"], [5], [new Error("x")], [{ code: "not-found" }], [() => {}]])(
    "%s is none",
    (value) => {
      expect(errors.isPuhuriError(value)).toBe(false);
    },
  );
});

describe("messages", () => {
  test("hold what the server says, on one line, within bounds", () => {
    const fieldErrors = Object.fromEntries(["a", "b"].map((name) => [name, [`${name}\n1.`, `${name}2.`]]));
    const error = new errors.BadRequestError({ ...answer, detail: "All wrong.", fieldErrors });
    expect(error.message).toBe(
      "GET /api/things/{uuid}/ (things_get) answered 400: All wrong. a: a 1. a2. b: b 1. b2.",
    );
    const long = new errors.BadRequestError({ ...answer, detail: "x".repeat(5000) });
    expect(long.message.length).toBeLessThan(500);
  });

  test("say how long to wait", () => {
    expect(new errors.RateLimitError({ ...answer, retryAfterMs: 1500 }).message).toContain("Wait 2 s.");
    expect(new errors.RateLimitError(answer).message).not.toContain("Wait");
  });

  test("say what to do about a 401 and about both kinds of 404", () => {
    expect(new errors.AuthenticationError(answer).message).toContain("Check the token");
    expect(new errors.NotFoundError(answer).message).toContain("may not see it");
    expect(new errors.NotFoundError({ ...answer, routeMissing: true }).message).toContain("check baseUrl");
  });

  test("say which time was up", () => {
    const time = { ...facts, timeoutMs: 5 };
    expect(new errors.RequestTimeoutError({ ...time, which: "attempt" }).message).toContain("5 ms (attempt)");
    expect(new errors.RequestTimeoutError({ ...time, which: "total" }).message).toContain("5 ms (total)");
  });

  test("say what is possible instead", () => {
    expect(new errors.UnsupportedByServerError("No way.", { instead: "Terminate it." }).message).toBe(
      "No way. Instead: Terminate it.",
    );
    expect(new errors.UnsupportedByServerError("No way.").message).toBe("No way.");
  });

  test("a cause is kept where there is one", () => {
    const cause = new Error("why");
    for (const error of [
      new errors.InvalidTransitionError("x", { from: "a", to: "b", cause }),
      new errors.UnsupportedByServerError("x", { cause }),
      new errors.UsageReportError("month-changed", "x", { cause }),
    ]) {
      expect(error.cause).toBe(cause);
    }
    expect(new errors.UsageReportError("month-changed", "x")).not.toHaveProperty("cause");
  });
});

describe("apiErrorOf", () => {
  test.each([
    [400, errors.BadRequestError],
    [401, errors.AuthenticationError],
    [403, errors.PermissionDeniedError],
    [404, errors.NotFoundError],
    [405, errors.BadRequestError],
    [409, errors.ConflictError],
    [429, errors.RateLimitError],
    [499, errors.BadRequestError],
    [500, errors.ServerError],
    [599, errors.ServerError],
  ])("%i is a %o", (status, type) => {
    const error = errors.apiErrorOf({ ...answer, status });
    expect(error).toBeInstanceOf(type);
    expect(error.status).toBe(status);
  });
});
