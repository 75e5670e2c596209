import { describe, expect, it } from "vitest";
import { UnsupportedByServerError } from "../../src/errors.ts";
import { createGet, type Get } from "../../src/list/methods.ts";
import { type Answer, answering } from "../nouns/answering.ts";

interface Row {
  uuid: string;
  state: string;
  slug?: string | null;
}

const UUID = "a1916bd53fd04b1ab1a4e700c926607b";
const whole = { uuid: UUID, state: "OK", slug: null, brand_new: 1 };
const answerWhole: Answer = () => Response.json(whole);

describe("getting a row", () => {
  it("shows no column that was not asked for, although a server may send all of them", async () => {
    const { context, sent } = answering("current", answerWhole);
    const get: Get<Row> = createGet(context, (api) => api.resources);
    expect(await get(UUID, { fields: ["state"] })).toEqual({ state: "OK" });
    expect(sent).toEqual([`GET /api/marketplace-provider-resources/${UUID}/?field=state`]);
  });

  it("shows what the server sends, known or not, when all is wanted", async () => {
    const { context, sent } = answering("2021", answerWhole);
    const get: Get<Row> = createGet(context, (api) => api.resources);
    expect(await get(UUID)).toEqual(whole);
    expect(sent).toEqual([`GET /api/marketplace-resources/${UUID}/`]);
  });

  it("shows what this server has of the columns", async () => {
    const { context } = answering("2021", answerWhole);
    const get: Get<Row> = createGet(context, (api) => api.resources);
    expect(await get(UUID, { fields: ["state", "uuid"] })).toEqual({ state: "OK", uuid: UUID });
  });

  it("refuses options in the place of the query", async () => {
    const { context, sent } = answering("current", answerWhole);
    const get: Get<Row> = createGet(context, (api) => api.resources);
    const misplaced = Reflect.apply(get, undefined, [UUID, { timeoutMs: 1_000 }]);
    await expect(misplaced).rejects.toThrow(/query must not have "timeoutMs", only fields/);
    expect(sent).toEqual([]);
  });

  it("is unsupported where there is no such thing, whatever is asked of it", async () => {
    const { context, sent } = answering("2021", answerWhole);
    const get: Get<Row> = createGet(context, (api) => api.orders);
    await expect(get(UUID)).rejects.toBeInstanceOf(UnsupportedByServerError);
    await expect(get(UUID, { fields: ["state"] })).rejects.toBeInstanceOf(UnsupportedByServerError);
    expect(sent).toEqual([]);
  });
});
