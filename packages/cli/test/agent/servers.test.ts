import { faults, injectFaults } from "@puhuri/testing";
import { describe, expect, test } from "vitest";
import { createSite, OFFERING, type Site, type SiteOptions } from "./site.ts";

const SERVERS: readonly SiteOptions[] = [
  { dialect: "2021" },
  { dialect: "current", generation: "2024-10" },
  { dialect: "current", generation: "2024-10", type: "Marketplace.Basic" },
  { dialect: "current" },
  { dialect: "current", type: "Marketplace.Basic" },
];

/** New allocations, and one that is to end. */
function busySite(options: SiteOptions): Site {
  const isOld = options.dialect === "2021";
  const site = createSite({
    ...options,
    seed: (seed) => {
      for (const name of ["new", "other"]) seed.allocation({ name, offering: OFFERING });
      const state = isOld ? "Terminating" : "OK";
      const ended = seed.allocation({ name: "ended", offering: OFFERING, state, backend_id: "hpc-ended" });
      if (!isOld) seed.order({ type: "Terminate", allocation: ended, state: "pending-provider" });
    },
  });
  const cluster = new Set(["ended"]);
  site.programs["create"] = ({ allocation }) => {
    cluster.add(allocation.name);
    return { backend_id: `hpc-${allocation.name}`, report: [{ header: "Login", body: "ssh login" }] };
  };
  site.programs["terminate"] = ({ allocation }) => void cluster.delete(allocation.name);
  site.programs["usage"] = () => ({ amounts: { cpu: 5 } });
  site.programs["exists"] = ({ allocation }) =>
    cluster.has(allocation.name)
      ? {
          exists: true,
          backend_id: `hpc-${allocation.name}`,
          report: [{ header: "Login", body: "ssh login" }],
        }
      : { exists: false };
  site.configure("every: 1h");
  return site;
}

function tracesOf({ fake }: Site) {
  return fake.state.resources.where("offering_uuid", OFFERING).map(({ uuid, name, state, backend_id }) => ({
    name,
    state,
    backend_id,
    usages: fake.state.componentUsages
      .where("resource_uuid", uuid)
      .filter(({ component_type }) => component_type === "cpu")
      .map(({ usage }) => Number(usage)),
  }));
}

function calmTraces({ dialect }: SiteOptions) {
  // A 2021 server has no plan period for what a provider has set OK: nothing can be reported of it.
  const usages = dialect === "2021" ? [] : [5];
  return [
    { name: "new", state: "OK", backend_id: "hpc-new", usages },
    { name: "other", state: "OK", backend_id: "hpc-other", usages },
    { name: "ended", state: "Terminated", backend_id: "hpc-ended", usages: [5] },
  ];
}

describe.each(SERVERS)("on a server of $dialect $generation $type, an agent", (options) => {
  test("carries out what waits, and reports usage", async () => {
    const site = busySite(options);
    expect(await site.once()).toBe(true);
    expect(tracesOf(site)).toEqual(calmTraces(options));
  });

  test("does the same with faults, a few passes later", async () => {
    for (let seed = 1; seed <= 5; seed++) {
      const site = busySite(options);
      const trouble = injectFaults(
        [
          { fault: faults.answerLost(), chance: 0.15 },
          { fault: faults.requestLost(), chance: 0.15 },
          { fault: faults.serverError(502), chance: 0.15 },
          { fault: faults.tooManyRequests({ retryAfter: 2 }), chance: 0.05 },
        ],
        { seed, sleep: async () => {} },
      );
      Object.assign(site.fake, { fetch: trouble.wrap(site.fake.fetch) });
      await site.run(30);
      expect(trouble.log.length).toBeGreaterThan(0);
      expect([seed, ...tracesOf(site)]).toEqual([seed, ...calmTraces(options)]);
    }
  });
});
