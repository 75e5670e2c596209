import { describe, expect, it } from "vitest";
import { statusOf } from "../../src/servers/generation.ts";

describe("an answer", () => {
  it("to a write is the server's word, a bare text, or nothing", async () => {
    const status = (data: unknown) => statusOf(Promise.resolve(data));
    expect(await status({ status: "Changed.", more: 1 })).toEqual({ status: "Changed.", more: 1 });
    expect(await status("Changed.")).toEqual({ status: "Changed." });
    for (const nothing of [undefined, null, [], 7, {}]) expect(await status(nothing)).toEqual({ status: "" });
  });
});
