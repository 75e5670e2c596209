import type { Resource } from "../../entities.ts";
import type { World } from "../../http/api-call.ts";
import { ServerCrash } from "../../http/reply.ts";
import type { ResourceState } from "../../words.ts";
import { closePlanPeriod, openPlanPeriod } from "./plan-periods.ts";

const SOURCES_OF_OK: readonly ResourceState[] = ["Creating", "Erred", "Updating", "Terminating"];

/**
 * Every state but OK is reached from everywhere. OK from OK or Terminated is an exception nobody catches.
 * Leaving Creating for OK opens a plan period, arriving at Terminated closes it; other ways do neither.
 */
export function switchResource(world: World, resource: Resource, to: ResourceState): void {
  const from = resource.state;
  if (to === "OK" && !SOURCES_OF_OK.includes(from)) {
    throw new ServerCrash();
  }
  resource.state = to;
  resource.modified = world.timestamp();
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
