import type { components } from "@puhuri/api-types";
import { describe, expectTypeOf, it } from "vitest";
import type * as sdk from "../../src/index.ts";
import {
  type CallOptions,
  createPuhuriClient,
  type Dialect,
  type EndEvent,
  isPuhuriError,
  type KnownPuhuriError,
  type PuhuriClient,
  type PuhuriClientOptions,
  PuhuriError,
  type PuhuriErrorCode,
  type UsageReportProblem,
} from "../../src/index.ts";
import type { AnyPaths } from "./any-paths.ts";

declare const puhuri: PuhuriClient;

describe("the options of a client", () => {
  it("need an address and a token", () => {
    createPuhuriClient({ baseUrl: "https://puhuri.example", token: async () => "abc", dialect: "auto" });
    createPuhuriClient({ baseUrl: new URL("https://puhuri.example"), token: "abc", fetch: globalThis.fetch });
    // @ts-expect-error no token
    createPuhuriClient({ baseUrl: "https://puhuri.example" });
    // @ts-expect-error `baseURL`
    createPuhuriClient({ baseURL: "https://puhuri.example", token: "abc" });
    // @ts-expect-error no such generation
    createPuhuriClient({ baseUrl: "https://puhuri.example", token: "abc", dialect: "2022" });
    expectTypeOf(puhuri.server()).resolves.toEqualTypeOf<{
      readonly dialect: Dialect;
      readonly version: string | undefined;
    }>();
  });

  it("may be undefined, for whoever passes on what they may not have", () => {
    expectTypeOf<{
      baseUrl: string;
      token: string;
      dialect: undefined;
      retry: undefined;
    }>().toExtend<PuhuriClientOptions>();
    expectTypeOf<{ signal: undefined; timeoutMs: undefined; retry: undefined }>().toExtend<CallOptions>();
    expectTypeOf<{ retry: { maxRetries: undefined } }>().toExtend<CallOptions>();
    puhuri.orders.reject("", { comment: undefined });
    puhuri.resources.list().toArray({ limit: undefined });
    puhuri.resources.list().byPage({ startPage: undefined });
  });
});

/** The classes that the package exports and that can be thrown. */
type Thrown<Exports = typeof sdk> = {
  [Name in keyof Exports]: Exports[Name] extends (new (
    ...args: never
  ) => infer Error extends PuhuriError)
    ? Error
    : never;
}[keyof Exports];

describe("errors", () => {
  const caught: unknown = undefined;

  it("are told by a guard that knows every class there is", () => {
    if (isPuhuriError(caught)) expectTypeOf(caught).toEqualTypeOf<KnownPuhuriError>();
    expectTypeOf<Thrown>().toEqualTypeOf<KnownPuhuriError>();
    expectTypeOf<KnownPuhuriError["code"]>().toEqualTypeOf<PuhuriErrorCode>();
  });

  it("are told apart by their codes, with what each of them has", () => {
    if (!isPuhuriError(caught)) return;
    switch (caught.code) {
      case "rate-limited":
        return expectTypeOf(caught.retryAfterMs).toEqualTypeOf<number | undefined>();
      case "usage-report":
        return expectTypeOf(caught.reason).toEqualTypeOf<UsageReportProblem>();
      case "not-found":
      case "conflict":
        return expectTypeOf(caught.fieldErrors).toEqualTypeOf<Readonly<Record<string, readonly string[]>>>();
      default:
        // @ts-expect-error not every error has one
        return caught.reason;
    }
  });

  it("have no code that does not exist", () => {
    // @ts-expect-error `not-fuond`
    if (isPuhuriError(caught)) expectTypeOf(caught.code === "not-fuond").toBeBoolean();
    // @ts-expect-error `not-fuond`
    if (caught instanceof PuhuriError) expectTypeOf(caught.code === "not-fuond").toBeBoolean();
  });
});

describe("the raw client", () => {
  it("knows the paths, parameters and bodies of the spec", () => {
    puhuri.api.GET("/api/users/", { params: { query: { is_active: true } } });
    // @ts-expect-error no such path
    puhuri.api.GET("/api/user/");
    // @ts-expect-error no such filter
    puhuri.api.GET("/api/users/", { params: { query: { active: true } } });
    // @ts-expect-error no uuid
    puhuri.api.GET("/api/marketplace-orders/{uuid}/");
  });
});

describe("any", () => {
  it("would be found", () => {
    type Any = ReturnType<JSON["parse"]>;
    type Leaky = { a: { b(c: string): Promise<{ d: Any[] }[]> }; e?: string };
    expectTypeOf<AnyPaths<Leaky, [1, 1, 1, 1, 1, 1, 1, 1]>>().toEqualTypeOf<".a.b=>[].d[]">();
    expectTypeOf<AnyPaths<{ a?: string; b: (c: number) => boolean }>>().toEqualTypeOf<never>();
  });

  it("is in no public type", () => {
    expectTypeOf<AnyPaths<PuhuriClient["resources"]>>().toEqualTypeOf<never>();
    expectTypeOf<AnyPaths<PuhuriClient["offerings"]>>().toEqualTypeOf<never>();
    expectTypeOf<AnyPaths<PuhuriClient["usages"]>>().toEqualTypeOf<never>();
    expectTypeOf<AnyPaths<PuhuriClient["offeringUsers"]>>().toEqualTypeOf<never>();
    expectTypeOf<AnyPaths<PuhuriClient["orders"]>>().toEqualTypeOf<never>();
    expectTypeOf<AnyPaths<PuhuriClient["serviceProviders"]>>().toEqualTypeOf<never>();
    expectTypeOf<AnyPaths<KnownPuhuriError>>().toEqualTypeOf<never>();
    expectTypeOf<AnyPaths<EndEvent>>().toEqualTypeOf<never>();
    expectTypeOf<AnyPaths<PuhuriClientOptions>>().toEqualTypeOf<never>();
    expectTypeOf<AnyPaths<components["schemas"]>>().toEqualTypeOf<never>();
  });
});
