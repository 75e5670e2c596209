import type { Resource } from "../../entities.ts";
import type { World } from "../../http/api-call.ts";
import type { ResourceState } from "../../words.ts";

/** What a provider may ask for. */
export const PROVIDER_STATES = ["ok", "erred", "terminated"] as const;
export type ProviderState = (typeof PROVIDER_STATES)[number];

const TARGETS: Readonly<Record<ProviderState, ResourceState>> = {
  ok: "OK",
  erred: "Erred",
  terminated: "Terminated",
};
const SOURCES_OF_OK: readonly ResourceState[] = ["Creating", "Updating", "Erred"];

/** Only `ok` has forbidden sources; `erred` and `terminated` are reached from everywhere, themselves included. */
export function maySwitch(from: ResourceState, to: ProviderState): boolean {
  return to !== "ok" || SOURCES_OF_OK.includes(from);
}

/** The column changes and nothing else: no order, no new plan period. Termination closes open plan periods. */
export function switchState(world: World, resource: Resource, to: ProviderState): void {
  const from = resource.state;
  resource.state = TARGETS[to];
  resource.modified = world.timestamp();
  if (to === "terminated" && from !== "Terminating" && from !== "Terminated") {
    for (const period of world.store.planPeriods.where("resource_uuid", resource.uuid)) {
      period.end ??= world.timestamp();
    }
  }
}
