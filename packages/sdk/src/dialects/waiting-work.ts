import { waitingWorkCurrent } from "./current/waiting-work.ts";
import { waitingWork2021 } from "./documented-2021/waiting-work.ts";
import type { ProviderApi } from "./provider-api.ts";
import type { WaitingWork } from "./waiting.ts";

/** What waits on a server: its orders, or in 2021 its allocations. Not part of `ProviderApi`, for few need it. */
export function waitingWork(api: ProviderApi): WaitingWork {
  return api.dialect === "2021" ? waitingWork2021(api) : waitingWorkCurrent(api);
}
