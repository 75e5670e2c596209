import { describe, expect, it } from "vitest";
import { workOf } from "../../src/loop/waiting-orders.ts";
import { readAllocation } from "../../src/set-state/situation.ts";
import { answering, createServer } from "../nouns/answering.ts";

const RESOURCE = "a1916bd53fd04b1ab1a4e700c926607b";

/** A server that answers with rows that have no column at all. */
function bare(dialect: "2021" | "current") {
  const { http } = answering(dialect, (line) =>
    Response.json(line.includes("/marketplace-orders/") ? [{}] : {}),
  );
  return { http, api: createServer(dialect, http), call: http.begin() };
}

describe.each(["2021", "current"] as const)("of columns that a server of %s leaves out", (dialect) => {
  it("an offering's components are none", async () => {
    const { api, call } = bare(dialect);
    expect(await api.offerings.components(RESOURCE, call)).toEqual([]);
  });

  it("an allocation's offering, name, state and backend id are empty", async () => {
    const { api, call, http } = bare(dialect);
    expect(await api.resources.reportFacts(RESOURCE, call)).toEqual({
      offeringUuid: "",
      state: "",
      hasPlan: true,
    });
    const course = api.courseOf?.(RESOURCE, "OK");
    const { resource, offeringType } = await (course?.read(call) ??
      readAllocation(api, http, RESOURCE, call));
    expect(resource).toEqual({ uuid: RESOURCE, name: "", state: "", backend_id: "" });
    expect(offeringType).toBe("");
  });

  it("what waits is of no kind", () => {
    const { api } = bare(dialect);
    expect(workOf(api).read({})).toMatchObject({
      resourceUuid: "",
      kind: undefined,
      needsReview: false,
    });
  });
});

it("an order's uuid, type and state are empty", async () => {
  const { api, call, http } = bare("current");
  const { orders } = await readAllocation(api, http, RESOURCE, call);
  expect(orders).toEqual([{ uuid: "", type: "", state: "", isWithWorker: false, isLinked: false }]);
});

it("an order that waits has no limits and attributes", () => {
  const order = { uuid: "", type: "", state: "", created: "", limits: {}, attributes: {} };
  expect(workOf(bare("current").api).read({}).order).toEqual(order);
});
