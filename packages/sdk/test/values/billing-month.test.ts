import { describe, expect, it } from "vitest";
import { billingMonth } from "../../src/values/billing-month.ts";

describe("the billing month", () => {
  it("is the first day of the month in the server's time zone", () => {
    const lastSecond = new Date("2026-07-31T23:59:59Z");
    expect(billingMonth(lastSecond, "UTC")).toBe("2026-07-01");
    expect(billingMonth(lastSecond, "Europe/Tallinn")).toBe("2026-08-01");
    expect(billingMonth(new Date("2026-08-01T00:00:00Z"), "America/New_York")).toBe("2026-07-01");
    expect(billingMonth(Date.UTC(2027, 0, 1), "UTC")).toBe("2027-01-01");
    expect(billingMonth(new Date("0987-05-01T00:00:00Z"), "UTC")).toBe("0987-05-01");
  });

  it("is refused for a zone that does not exist, which the error names", () => {
    const refusal = expect.objectContaining({
      code: "invalid-argument",
      argument: "billingTimeZone",
      message: expect.stringMatching(
        /^billingTimeZone must be an IANA time zone .* does not know "Mars\/Olympus"\.$/,
      ),
    });
    expect(() => billingMonth(new Date(), "Mars/Olympus")).toThrow(refusal);
  });
});
