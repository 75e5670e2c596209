import fc from "fast-check";
import { lanesOf, withOwnValues } from "./any-calls.ts";
import { anyFaults, briefFaults } from "./any-faults.ts";
import type { Plan } from "./run.ts";
import { type Server, situationsOf } from "./scene.ts";

/** Any plan for a server: two clients, and everything that can go wrong. */
export function plansOf(server: Server): fc.Arbitrary<Plan> {
  return planned(server, {
    lateBy: server === "2021" ? fc.constant(0) : fc.constantFrom(0, 0, 1, 4),
    lanes: fc.tuple(lanesOf(server, 4), lanesOf(server, 4), lanesOf(server, 2)),
    faults: anyFaults,
    choices: fc.array(fc.nat(5), { maxLength: 60, size: "max" }),
  });
}

/** A plan for one client alone, and a few things going wrong that are over soon. */
export function quietPlansOf(server: Server): fc.Arbitrary<Plan> {
  return planned(server, {
    lateBy: fc.constant(0),
    lanes: fc.tuple(lanesOf(server, 5)),
    faults: briefFaults,
    choices: fc.constant([]),
  });
}

type Parts = { readonly [Part in Exclude<keyof Plan, "server" | "situations">]: fc.Arbitrary<Plan[Part]> };

function planned(server: Server, parts: Parts): fc.Arbitrary<Plan> {
  const situation = fc.constantFrom(...situationsOf(server));
  return fc
    .record({ ...parts, situations: fc.array(situation, { minLength: 1, maxLength: 2 }) })
    .map((plan) => ({
      ...plan,
      server,
      lanes: plan.lanes.map((calls, by) =>
        calls.map((call, place) => withOwnValues(call, by, place, plan.situations.length)),
      ),
    }));
}
