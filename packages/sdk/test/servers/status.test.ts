import { describe, expect, it } from "vitest";
import { statusOf } from "../../src/servers/server.ts";

describe("an answer", () => {
  it("to a write is the server's word, a bare text, or nothing", () => {
    expect(statusOf({ status: "Changed.", more: 1 })).toEqual({ status: "Changed.", more: 1 });
    expect(statusOf("Changed.")).toEqual({ status: "Changed." });
    for (const nothing of [undefined, null, [], 7, {}]) expect(statusOf(nothing)).toEqual({ status: "" });
  });
});
