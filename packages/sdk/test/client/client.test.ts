import { expect, it, vi } from "vitest";
import { createPuhuriClient } from "../../src/client.ts";

const options = { baseUrl: "https://puhuri.example", token: "unused" };

it("refuses a time zone nobody knows, before anything is sent", () => {
  expect(() => createPuhuriClient({ ...options, billingTimeZone: "Europe/Atlantis" })).toThrow(
    'billingTimeZone must be an IANA time zone such as Europe/Helsinki, and this runtime does not know "Europe/Atlantis".',
  );
  expect(() => createPuhuriClient({ ...options, billingTimeZone: "" })).toThrow("IANA time zone");
});

it("makes no calendar for months in UTC, which takes longer than all the rest of a client", () => {
  const made = vi.spyOn(Intl, "DateTimeFormat");
  createPuhuriClient(options);
  createPuhuriClient({ ...options, billingTimeZone: "UTC" });
  expect(made).not.toHaveBeenCalled();
  // A zone that no other test takes: what is made once is kept.
  createPuhuriClient({ ...options, billingTimeZone: "Indian/Chagos" });
  expect(made).toHaveBeenCalledOnce();
});

it("refuses hooks that are no functions and headers that are no object, where nothing compiles", () => {
  const made = (option: object) => () => createPuhuriClient({ ...options, ...option });
  expect(made({ hooks: { onRequest: 5 } })).toThrow("onRequest must be a function.");
  expect(made({ hooks: 5 })).toThrow("hooks must be an object. Nothing was sent.");
  expect(made({ headers: 5 })).toThrow("headers must be an object. Nothing was sent.");
});
