import { expect, test } from "vitest";
import { answersOf, DIALECTS, exampleNames, operations, queryOf, spec } from "./document.ts";

const ids = operations.map((operation) => operation.operationId);

/** The ids of the operations for which a rule does not hold. */
function offenders(holds: (operation: (typeof operations)[number]) => boolean): string[] {
  return operations.filter((operation) => !holds(operation)).map((operation) => operation.operationId);
}

function successOf(operation: (typeof operations)[number]) {
  const [code, answer] = answersOf(operation).find(([status]) => status.startsWith("2")) ?? [];
  return { code, answer };
}

test("operation ids are unique", () => {
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

test("every path ends in a slash", () => {
  expect(Object.keys(spec.paths).filter((path) => !path.endsWith("/"))).toEqual([]);
});

test("every operation has the tags of its dialects and one of its noun", () => {
  const known = spec.tags.map((tag) => tag.name);
  const wrong = offenders(({ tags }) => {
    const dialects = tags.filter((tag) => DIALECTS.includes(tag));
    return (
      dialects.length > 0 && tags.length === dialects.length + 1 && tags.every((tag) => known.includes(tag))
    );
  });
  expect(wrong).toEqual([]);
});

test("every write says what repeating it does, and no read does", () => {
  const wrong = offenders(({ method, "x-repeat": repeat = "" }) =>
    ["get", "head"].includes(method) ? repeat === "" : ["upsert", "transition", "create"].includes(repeat),
  );
  expect(wrong).toEqual([]);
});

test("repeating it does what its method or the last word of its path leads one to expect", () => {
  const byName: Record<string, string> = { put: "upsert", patch: "upsert", delete: "transition" };
  const wrong = offenders(({ method, path, "x-repeat": repeat = "" }) => {
    if (repeat === "") return true;
    const name = method === "post" ? (path.split("/").at(-2) ?? "") : method;
    byName[name] ??= repeat;
    return byName[name] === repeat;
  });
  expect(wrong).toEqual([]);
});

test("every operation has one success answer, with an example unless it is empty", () => {
  const wrong = offenders((operation) => {
    const successes = answersOf(operation).filter(([status]) => status.startsWith("2"));
    const { answer } = successOf(operation);
    return (
      successes.length === 1 && (answer?.content === undefined || exampleNames(answer.content).length > 0)
    );
  });
  expect(wrong).toEqual([]);
});

test("the first success examples are named after the dialects of the operation", () => {
  const wrong = offenders((operation) => {
    const names = exampleNames(successOf(operation).answer?.content);
    const dialects = DIALECTS.filter((dialect) => operation.tags.includes(dialect));
    return names.length === 0 || dialects.every((dialect, i) => names[i] === dialect);
  });
  expect(wrong).toEqual([]);
});

test("every operation has an example of a 4xx answer", () => {
  const wrong = offenders((operation) =>
    answersOf(operation).some(
      ([status, { content }]) => status.startsWith("4") && exampleNames(content).length > 0,
    ),
  );
  expect(wrong).toEqual([]);
});

test("every operation says what comes without a token, when there is too much, and when the server breaks", () => {
  expect(offenders(({ responses }) => ["401", "429", "5XX"].every((code) => code in responses))).toEqual([]);
});

test("every operation with a body says what comes when the body is wrong or no JSON, and shows a good one", () => {
  const wrong = offenders(
    ({ requestBody, responses }) =>
      requestBody === undefined ||
      ("400" in responses && "415" in responses && exampleNames(requestBody.content).length > 0),
  );
  expect(wrong).toEqual([]);
});

test("every list has a HEAD twin with the same filters", () => {
  const filters = (operation: (typeof operations)[number]) =>
    queryOf(operation)
      .map((parameter) => parameter.name)
      .filter((name) => name !== "field" && name !== "o");
  const lists = operations.filter(
    (operation) =>
      operation.method === "get" && queryOf(operation).some((parameter) => parameter.name === "page_size"),
  );
  for (const list of lists) {
    const twin = operations.find((operation) => operation.path === list.path && operation.method === "head");
    expect(twin?.operationId).toBe(list.operationId.replace(/_list$/, "_count"));
    expect(twin === undefined ? [] : filters(twin), list.operationId).toEqual(filters(list));
  }
  expect(lists.map(({ operationId }) => operationId)).toContain("resources_list");
});

test("every page of a list tells the number of rows and its neighbours", () => {
  const wrong = offenders((operation) => {
    const paged = queryOf(operation).some((parameter) => parameter.name === "page_size");
    const headers = Object.keys(successOf(operation).answer?.headers ?? {});
    return !paged || (headers.includes("X-Result-Count") && headers.includes("Link"));
  });
  expect(wrong).toEqual([]);
});

test("the raw form of the guide is there, deprecated, with the reason", () => {
  const raw = operations.find((operation) => operation.operationId === "resources_set_backend_id_raw");
  expect(raw?.deprecated).toBe(true);
  expect(raw?.description).toContain("405");
  expect(Object.keys(raw?.responses ?? {})).toContain("405");
});
