import type { PlanPeriod, Resource } from "../../entities.ts";
import type { World } from "../../http/api-call.ts";

export function openPlanPeriod(world: World, resource: Resource): void {
  if (resource.plan_uuid !== null) {
    world.store.planPeriods.add({
      uuid: world.newUuid(),
      resource_uuid: resource.uuid,
      plan_uuid: resource.plan_uuid,
      start: world.timestamp(),
      end: null,
    });
  }
}

/** Closes the open period of the resource's plan; one of a plan it had before stays open. */
export function closePlanPeriod(world: World, resource: Resource): void {
  for (const period of world.store.planPeriods.where("resource_uuid", resource.uuid)) {
    if (period.end === null && period.plan_uuid === resource.plan_uuid) {
      period.end = world.timestamp();
    }
  }
}

/** The period a report for this moment counts for: the latest of those that cover it. */
export function periodAt(world: World, resource: Resource, time: Date): PlanPeriod | undefined {
  const begins = ({ start }: PlanPeriod): number => (start === null ? 0 : Date.parse(start));
  return world.store.planPeriods
    .where("resource_uuid", resource.uuid)
    .filter((period) => begins(period) <= time.getTime())
    .filter(({ end }) => end === null || Date.parse(end) > time.getTime())
    .sort((a, b) => begins(a) - begins(b))
    .at(-1);
}
