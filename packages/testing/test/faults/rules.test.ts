import { expect, test } from "vitest";
import { TestServerError } from "../../src/errors.ts";
import type { Fault, FaultRule } from "../../src/faults/fault.ts";
import { faults } from "../../src/faults/faults.ts";
import { injectFaults } from "../../src/faults/inject-faults.ts";
import { ask } from "../fake/ask.ts";
import { type FaultyFake, faultyFake, RESOURCE, SET_BACKEND_ID } from "./faulty-fake.ts";

const busy = faults.serverError(503);

/** The numbers of the writes, from 1, that met trouble. */
async function struck(rule: FaultRule | Fault, writes = 12, faulty = faultyFake([rule])): Promise<number[]> {
  const numbers: number[] = [];
  for (let number = 1; number <= writes; number += 1) {
    if ((await faulty.write(`id-${number}`)).status !== 200) numbers.push(number);
  }
  return numbers;
}

test("a fault without a rule strikes every request", async () => {
  expect(await struck(busy, 3)).toEqual([1, 2, 3]);
});

test.each<[string, Partial<FaultRule>, number[]]>([
  ["first 2", { first: 2 }, [1, 2]],
  ["first 0", { first: 0 }, []],
  ["every 4th", { every: 4 }, [4, 8, 12]],
  ["every 4th, first 2", { every: 4, first: 2 }, [4, 8]],
  ["all but the first 9", { skip: 9 }, [10, 11, 12]],
  ["the third", { skip: 2, first: 1 }, [3]],
  ["every 3rd after 5", { skip: 5, every: 3 }, [8, 11]],
  ["never by chance", { chance: 0 }, []],
  ["surely by chance", { chance: 1, first: 3 }, [1, 2, 3]],
])("by count: %s", async (_, rule, expected) => {
  expect(await struck({ fault: busy, ...rule })).toEqual(expected);
});

test("by chance: as often as said, the same with the same seed, another with another", async () => {
  const struckWith = (seed: number) =>
    struck({ fault: busy, chance: 0.3 }, 200, faultyFake([{ fault: busy, chance: 0.3 }], { seed }));
  const [one, again, other] = [await struckWith(7), await struckWith(7), await struckWith(8)];
  expect(one.length).toBeGreaterThan(40);
  expect(one.length).toBeLessThan(80);
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
});

test("two rules of the same chance do not strike the same requests, and one does not change the other", async () => {
  const rule = (status: 502 | 503): FaultRule => ({ fault: faults.serverError(status), chance: 0.5 });
  const alone = faultyFake([rule(503)], { seed: 3 });
  const both = faultyFake([rule(503), rule(502)], { seed: 3 });
  await struck(busy, 40, alone);
  await struck(busy, 40, both);
  const requestsOf = ({ trouble }: FaultyFake, fault: string) =>
    trouble.log.filter((entry) => entry.fault === fault).map(({ request }) => request);
  expect(requestsOf(both, "503")).toEqual(requestsOf(alone, "503"));
  // The second rule sees only what the first one lets through: about half of a half.
  expect(requestsOf(both, "502").length).toBeGreaterThan(3);
  expect(requestsOf(both, "502").length).toBeLessThan(17);
});

test.each<[string, Partial<FaultRule>, string[]]>([
  ["one operation", { operation: "users_list" }, ["GET users/"]],
  [
    "several operations",
    { operation: ["users_list", "resources_set_backend_id"] },
    ["GET users/", `POST ${SET_BACKEND_ID}`],
  ],
  ["a method", { method: "POST" }, [`POST ${SET_BACKEND_ID}`]],
  ["several methods", { method: ["HEAD", "POST"] }, ["HEAD users/", `POST ${SET_BACKEND_ID}`]],
  [
    "part of a path",
    { path: RESOURCE },
    [`GET marketplace-resources/${RESOURCE}/`, `POST ${SET_BACKEND_ID}`],
  ],
  ["a pattern of a path", { path: /users\/$/g }, ["GET users/", "HEAD users/"]],
  ["all of it at once", { path: RESOURCE, method: "GET" }, [`GET marketplace-resources/${RESOURCE}/`]],
  ["nothing", { operation: [] }, []],
])("by %s", async (_, rule, expected) => {
  const { fake } = faultyFake([{ fault: busy, ...rule }]);
  const asked = [
    ["GET", "users/"],
    ["HEAD", "users/"],
    ["GET", "nonsense/?users/"],
    ["GET", `marketplace-resources/${RESOURCE}/`],
    ["POST", SET_BACKEND_ID],
  ] as const;
  const struckOnes: string[] = [];
  for (const [method, path] of asked) {
    const answer = await ask(
      fake,
      "owner",
      method,
      path,
      method === "POST" ? { backend_id: "x" } : undefined,
    );
    if (answer.status === 503) struckOnes.push(`${method} ${path}`);
  }
  expect(struckOnes).toEqual(expected);
});

test("only requests a rule is meant for are counted", async () => {
  const { fake, trouble } = faultyFake([{ fault: busy, operation: "users_list", skip: 1, first: 1 }]);
  const paths = ["users/", "", "", "users/", "users/"];
  for (const path of paths) await ask(fake, "owner", "GET", path);
  expect(trouble.log.map(({ request }) => request)).toEqual([4]);
});

test("the first rule is next to the client: what it keeps back, the others do not see", async () => {
  const { trouble, write, sleeps } = faultyFake([
    faults.latency(1),
    { fault: faults.requestLost(), every: 2 },
    { fault: faults.answerLost(), every: 2 },
    faults.latency(2),
  ]);
  const told: unknown[] = [];
  for (let number = 1; number <= 4; number += 1) {
    told.push(
      await write(`id-${number}`).then(
        ({ status }) => status,
        () => "lost",
      ),
    );
  }
  // Request 2 and 4 never arrive; of 1 and 3, the second loses its answer.
  expect(told).toEqual([200, "lost", "lost", "lost"]);
  expect(sleeps).toEqual([1, 2, 1, 1, 2, 1]);
  expect(trouble.counts()).toEqual({ latency: 6, "request-lost": 2, "answer-lost": 1 });
});

test("the log says what struck which request", async () => {
  const { fake, trouble, write } = faultyFake([
    { fault: faults.answerLost(), operation: "resources_set_backend_id", first: 1 },
    { fault: faults.requestLost(), operation: "resources_set_backend_id" },
    { fault: busy, path: "nonsense" },
  ]);
  await write("one").catch(() => undefined);
  await write("two").catch(() => undefined);
  await ask(fake, "owner", "GET", "nonsense/?x=1");
  const at = { method: "POST", path: `/api/${SET_BACKEND_ID}`, operationId: "resources_set_backend_id" };
  expect(trouble.log).toEqual([
    // The request of the first answer was lost on its way by the second rule.
    { fault: "request-lost", request: 1, ...at },
    { fault: "answer-lost", request: 1, ...at },
    { fault: "request-lost", request: 2, ...at },
    {
      fault: "503",
      request: 3,
      method: "GET",
      path: "/api/nonsense/",
      operationId: undefined,
    },
  ]);
  trouble.reset();
  expect(trouble.log).toEqual([]);
});

test("stopping lets everything through, resetting starts counts and chance anew", async () => {
  const faulty = faultyFake([
    { fault: busy, first: 1 },
    { fault: faults.serverError(502), chance: 0.5 },
  ]);
  const first = await struck(busy, 10, faulty);
  expect(first[0]).toBe(1);
  expect(first.length).toBeGreaterThan(2);
  faulty.trouble.stop();
  expect(await struck(busy, 5, faulty)).toEqual([]);
  faulty.trouble.reset();
  expect(await struck(busy, 10, faulty)).toEqual(first);
});

test.each<[Partial<FaultRule>, string]>([
  [{ chance: 2 }, "A fault rule: chance: is 2, must be a number from 0 to 1."],
  [{ chance: Number.NaN }, "A fault rule: chance: is NaN, must be a number from 0 to 1."],
  [{ every: 0 }, "A fault rule: every: is 0, must be a whole number from 1 on."],
  [{ first: -1 }, "A fault rule: first: is -1, must be a whole number from 0 on."],
  [{ skip: 0.5 }, "A fault rule: skip: is 0.5, must be a whole number from 0 on."],
])("a rule with %o is refused in plain words", (rule, message) => {
  expect(() => injectFaults([{ fault: busy, ...rule }])).toThrow(
    new TestServerError("invalid_option", message),
  );
});

test("a fault of one's own may send a request twice, or leave an exchange alone", async () => {
  const twice: Fault = {
    name: "delivered-twice",
    async inject(_exchange, next) {
      await next();
      return next();
    },
  };
  const shy: Fault = { name: "shy", inject: async () => undefined };
  const faulty = faultyFake([twice, shy]);
  expect((await faulty.write("x")).status).toBe(200);
  expect(faulty.trouble.counts()).toEqual({ "delivered-twice": 1 });
});
