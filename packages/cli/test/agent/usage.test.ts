import { describe, expect, test } from "vitest";
import { isReportDue } from "../../src/agent/report-times.ts";
import { createSite, Exit, OFFERING, type Site, type SiteOptions } from "./site.ts";

const NIGHT = Date.parse("2026-11-11T02:35:00Z");

/** Two allocations that run. */
function runningSite(options: SiteOptions = {}): Site {
  const site = createSite({
    ...options,
    seed: (seed) => {
      for (const name of ["a", "b"]) {
        seed.allocation({ name, offering: OFFERING, state: "OK", backend_id: `hpc-${name}` });
      }
      seed.allocation({ name: "not linked", offering: OFFERING, state: "OK" });
    },
  });
  site.programs["create"] = () => ({ backend_id: "hpc" });
  site.programs["terminate"] = () => {};
  site.programs["usage"] = ({ allocation }) => ({ amounts: { cpu: allocation.name === "a" ? 10.005 : 20 } });
  return site;
}

/** What was reported of an allocation this month. */
function usagesOf({ fake }: Site, name: string): Record<string, string> {
  const { uuid } = fake.state.resourceNamed(name) ?? {};
  const items = fake.state.componentUsages.where("resource_uuid", uuid ?? "");
  return Object.fromEntries(items.map(({ component_type, usage }) => [component_type, String(usage)]));
}

describe("an agent", () => {
  test("reports what has been used at its start, and then once a night", async () => {
    const site = runningSite();
    site.configure("every: 1h");
    await site.run(1);
    expect(site.ran).toEqual(["usage a", "usage b"]);
    expect(usagesOf(site, "a")).toEqual({ cpu: "10.00" });
    expect(usagesOf(site, "b")).toEqual({ cpu: "20.00" });
    await site.run(12);
    expect(site.ran).toHaveLength(2);
    await site.run(3);
    expect(site.clock.time).toBeGreaterThan(NIGHT);
    expect(site.ran).toEqual(["usage a", "usage b", "usage a", "usage b"]);
  });

  test("gives the program the month in the time zone of its config", async () => {
    const site = runningSite();
    const months: string[] = [];
    site.programs["usage"] = ({ month }) => void months.push(month);
    site.configure("time_zone: Asia/Tokyo");
    site.clock.time = Date.parse("2026-10-31T20:00:00Z");
    await site.once();
    expect(months).toEqual(["2026-11", "2026-11"]);
  });

  test("reports the others when one cannot be measured, and tries again a quarter of an hour later", async () => {
    const site = runningSite();
    const usage = site.programs["usage"];
    site.programs["usage"] = (input) => (input.allocation.name === "a" ? new Exit(1) : usage?.(input));
    site.configure("every: 10m");
    await site.run(1);
    expect(usagesOf(site, "a")).toEqual({});
    expect(usagesOf(site, "b")).toEqual({ cpu: "20.00" });
    expect(site.lines.find(({ message }) => message === "usage not reported")).toMatchObject({
      code: "program-exit",
    });
    Object.assign(site.programs, { usage });
    await site.run(1);
    expect(usagesOf(site, "a")).toEqual({});
    await site.run(1);
    expect(usagesOf(site, "a")).toEqual({ cpu: "10.00" });
  });

  test("reports what each user has used", async () => {
    const site = runningSite();
    site.programs["usage"] = () => ({ amounts: { cpu: 5 }, per_user: { alice: { cpu: 3 } } });
    site.configure();
    await site.once();
    expect(
      site.fake.state.componentUserUsages.all().map(({ username, usage }) => [username, String(usage)]),
    ).toEqual([
      ["alice", "3.00"],
      ["alice", "3.00"],
    ]);
  });

  test("reports the totals alone to a server of 2021, which keeps nothing else", async () => {
    const site = runningSite({ dialect: "2021" });
    site.programs["usage"] = () => ({ amounts: { cpu: 5 }, per_user: { alice: { cpu: 3 } } });
    site.configure();
    expect(await site.once()).toBe(true);
    expect(Number(usagesOf(site, "a")["cpu"])).toBe(5);
  });

  test("measures, and reports nothing, in a dry run", async () => {
    const site = runningSite();
    site.configure("dry_run: true");
    await site.once();
    expect(site.ran).toEqual(["usage a", "usage b"]);
    expect(usagesOf(site, "b")).toEqual({});
    site.configure();
    await site.once();
    expect(usagesOf(site, "b")).toEqual({ cpu: "20.00" });
  });
});

describe("the last report of an allocation", () => {
  function endingSite(): Site {
    const site = runningSite();
    site.configure();
    return site;
  }
  const end = async (site: Site) => {
    await site.once();
    site.ran.length = 0;
    const allocation = site.fake.state.resourceNamed("a");
    if (allocation === undefined) throw new Error("There is no allocation a.");
    // As a customer orders it.
    const headers = {
      Authorization: `Token ${site.fake.tokenOf("cowner")}`,
      "Content-Type": "application/json",
    };
    const url = `https://puhuri.test/api/marketplace-resources/${allocation.uuid}/terminate/`;
    const answer = await site.fake.fetch(url, { method: "POST", headers, body: "{}" });
    expect(answer.status).toBe(200);
    site.programs["usage"] = () => ({ amounts: { cpu: 33 } });
  };

  test("is sent before its program ends it", async () => {
    const site = endingSite();
    await end(site);
    let stored: unknown;
    site.programs["terminate"] = () => {
      stored = usagesOf(site, "a");
    };
    expect(await site.once()).toBe(true);
    expect(site.ran).toEqual(["usage a", "terminate a"]);
    expect(stored).toEqual({ cpu: "33.00" });
    expect(site.allocation("a").state).toBe("Terminated");
  });

  test("delays the end until it can be measured", async () => {
    const site = endingSite();
    await end(site);
    site.programs["usage"] = () => new Exit(75);
    expect(await site.once()).toBe(true);
    expect(site.ran).toEqual(["usage a"]);
    expect(site.allocation("a").state).not.toBe("Terminated");
    site.programs["usage"] = () => ({ amounts: { cpu: 33 } });
    expect(await site.once()).toBe(true);
    expect(usagesOf(site, "a")).toEqual({ cpu: "33.00" });
  });

  test("is left out if the allocation is gone, and lowers nothing that is stored", async () => {
    const site = endingSite();
    await end(site);
    site.programs["usage"] = () => ({ amounts: { cpu: 1 } });
    site.programs["exists"] = () => ({ exists: false });
    site.programs["terminate"] = () => new Exit(75);
    site.configure();
    expect(await site.once()).toBe(true);
    expect(site.ran).toEqual(["exists a", "terminate a"]);
    delete site.programs["exists"];
    site.programs["terminate"] = () => {};
    site.configure();
    expect(await site.once()).toBe(true);
    expect(usagesOf(site, "a")).toEqual({ cpu: "10.00" });
  });
});

describe("a report is due", () => {
  const at = (text: string) => Date.parse(text);
  const never = { reportedAt: 0, triedAt: 0 };
  const good = (text: string) => ({ reportedAt: at(text), triedAt: at(text) });
  test.each([
    ["at the first start", "2026-11-10T12:00Z", never, true],
    ["not again on the same day", "2026-11-10T23:59Z", good("2026-11-10T12:00Z"), false],
    ["not before its time of day", "2026-11-11T02:29Z", good("2026-11-10T12:00Z"), false],
    ["at its time of day", "2026-11-11T02:30Z", good("2026-11-10T12:00Z"), true],
    ["later, if it was missed", "2026-11-14T01:00Z", good("2026-11-10T12:00Z"), true],
    ["once more before the month ends", "2026-11-30T23:30Z", good("2026-11-30T02:30Z"), true],
    ["not so on other days", "2026-11-29T23:30Z", good("2026-11-29T02:30Z"), false],
    [
      "not at once after one that failed",
      "2026-11-11T02:40Z",
      { ...good("2026-11-10T12:00Z"), triedAt: at("2026-11-11T02:30Z") },
      false,
    ],
    [
      "a quarter of an hour after one that failed",
      "2026-11-11T02:45Z",
      { ...good("2026-11-10T12:00Z"), triedAt: at("2026-11-11T02:30Z") },
      true,
    ],
  ])("%s", (_, now, times, isDue) => {
    expect(isReportDue(at(now), times, "02:30", "UTC")).toBe(isDue);
  });

  test("by the time zone it is given", () => {
    const times = good("2026-11-10T12:00Z");
    expect(isReportDue(at("2026-11-11T00:30Z"), times, "02:30", "Europe/Helsinki")).toBe(true);
    expect(isReportDue(at("2026-11-30T21:30Z"), good("2026-11-30T12:00Z"), "02:30", "Europe/Helsinki")).toBe(
      true,
    );
  });
});
