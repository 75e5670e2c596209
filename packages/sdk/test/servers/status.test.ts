import { describe, expect, it } from "vitest";
import { createRequests } from "../../src/servers/requests.ts";
import { answering } from "../nouns/answering.ts";

const RESOURCE = "a1916bd53fd04b1ab1a4e700c926607b";

describe("an answer", () => {
  it("to a write is the server's word, a bare text, or nothing", async () => {
    const status = (answer: () => Response) => {
      const { http } = answering("current", answer);
      const path = "/api/marketplace-provider-resources/{uuid}/set_backend_id/";
      return createRequests(http).act(http.begin(), path, RESOURCE, { backend_id: "hpc-17" });
    };
    const json = (data: unknown) => status(() => Response.json(data));
    expect(await json({ status: "Changed.", more: 1 })).toEqual({ status: "Changed.", more: 1 });
    expect(await json("Changed.")).toEqual({ status: "Changed." });
    for (const nothing of [null, [], 7, {}]) expect(await json(nothing)).toEqual({ status: "" });
    expect(await status(() => new Response())).toEqual({ status: "" });
  });
});
