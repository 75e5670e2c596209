import { SeedError } from "../../errors.ts";
import { money, planCost } from "../money/costs.ts";
import type { Offering, Plan, Resource } from "../state/marketplace.ts";
import * as rows from "../state/rows.ts";
import { uuidOf } from "../state/values.ts";
import { type Ground, oneOf } from "./ground.ts";
import type { AllocationSeed } from "./inputs.ts";
import { plantOfferingUsersOfMembers } from "./offerings.ts";
import { plantOrdersOf } from "./orders.ts";

/** An allocation with all that belongs to it: its orders, its plan period, what was reported this month. */
export function plantAllocation(ground: Ground, seed: AllocationSeed): Resource {
  const { store } = ground;
  const {
    offering: of,
    project: to,
    plan: by,
    usages = {},
    order,
    plan_period,
    state = "Creating",
    ...columns
  } = seed;
  const offering = ground.resolve(store.offerings, of, "offering");
  const project = ground.resolve(store.projects, to, "project");
  const plan = planOf(ground, offering, by);
  const resource = store.resources.add(
    rows.resource({
      offering_uuid: offering.uuid,
      project_uuid: project.uuid,
      plan_uuid: plan?.uuid ?? null,
      cost: plan === undefined ? null : money(planCost(offering, plan, columns.limits ?? {})),
      created: ground.nextTime(),
      state,
      ...columns,
    }),
  );
  if (order !== null) {
    plantOrdersOf(ground, resource, order ?? {});
  }
  if (plan !== undefined && plan_period !== null && (state !== "Creating" || plan_period !== undefined)) {
    store.planPeriods.add({
      uuid: uuidOf("plan period", resource.uuid),
      resource_uuid: resource.uuid,
      plan_uuid: plan.uuid,
      start: resource.created,
      end: state === "Terminated" ? ground.nextTime() : null,
      ...plan_period,
    });
  }
  plantUsages(ground, resource, offering, usages);
  plantOfferingUsersOfMembers(ground, resource);
  return resource;
}

function planOf(ground: Ground, offering: Offering, by: AllocationSeed["plan"]): Plan | undefined {
  const plans = ground.store.plans.where("offering_uuid", offering.uuid);
  if (by === null) {
    return undefined;
  }
  return by === undefined ? plans[0] : oneOf(plans, by, "plan");
}

function plantUsages(
  ground: Ground,
  resource: Resource,
  offering: Offering,
  usages: Record<string, number | string>,
): void {
  for (const [type, amount] of Object.entries(usages)) {
    if (!offering.components.some((component) => component.type === type)) {
      const known = offering.components.map((component) => component.type).join(", ");
      throw new SeedError(`usages.${type}`, `the offering has no such component; it has ${known}`);
    }
    const usage = Number(amount).toFixed(2);
    const created = ground.nextTime();
    const row = rows.componentUsage({
      uuid: uuidOf("usage", resource.uuid, type),
      resource_uuid: resource.uuid,
      component_type: type,
      plan_period_uuid: ground.store.planPeriods.where("resource_uuid", resource.uuid).at(-1)?.uuid ?? null,
      billing_period: ground.world.month(ground.now),
      usage,
      date: created,
      created,
    });
    ground.store.componentUsages.add(row);
    resource.current_usages[type] = usage;
  }
}
