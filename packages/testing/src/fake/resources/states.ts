import { change, type World } from "../http/call.ts";
import { conflict, ServerCrash } from "../http/reply.ts";
import type { PlanPeriod, Resource } from "../state/marketplace.ts";
import type { ResourceState } from "../state/words.ts";

/** Refuses with 409 what is not possible in a row's state. */
export function demandState({ state }: { readonly state: string }, ...states: readonly string[]): void {
  if (!states.includes(state)) throw conflict(`Valid states for operation: ${states.join(", ")}.`);
}

const SOURCES_OF_OK: readonly ResourceState[] = ["Creating", "Erred", "Updating", "Terminating"];

/**
 * Every state but OK can follow any other. From OK or Terminated to OK the server crashes. A plan period opens when
 * Creating becomes OK, and closes at Terminated.
 */
export function switchResource(world: World, resource: Resource, to: ResourceState): void {
  const from = resource.state;
  if (to === "OK" && !SOURCES_OF_OK.includes(from)) {
    throw new ServerCrash(`Can't switch from state '${from === "OK" ? 2 : 6}' using method 'set_state_ok'`);
  }
  change(world, resource, { state: to });
  if (to === "OK" && from === "Creating") {
    openPlanPeriod(world, resource);
  }
  if (to === "Terminated" && from !== "Terminated") {
    closePlanPeriod(world, resource);
  }
}

/** Makes it OK unless it is already. */
export function settleAtOk(world: World, resource: Resource): void {
  if (resource.state !== "OK") {
    switchResource(world, resource, "OK");
  }
}

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

/** Closes the open period of the resource's plan; an open one of an earlier plan stays. */
export function closePlanPeriod(world: World, resource: Resource): void {
  for (const period of world.store.planPeriods.where("resource_uuid", resource.uuid)) {
    if (period.end === null && period.plan_uuid === resource.plan_uuid) {
      period.end = world.timestamp();
    }
  }
}

/** The plan period that a report for this moment belongs to: of those that cover it, the latest. */
export function periodAt(world: World, resource: Resource, time: Date): PlanPeriod | undefined {
  const begins = ({ start }: PlanPeriod): number => (start === null ? 0 : Date.parse(start));
  return world.store.planPeriods
    .where("resource_uuid", resource.uuid)
    .filter((period) => begins(period) <= time.getTime())
    .filter(({ end }) => end === null || Date.parse(end) > time.getTime())
    .sort((a, b) => begins(a) - begins(b))
    .at(-1);
}
