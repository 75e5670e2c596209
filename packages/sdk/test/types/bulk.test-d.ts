import { describe, expectTypeOf, it } from "vitest";
import {
  type AllocationHandlers,
  type PuhuriClient,
  processAllocations,
  type UsageItem,
  watchAllocations,
} from "../../src/index.ts";

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
    puhuri.usages.reportMany(items);
    puhuri.usages.reportMany(new Set(items));
    puhuri.usages.reportMany(measured());
    puhuri.resources.setStateMany([uuid].map((resource) => ({ resource, state: "ok" })));
  });

  it("come back with the outcomes, and with what the caller has added to them", async () => {
    const items = [{ resource: uuid, amounts: { cpu: 1 }, tag: { line: 5 } }];
    for await (const { input } of puhuri.usages.reportMany(items)) {
      expectTypeOf(input.tag.line).toEqualTypeOf<number>();
    }
    const accounts = [{ offering: uuid, user: uuid, username: "abc" }];
    for await (const { input } of puhuri.offeringUsers.ensureMany(accounts)) {
      expectTypeOf(input.username).toEqualTypeOf<string>();
    }
  });

  it("have no mistyped key, wherever they come from", () => {
    // @ts-expect-error `usrname`
    puhuri.offeringUsers.ensureMany([{ offering: uuid, user: uuid, usrname: "abc" }]);
    const account = { offering: uuid, user: uuid, username: "abc" };
    // @ts-expect-error `usrname`
    puhuri.offeringUsers.ensureMany([account, { offering: uuid, user: uuid, usrname: "abc" }]);
    // @ts-expect-error `onDecreese`
    puhuri.usages.reportMany([{ resource: uuid, amounts: {}, onDecreese: "send" }]);
    // @ts-expect-error `onPendng`
    puhuri.resources.setStateMany([{ resource: uuid, state: "erred", onPendng: "reject" }]);
    // @ts-expect-error `backendId`
    puhuri.resources.setBackendIdMany([{ resource: uuid, backend_id: "a", backendId: "b" }]);
    async function* measured() {
      yield { resource: uuid, amounts: { cpu: 1 }, mesuredAt: new Date() };
    }
    // @ts-expect-error `mesuredAt`
    puhuri.usages.reportMany(measured());
    // @ts-expect-error `line` belongs in `tag`
    puhuri.usages.reportMany([uuid].map((resource, line) => ({ resource, amounts: { cpu: 1 }, line })));
  });

  it("have what is needed, and of the right type", () => {
    // @ts-expect-error no state
    puhuri.resources.setStateMany([{ resource: uuid }]);
    // @ts-expect-error no such state
    puhuri.resources.setStateMany([{ resource: uuid, state: "OK" }]);
    // @ts-expect-error `dryrun`
    puhuri.usages.reportMany([{ resource: uuid, amounts: {} }], { dryrun: true });
  });
});
