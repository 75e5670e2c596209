import { describe, expect, it } from "vitest";
import { type Answer, answering } from "../../test/nouns/answering.ts";
import { UnsupportedByServerError } from "../errors.ts";
import { createGet } from "./get.ts";

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
    const get = createGet<Row>(context, (api) => api.resources);
    expect(await get(UUID, { fields: ["state"] })).toEqual({ state: "OK" });
    expect(sent).toEqual([`GET /api/marketplace-provider-resources/${UUID}/?field=state`]);
  });

  it("shows what the server sends, known or not, when all is wanted", async () => {
    const { context, sent } = answering("2021", answerWhole);
    const get = createGet<Row>(context, (api) => api.resources);
    expect(await get(UUID)).toEqual(whole);
    expect(await get(UUID, { omit: [] })).toEqual(whole);
    expect(sent).toEqual(Array(2).fill(`GET /api/marketplace-resources/${UUID}/`));
  });

  it("knows the columns once the server's generation is known", async () => {
    const root = { "marketplace-offerings": "" };
    const { context, sent } = answering("auto", (line) => Response.json(line === "GET /api/" ? root : whole));
    const get = createGet<Row>(context, (api) => api.resources);
    await expect(get(UUID, { fields: ["slug"] })).rejects.toMatchObject({ argument: "slug" });
    expect(sent).toEqual(["GET /api/"]);
    expect(await get(UUID, { fields: ["state"] })).toEqual({ state: "OK" });
  });

  it("is unsupported where there is no such thing, whatever is asked of it", async () => {
    const { context, sent } = answering("2021", answerWhole);
    const get = createGet<Row>(context, (api) => api.orders);
    await expect(get(UUID)).rejects.toBeInstanceOf(UnsupportedByServerError);
    await expect(get(UUID, { fields: ["state"] })).rejects.toBeInstanceOf(UnsupportedByServerError);
    expect(sent).toEqual([]);
  });
});
