import { beforeAll, expect, test } from "vitest";
import type { Change } from "../../scripts/diff/judge.ts";
import { compare } from "./compare.ts";
import { documentWith } from "./document.ts";

const ok = { "200": { description: "ok" } };
const operation = (more: object = {}) => ({ tags: ["2021", "current", "users"], responses: ok, ...more });
const get = (more?: object) => ({ get: operation(more) });
const filters = (...parameters: object[]) => ({ parameters });
const filter = (name: string, more: object = {}) => ({
  name,
  in: "query",
  schema: { type: "string" },
  ...more,
});
const inPath = (name: string) => ({ name, in: "path", required: true, schema: { type: "string" } });
const words = (text: string) => ({
  summary: text,
  description: text,
  responses: {
    "200": {
      description: text,
      content: { "application/json": { schema: { type: "string" }, examples: { [text]: { value: text } } } },
    },
  },
});
const missing = { ...ok, "404": { description: "none" } };

/** What a path holds before and after, and what is said of it. `@` stands for the path. */
const cases: [says: string, before: object, after: object, expected: string[]][] = [
  ["what stays is not reported", get(), get(), []],
  ["a new method is added", get(), { ...get(), post: operation() }, ["added POST @ (operation)"]],
  ["a method that is gone breaks", { ...get(), post: operation() }, get(), ["breaking POST @ (operation)"]],
  [
    "an operation that leaves a generation breaks",
    get(),
    get({ tags: ["current", "users"] }),
    ["breaking GET @ tags (operation)"],
  ],
  [
    "an operation that comes to a generation is new",
    get({ tags: ["current", "users"] }),
    get(),
    ["added GET @ tags (operation)"],
  ],
  [
    "a tag of another kind is wording",
    get(),
    get({ tags: ["2021", "current", "people"] }),
    ["wording GET @ tags (operation)"],
  ],
  [
    "another operation id breaks: types are named by it",
    get({ operationId: "one" }),
    get({ operationId: "two" }),
    ["breaking GET @ operationId"],
  ],
  [
    "a new filter is added",
    get(filters(filter("a"))),
    get(filters(filter("a"), filter("b"))),
    ["added GET @ ?b"],
  ],
  [
    "a filter that is gone breaks",
    get(filters(filter("a"), filter("b"))),
    get(filters(filter("a"))),
    ["breaking GET @ ?b"],
  ],
  [
    "a filter that must be sent breaks",
    get(),
    get(filters(filter("a", { required: true }))),
    ["breaking GET @ ?a"],
  ],
  ["a new answer is added", get(), get({ responses: missing }), ["added GET @ → 404"]],
  ["an answer that is gone breaks", get({ responses: missing }), get(), ["breaking GET @ → 404"]],
  [
    "descriptions, summaries and examples are wording",
    get(words("one")),
    get(words("two")),
    [
      "wording GET @ description",
      "wording GET @ summary",
      "wording GET @ → 200 description",
      "wording GET @ → 200 examples one",
      "wording GET @ → 200 examples two",
    ],
  ],
];

const pathOf = (says: string) => `/${says.replaceAll(" ", "-")}/`;

let changes: Change[] = [];
beforeAll(async () => {
  const paths = (column: 1 | 2) => Object.fromEntries(cases.map((one) => [pathOf(one[0]), one[column]]));
  changes = await compare(documentWith(paths(1)), documentWith(paths(2)));
});

test.each(cases.map(([says, , , expected]) => [says, expected] as const))("%s", (says, expected) => {
  const path = pathOf(says);
  const mine = changes
    .filter(({ place }) => place.includes(path))
    .map(
      ({ meaning, place, isOperation }) =>
        `${meaning} ${place.replace(path, "@")}${isOperation ? " (operation)" : ""}`,
    );
  expect(mine.sort()).toEqual(expected);
});

test("a path that comes brings its operations, one that goes takes them", async () => {
  const small = documentWith({ "/users/": get() });
  const large = documentWith({ "/users/": get(), "/keys/": { ...get(), head: operation() } });
  const brief = (all: Change[]) =>
    all.map(({ meaning, place, isOperation }) => [meaning, place, isOperation]);
  expect(brief(await compare(small, large))).toEqual([
    ["added", "GET /keys/", true],
    ["added", "HEAD /keys/", true],
  ]);
  expect(brief(await compare(large, small))).toEqual([
    ["breaking", "GET /keys/", true],
    ["breaking", "HEAD /keys/", true],
  ]);
});

test("a path of another name breaks once", async () => {
  const changes = await compare(documentWith({ "/users/": get() }), documentWith({ "/users2/": get() }));
  expect(changes).toMatchObject([{ meaning: "breaking", place: "/users2/", isOperation: true }]);
  expect(changes[0]?.note).toContain("/users/");
});

test("a path whose parameter has another name breaks: both stand in the types", async () => {
  const having = (name: string) => documentWith({ [`/users/{${name}}/`]: get(filters(inPath(name))) });
  const changes = await compare(having("uuid"), having("id"));
  expect(changes).toContainEqual(
    expect.objectContaining({ meaning: "breaking", place: "/users/{id}/", note: "was /users/{uuid}/" }),
  );
});

test("a schema of another name breaks: its type is exported by that name", async () => {
  const using = (name: string) => {
    const content = { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } };
    return documentWith(
      { "/users/": get({ responses: { "200": { description: "ok", content } } }) },
      { [name]: { type: "object", properties: { username: { type: "string" } } } },
    );
  };
  expect(await compare(using("User"), using("Person"))).toMatchObject([
    { meaning: "added", place: "Person" },
    { meaning: "breaking", place: "User" },
  ]);
});

test("a schema that takes another name together with the one it is part of breaks", async () => {
  const using = (name: string, part: string) => {
    const content = { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } };
    return documentWith(
      { "/users/": get({ responses: { "200": { description: "ok", content } } }) },
      {
        [name]: { type: "object", properties: { role: { $ref: `#/components/schemas/${part}` } } },
        [part]: { type: "string" },
      },
    );
  };
  const changes = await compare(using("User", "UserRole"), using("Person", "PersonRole"));
  const breaking = changes.filter(({ meaning }) => meaning === "breaking");
  expect(breaking.map(({ place, note }) => `${place} ${note}`).sort()).toEqual([
    "PersonRole was UserRole",
    "User the type of that name is gone",
  ]);
});
