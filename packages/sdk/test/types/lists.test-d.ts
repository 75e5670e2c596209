import type { Order, Resource, ServiceProviderUser } from "@puhuri/api-types";
import { describe, expectTypeOf, it } from "vitest";
import type { PuhuriClient, ResourceFilters } from "../../src/index.ts";
import type { Paginated } from "../../src/list/paginated.ts";

declare const puhuri: PuhuriClient;
declare const uuid: string;

describe("rows of a list", () => {
  it("are whole without a selection", () => {
    expectTypeOf(puhuri.resources.list()).toEqualTypeOf<Paginated<Resource>>();
    expectTypeOf(puhuri.resources.list({})).toEqualTypeOf<Paginated<Resource>>();
    expectTypeOf(puhuri.resources.list({ state: "OK" })).toEqualTypeOf<Paginated<Resource>>();
    expectTypeOf(puhuri.resources.list(undefined, { pageSize: 50 })).toEqualTypeOf<Paginated<Resource>>();
    expectTypeOf(puhuri.resources.list({ fields: undefined })).toEqualTypeOf<Paginated<Resource>>();
  });

  it("have the columns of `fields`", () => {
    expectTypeOf(puhuri.resources.list({ fields: ["name", "state"] })).toEqualTypeOf<
      Paginated<Pick<Resource, "name" | "state">>
    >();
    expectTypeOf(puhuri.orders.list({ state: "executing", fields: ["uuid"] })).toEqualTypeOf<
      Paginated<Pick<Order, "uuid">>
    >();
    expectTypeOf(puhuri.serviceProviders.users(uuid, { fields: ["username"] })).toEqualTypeOf<
      Paginated<Pick<ServiceProviderUser, "username">>
    >();
  });

  it("take columns from a constant or a variable", () => {
    const columns = ["uuid", "backend_id"] as const;
    expectTypeOf(puhuri.resources.list({ fields: columns })).toEqualTypeOf<
      Paginated<Pick<Resource, "uuid" | "backend_id">>
    >();
    const filters: ResourceFilters = { offering_uuid: uuid, state: ["OK", "Erred"] };
    expectTypeOf(puhuri.resources.list({ ...filters, fields: columns })).toEqualTypeOf<
      Paginated<Pick<Resource, "uuid" | "backend_id">>
    >();
  });

  it("may be none: first() can be undefined, and so can what is at an index", () => {
    expectTypeOf(puhuri.resources.list({ fields: ["name"] }).first()).resolves.toEqualTypeOf<
      Pick<Resource, "name"> | undefined
    >();
    const rows = [] as Awaited<ReturnType<Paginated<Resource>["toArray"]>>;
    expectTypeOf(rows[0]).toEqualTypeOf<Resource | undefined>();
    expectTypeOf(puhuri.resources.list().count()).resolves.toEqualTypeOf<number>();
  });

  it("come one by one, and are not a promise", () => {
    expectTypeOf(puhuri.resources.list()).toExtend<AsyncIterable<Resource>>();
    expectTypeOf(puhuri.resources.list()).not.toHaveProperty("then");
  });
});

describe("a query of a list that does not compile", () => {
  it("has a filter that does not exist, alone or with others", () => {
    puhuri.resources.list({ state: "OK" });
    // @ts-expect-error `sate`
    puhuri.resources.list({ sate: "OK" });
    // @ts-expect-error `sate`
    puhuri.resources.list({ offering_uuid: uuid, sate: "OK" });
    // @ts-expect-error `sate`
    puhuri.resources.list({ sate: "OK", fields: ["name"] });
    // @ts-expect-error orders have no `order_state`
    puhuri.orders.list({ order_state: "executing" });
    // @ts-expect-error `sate`
    puhuri.serviceProviders.users(uuid, { sate: "OK" });
  });

  it("has a column that does not exist, alone or with others", () => {
    puhuri.resources.list({ state: "OK", fields: ["state"] });
    // @ts-expect-error `stat`
    puhuri.resources.list({ fields: ["stat"] });
    // @ts-expect-error `stat`
    puhuri.resources.list({ state: "OK", fields: ["name", "stat"] });
    // @ts-expect-error a column of orders
    puhuri.resources.list({ fields: ["error_message", "consumer_reviewed_at"] });
    // @ts-expect-error `stat`
    puhuri.serviceProviders.users(uuid, { fields: ["stat"] });
  });

  it("has a parameter that is the list's own", () => {
    // @ts-expect-error `fields` stands for it
    puhuri.resources.list({ field: ["name"] });
    // @ts-expect-error pages are turned by the list
    puhuri.resources.list({ page: 2 });
    // @ts-expect-error an option, and called pageSize
    puhuri.resources.list({ page_size: 50 });
  });

  it("has a value that no such filter takes", () => {
    puhuri.resources.list({ state: ["OK", "Erred"], paused: true, o: "-created" });
    // @ts-expect-error states begin with a capital
    puhuri.resources.list({ state: "ok" });
    // @ts-expect-error states begin with a capital
    puhuri.resources.list({ state: ["OK", "erred"] });
    // @ts-expect-error true or false
    puhuri.resources.list({ paused: "yes" });
    // @ts-expect-error no such order
    puhuri.resources.list({ o: "creatd" });
    // @ts-expect-error not null
    puhuri.resources.list({ name: null });
    // @ts-expect-error one value only
    puhuri.resources.list({ name: ["a", "b"] });
  });

  it("has options that do not exist, or in the wrong place", () => {
    puhuri.resources.list({}, { pageSize: 50, concurrency: 2, timeoutMs: 1, retry: false });
    // @ts-expect-error `pagesize`
    puhuri.resources.list({}, { pagesize: 50 });
    // @ts-expect-error an option in the place of the query
    puhuri.resources.list({ timeoutMs: 1 });
    // @ts-expect-error an option in the place of the query
    puhuri.resources.list({ pageSize: 50 });
    // @ts-expect-error the uuid comes first
    puhuri.serviceProviders.users({ is_active: true });
  });
});
