import { demand, type Permission, providerScope } from "../access/permissions.ts";
import { seesOffering } from "../access/visibility.ts";
import type { ApiCall } from "../http/call.ts";
import { rowInPath } from "../http/route.ts";
import type { Offering } from "../state/marketplace.ts";

/** The offering of the path, when the caller may see it. */
export function offeringInPath(call: ApiCall): Offering {
  return rowInPath(call, "Offering", call.store.offerings, seesOffering(call.world, call.caller));
}

/** The same for those who may change it. */
export function changedOffering(call: ApiCall, permission: Permission = "OFFERING.UPDATE"): Offering {
  const offering = offeringInPath(call);
  demand(call, permission, providerScope(offering));
  return offering;
}
