import { describe, expect, it } from "vitest";
import { shownOf } from "../src/editor.ts";

const BEFORE = [
  'import { isPuhuriError, type PuhuriClient } from "@puhuri/sdk";',
  'import { ensureOfferingUserMany, reportUsageMany, setStateMany } from "@puhuri/sdk/bulk";',
  "declare const puhuri: PuhuriClient;",
  "declare const uuid: string;",
  "declare const caught: unknown;",
];

const METHODS = [
  ["puhuri.resources./*?*/list({ state: 'OK' });", "Lists allocations, oldest first"],
  ["puhuri.resources./*?*/list({ fields: ['name'] });", "Lists allocations, oldest first"],
  ["puhuri.resources./*?*/get(uuid, { fields: ['name'] });", "Gets one allocation."],
  ["puhuri.orders./*?*/list();", "Lists orders, oldest first"],
  ["puhuri.serviceProviders./*?*/users(uuid);", "Lists the users of a provider's offerings."],
  ["/*?*/reportUsageMany(puhuri, []);", "Reports what many allocations used"],
] as const;

const COLUMNS = [
  ["(await puhuri.resources.get(uuid))./*?*/can_terminate;", "8 ms per row."],
  ["(await puhuri.resources.get(uuid, { fields: ['username'] }))./*?*/username;", "a query per row."],
  ["(await puhuri.resources.team(uuid)).map((member) => member./*?*/role);", "null for a custom role."],
  [
    "(await puhuri.resources.team(uuid)).map((member) => member./*?*/offering_user_username);",
    "The user name at this offering",
  ],
] as const;

const NO_COLUMN = /^'nmae': Type '"nmae"' is not assignable to type '"/;
const NO_FILTER = /^offering_uid: .*'offering_uid' does not exist.* Did you mean to write 'offering_uuid'\?$/;

/** A line, and its only error: the text that is underlined, and the message. */
const MISTAKES = [
  ["puhuri.resources.list({ fields: ['nmae'] });", NO_COLUMN],
  ["puhuri.resources.get(uuid, { fields: ['name', 'nmae'] });", NO_COLUMN],
  ["puhuri.serviceProviders.users(uuid, { fields: ['nmae'] });", NO_COLUMN],
  ["puhuri.resources.list({ offering_uid: uuid });", NO_FILTER],
  ["puhuri.resources.list({ offering_uid: uuid, fields: ['name'] });", NO_FILTER],
  ["puhuri.resources.list({ feilds: ['name'] });", /^feilds: .* Did you mean to write 'fields'\?$/],
  ["puhuri.resources.list({ state: 'ok' });", /^state: .* Did you mean '"OK"'\?$/],
  ["puhuri.resources.list({ state: 'ok', fields: ['name'] });", /^state: .* Did you mean '"OK"'\?$/],
  [
    "ensureOfferingUserMany(puhuri, [{ offering: uuid, user: uuid, usrname: 'a' }]);",
    /^usrname: .*UnknownKey/,
  ],
  ["reportUsageMany(puhuri, [{ resource: uuid, amounts: {}, dryrun: true }]);", /^dryrun: .*UnknownKey/],
  ["setStateMany(puhuri, [{ resource: uuid, state: 'ok' }]);", /^state: .* Did you mean '"OK"'\?$/],
  ["if (isPuhuriError(caught)) caught.code === 'not-fuond';", /^caught\.code === 'not-fuond': .* no overlap/],
] as const;

const lines = [...METHODS, ...COLUMNS, ...MISTAKES].map(([line]) => line);
const { hovers, errors } = shownOf([...BEFORE, ...lines].join("\n"));

describe("an editor", () => {
  it.each(METHODS.map(([line, first], i) => ({ line, first, hover: hovers[i] })))(
    "shows the comment of the method, what it throws and an example, at $line",
    ({ first, hover }) => {
      expect(hover).toContain(first);
      expect(hover).toContain("\n@example ");
    },
  );

  it("shows what a method throws", () => {
    expect(hovers[0]).toContain(
      "\n@throws {InvalidArgumentError} On first use: a filter this server does not know",
    );
  });

  it.each(COLUMNS.map(([line, says], i) => ({ line, says, hover: hovers[METHODS.length + i] })))(
    "shows what the spec says of the column, at $line",
    ({ says, hover }) => {
      expect(hover).toMatch(/@description \S/);
      expect(hover).toContain(says);
    },
  );

  it.each(MISTAKES.map(([line, error], i) => ({ line, error, number: lines.length - MISTAKES.length + i })))(
    "underlines the wrong word, and nothing else, in $line",
    ({ error, number }) => {
      expect(errors.get(BEFORE.length + number)).toEqual([expect.stringMatching(error)]);
    },
  );

  it("finds no other mistake", () => {
    expect(errors.size).toBe(MISTAKES.length);
  });
});
