import { beforeAll, expect, test } from "vitest";
import type { Change, Meaning } from "../../scripts/diff/judge.ts";
import { compare } from "./compare.ts";
import { documentOf, type SchemaCase } from "./document.ts";

const text = { type: "string" };
const row = (properties: object, required: string[] = []) => ({ type: "object", required, properties });
const closed = (properties: object) => ({ ...row(properties), additionalProperties: false });
const values = (...all: string[]) => ({ type: "string", enum: all });
const open = (...all: string[]) => row({ state: { anyOf: [values(...all), text] } });

/** `before → after`, used in a request, an answer or a filter, and the place and meaning it must have. */
const cases: [says: string, one: SchemaCase, meaning: Meaning, place: string][] = [
  [
    "a column that is gone",
    { in: "answer", before: row({ a: text, b: text }), after: row({ a: text }) },
    "breaking",
    ".b",
  ],
  [
    "a new column",
    { in: "answer", before: row({ a: text }), after: row({ a: text, b: text }) },
    "added",
    ".b",
  ],
  [
    "a column that may be missing now",
    { in: "answer", before: row({ a: text }, ["a"]), after: row({ a: text }) },
    "breaking",
    " required",
  ],
  [
    "a column that is always there now",
    { in: "answer", before: row({ a: text }), after: row({ a: text }, ["a"]) },
    "changed",
    " required",
  ],
  [
    "a column that may be null now",
    { in: "answer", before: row({ a: text }), after: row({ a: { type: ["string", "null"] } }) },
    "breaking",
    ".a type",
  ],
  [
    "a column that is never null now",
    { in: "answer", before: row({ a: { type: ["string", "null"] } }), after: row({ a: text }) },
    "changed",
    ".a type",
  ],
  [
    "a column of another type",
    { in: "answer", before: row({ a: text }), after: row({ a: { type: "integer" } }) },
    "breaking",
    ".a type",
  ],
  [
    "a value more of an open enum",
    { in: "answer", before: open("OK"), after: open("OK", "Erred") },
    "added",
    ".state anyOf 0 enum",
  ],
  [
    "a value less of an open enum",
    { in: "answer", before: open("OK", "Erred"), after: open("OK") },
    "changed",
    ".state anyOf 0 enum",
  ],
  [
    "a key that must not be sent any more",
    { in: "request", before: closed({ a: text, b: text }), after: closed({ a: text }) },
    "breaking",
    ".b",
  ],
  [
    "a new key that must be sent",
    { in: "request", before: row({ a: text }), after: row({ a: text, b: text }, ["b"]) },
    "breaking",
    " required",
  ],
  [
    "a new key that may be sent",
    { in: "request", before: row({ a: text }), after: row({ a: text, b: text }) },
    "added",
    ".b",
  ],
  [
    "a key that must be sent now",
    { in: "request", before: row({ a: text }), after: row({ a: text }, ["a"]) },
    "breaking",
    " required",
  ],
  [
    "a key that need not be sent any more",
    { in: "request", before: row({ a: text }, ["a"]), after: row({ a: text }) },
    "changed",
    " required",
  ],
  [
    "a key of another type",
    { in: "request", before: row({ a: text }), after: row({ a: { type: "integer" } }) },
    "breaking",
    ".a type",
  ],
  [
    "a value more that may be sent",
    { in: "request", before: row({ a: values("ok") }), after: row({ a: values("ok", "erred") }) },
    "added",
    ".a enum",
  ],
  [
    "a value that must not be sent any more",
    { in: "request", before: row({ a: values("ok", "erred") }), after: row({ a: values("ok") }) },
    "breaking",
    ".a enum",
  ],
  [
    "a shorter text",
    {
      in: "request",
      before: row({ a: { ...text, maxLength: 9 } }),
      after: row({ a: { ...text, maxLength: 5 } }),
    },
    "breaking",
    ".a maxLength",
  ],
  [
    "a longer text",
    {
      in: "request",
      before: row({ a: { ...text, maxLength: 5 } }),
      after: row({ a: { ...text, maxLength: 9 } }),
    },
    "changed",
    ".a maxLength",
  ],
  [
    "a value more of a filter",
    { in: "filter", before: values("OK"), after: values("OK", "Erred") },
    "added",
    " enum",
  ],
  [
    "a value less of a filter",
    { in: "filter", before: values("OK", "Erred"), after: values("OK") },
    "breaking",
    " enum",
  ],
  [
    "a key gone from what is sent and answered",
    { in: "both", before: row({ a: text, b: text }), after: row({ a: text }) },
    "breaking",
    ".b",
  ],
  [
    "a key that must be there, sent and answered",
    { in: "both", before: row({ a: text }), after: row({ a: text }, ["a"]) },
    "breaking",
    " required",
  ],
  [
    "other words",
    {
      in: "answer",
      before: row({ a: { ...text, description: "one" } }),
      after: row({ a: { ...text, description: "two" } }),
    },
    "wording",
    ".a description",
  ],
  [
    "a new column called description",
    { in: "answer", before: row({ a: text }), after: row({ a: text, description: text }) },
    "added",
    ".description",
  ],
];

let changes: Change[] = [];
beforeAll(async () => {
  const all = cases.map(([, one]) => one);
  changes = await compare(documentOf(all, "before"), documentOf(all, "after"));
});

const WORST_FIRST: Meaning[] = ["breaking", "added", "changed", "wording"];

test.each(cases.map((one, index) => [...one, index] as const))("%s", (_says, _one, meaning, place, index) => {
  const name = new RegExp(`^Case${index}(?!\\d)`);
  const mine = changes.filter((change) => name.test(change.place));
  const [worst] = WORST_FIRST.flatMap((wanted) => mine.filter((change) => change.meaning === wanted));
  expect({ meaning: worst?.meaning, place: worst?.place.replace(name, "") }).toEqual({ meaning, place });
});

test("nothing else is reported", () => {
  expect(changes.filter(({ place }) => !place.startsWith("Case"))).toEqual([]);
});
