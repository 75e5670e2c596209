import { describe, expect, test } from "vitest";
import { createFakePuhuri, parseSeed, type SeedBuilder, type SeedDocument } from "../../src/index.ts";

/** As it comes from JavaScript, without a type: `Object` gives back what it is given. */
const untyped = (value: unknown) => Object([value])[0];

describe("what is asked of a fake and makes no sense is an error with a code that says what to do", () => {
  const fake = createFakePuhuri({ dialect: "current", now: () => new Date("2026-11-30T12:00:00Z") });
  test.each<[string, () => unknown, string, RegExp]>([
    [
      "the token of nobody",
      () => fake.tokenOf("nobody"),
      "unknown_row",
      /no user "nobody"; it has staff, owner/,
    ],
    [
      "going back in time",
      () => fake.advance(-1),
      "invalid_option",
      /0 or more milliseconds, not -1: only reset/,
    ],
    ["no time at all", () => fake.advance(Number.NaN), "invalid_option", /not NaN/],
    [
      "the invoices of no month",
      () => fake.invoiced("2026-13"),
      "invalid_option",
      /such as 2026-11, not "2026-13"/,
    ],
    [
      "an order without a name",
      () => fake.customer.order(untyped({})),
      "invalid_option",
      /An order: name is missing/,
    ],
    [
      "no order",
      () => fake.customer.order(untyped(undefined)),
      "invalid_option",
      /An order: is missing, must be an object/,
    ],
    [
      "a mistyped order",
      () => fake.customer.order(untyped({ name: "a", ofering: "b" })),
      "invalid_option",
      /An order: ofering: no such key; known are: by, startDate, name/,
    ],
    [
      "an order for no day",
      () => fake.customer.terminate("Running resource", { startDate: "soon" }),
      "invalid_option",
      /startDate: is "soon", must be a day such as 2026-11-30/,
    ],
    [
      "a mistyped decision",
      () => fake.customer.approve("any", untyped({ By: "owner" })),
      "invalid_option",
      /A decision: By: no such key; known are: by/,
    ],
    [
      "null for a row",
      () => fake.customer.changeLimits(untyped(null), {}),
      "unknown_row",
      /it has Sample resource/,
    ],
  ])("%s", (_, ask, code, message) => {
    expect(ask).toThrow(expect.objectContaining({ code, message: expect.stringMatching(message) }));
  });

  test("and so is a host that is no text, before anything listens", async () => {
    await expect(fake.listen(untyped({ host: 5 }))).rejects.toMatchObject({ code: "invalid_option" });
  });

  test("and so is a row that a test has removed while others refer to it", () => {
    const torn = createFakePuhuri({ dialect: "current" });
    for (const offering of torn.state.offerings) torn.state.offerings.remove(offering.uuid);
    expect(() => torn.customer.terminate("Running resource")).toThrow(
      expect.objectContaining({ code: "unknown_row" }),
    );
  });
});

describe("a seed in code is checked as one in a file is", () => {
  const planting = (plant: (seed: SeedBuilder) => void) => () =>
    createFakePuhuri({ dialect: "current", seed: plant });
  test.each<[string, (seed: SeedBuilder) => void, string]>([
    ["no row", (seed) => seed.user(untyped(undefined)), "Bad seed: is missing, must be an object"],
    ["a missing column", (seed) => seed.user(untyped({})), "Bad seed: username is missing"],
    [
      "a mistyped word",
      (seed) => {
        seed.guide();
        seed.allocation(untyped({ name: "a", state: "ok" }));
      },
      'Bad seed: state: is "ok", must be one of Creating, OK',
    ],
    [
      "a mistyped column",
      (seed) => seed.organization(untyped({ name: "a", owner: [] })),
      "Bad seed: owner: no such key; known are: uuid",
    ],
    [
      "an order for nothing",
      (seed) => {
        seed.guide();
        seed.order(untyped({ type: "Create" }));
      },
      "Bad seed: allocation is missing",
    ],
    [
      "what cannot be referred to",
      (seed) => seed.organization({ name: "a", owners: untyped([{ name: "b" }]) }),
      "Bad seed: owners[0].uuid: is missing",
    ],
    [
      "a project of nobody",
      (seed) => {
        seed.organization({ name: "Centre", service_provider: true });
        seed.project({ name: "Physics" });
      },
      "Bad seed: organization: nothing fits yet: seed an organization that is not a service provider first",
    ],
  ])("%s", (_, plant, message) => {
    expect(planting(plant)).toThrow(
      expect.objectContaining({ code: "bad_seed", message: expect.stringContaining(message) }),
    );
  });

  test("rows that are planted refer to rows that were given back", () => {
    const seed = (it: SeedBuilder): void => {
      const owners = [it.user({ username: "boss" })];
      const organization = it.organization({ name: "Centre", service_provider: true, owners });
      it.offering({ name: "Cluster", organization });
    };
    expect(createFakePuhuri({ dialect: "current", seed }).state.offerings.size).toBe(1);
  });
});

test("two rows of a seed never end as one: the second one is told, and that it takes another name or uuid", () => {
  const twice: SeedDocument = { guide: true, allocations: [{ name: "a" }, { name: "a" }] };
  expect(() => createFakePuhuri({ dialect: "current", seed: twice })).toThrow(
    "Bad seed: allocations[1].uuid: another row has this uuid, which follows from the name unless you give one",
  );
  const apart: SeedDocument = {
    guide: true,
    allocations: [{ name: "a" }, { name: "a", uuid: "0123456789abcdef0123456789abcdef" }],
  };
  const { state } = createFakePuhuri({ dialect: "current", seed: apart });
  expect(state.resources.all().filter(({ name }) => name === "a")).toHaveLength(2);
});

test("a seed may give every column that a row shows, lists too", () => {
  const endpoints = [
    { uuid: "0123456789abcdef0123456789abcdef", name: "Portal", url: "https://hpc.example" },
  ];
  const seed = parseSeed(JSON.stringify({ guide: true, allocations: [{ name: "a", endpoints }] }));
  const { state } = createFakePuhuri({ dialect: "current", seed });
  expect(state.resourceNamed("a")?.endpoints).toEqual(endpoints);
});

test("what is no text of a seed, or no seed, is told without a place that is none", () => {
  expect(() => parseSeed(untyped(undefined), "f.yaml")).toThrow("Bad seed: f.yaml: parseSeed takes the text");
  expect(() => parseSeed("5", "f.yaml")).toThrow("Bad seed: f.yaml line 1: is 5, must be an object");
});
