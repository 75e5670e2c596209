import { describe, expect, it } from "vitest";
import { chosenFields, fieldQuery, headersOf, pageOf, statusOf } from "./wire.ts";

describe("the query for columns", () => {
  it("asks for those the sdk reads", () => {
    expect(fieldQuery<"orders_list">(["uuid", "state"])).toEqual({ field: ["uuid", "state"] });
  });

  it("asks for those a caller has chosen, in the server's order", () => {
    expect(chosenFields(["uuid", "name", "state"], ["state", "uuid"])).toEqual({ field: ["uuid", "state"] });
  });

  it("is empty for whole rows", () => {
    expect(chosenFields(["uuid", "name"], undefined)).toEqual({});
  });
});

describe("an answer", () => {
  it("to a write is the server's word, a bare text, or nothing", () => {
    expect(statusOf({ status: "Changed.", more: 1 })).toEqual({ status: "Changed.", more: 1 });
    expect(statusOf("Changed.")).toEqual({ status: "Changed." });
    for (const nothing of [undefined, null, [], 7, {}]) expect(statusOf(nothing)).toEqual({ status: "" });
  });

  it("is a page of rows with its headers, or its headers alone", async () => {
    const response = new Response(null, { headers: { "x-result-count": "7" } });
    const { rows, headers } = await pageOf(Promise.resolve({ data: [{ uuid: "a" }], response }));
    expect(rows).toEqual([{ uuid: "a" }]);
    expect(headers.get("x-result-count")).toBe("7");
    expect(await headersOf(Promise.resolve({ response }))).toBe(response.headers);
  });
});
