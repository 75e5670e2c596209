import { describe, expectTypeOf, it } from "vitest";
import {
  ensureOfferingUserMany,
  reportUsageMany,
  setBackendIdMany,
  setStateMany,
  type UsageItem,
} from "../../src/bulk/index.ts";
import type { PuhuriClient } from "../../src/index.ts";
import { type AllocationHandlers, processAllocations, watchAllocations } from "../../src/loop/index.ts";

declare const puhuri: PuhuriClient;
declare const uuid: string;
declare const handlers: AllocationHandlers;

describe("a pass", () => {
  it("is over an offering, or over all of a provider's", () => {
    processAllocations(puhuri, { offering_uuid: uuid }, handlers);
    processAllocations(puhuri, { provider_uuid: uuid, offering_uuid: undefined }, handlers);
    watchAllocations(puhuri, { offering_uuid: uuid, provider_uuid: uuid }, handlers);
    // @ts-expect-error neither of them
    processAllocations(puhuri, {}, handlers);
    // @ts-expect-error neither of them
    watchAllocations(puhuri, { offering_uuid: undefined }, handlers);
    // @ts-expect-error `offering_uid`
    processAllocations(puhuri, { provider_uuid: uuid, offering_uid: uuid }, handlers);
  });
});

describe("items", () => {
  it("come from anything that can be iterated", () => {
    const items: UsageItem[] = [];
    async function* measured() {
      yield { resource: uuid, amounts: { cpu: 1 } };
      yield { resource: uuid, amounts: { cpu: 1 }, missing: "zero" as const, tag: 5 };
    }
    reportUsageMany(puhuri, items);
    reportUsageMany(puhuri, new Set(items));
    reportUsageMany(puhuri, measured());
    setStateMany(
      puhuri,
      [uuid].map((resource) => ({ resource, state: "OK" })),
    );
  });

  it("come back with the outcomes, and with what the caller has added to them", async () => {
    const items = [{ resource: uuid, amounts: { cpu: 1 }, tag: { line: 5 } }];
    for await (const { input } of reportUsageMany(puhuri, items)) {
      expectTypeOf(input.tag.line).toEqualTypeOf<number>();
    }
    const accounts = [{ offering: uuid, user: uuid, username: "abc" }];
    for await (const { input } of ensureOfferingUserMany(puhuri, accounts)) {
      expectTypeOf(input.username).toEqualTypeOf<string>();
    }
  });

  it("have no mistyped key, wherever they come from", () => {
    // @ts-expect-error `usrname`
    ensureOfferingUserMany(puhuri, [{ offering: uuid, user: uuid, usrname: "abc" }]);
    const account = { offering: uuid, user: uuid, username: "abc" };
    // @ts-expect-error `usrname`
    ensureOfferingUserMany(puhuri, [account, { offering: uuid, user: uuid, usrname: "abc" }]);
    // @ts-expect-error `onDecreese`
    reportUsageMany(puhuri, [{ resource: uuid, amounts: {}, onDecreese: "send" }]);
    // @ts-expect-error `onPendng`
    setStateMany(puhuri, [{ resource: uuid, state: "Erred", onPendng: "reject" }]);
    // @ts-expect-error `backendId`
    setBackendIdMany(puhuri, [{ resource: uuid, backend_id: "a", backendId: "b" }]);
    async function* measured() {
      yield { resource: uuid, amounts: { cpu: 1 }, mesuredAt: new Date() };
    }
    // @ts-expect-error `mesuredAt`
    reportUsageMany(puhuri, measured());
    reportUsageMany(
      puhuri,
      // @ts-expect-error `line` belongs in `tag`
      [uuid].map((resource, line) => ({ resource, amounts: { cpu: 1 }, line })),
    );
  });

  it("have what is needed, and of the right type", () => {
    // @ts-expect-error no state
    setStateMany(puhuri, [{ resource: uuid }]);
    // @ts-expect-error no such state
    setStateMany(puhuri, [{ resource: uuid, state: "ok" }]);
    // @ts-expect-error `dryrun`
    reportUsageMany(puhuri, [{ resource: uuid, amounts: {} }], { dryrun: true });
  });
});
