import type { Contract, Method } from "../contract.ts";
import { bulkContracts } from "./bulk.ts";
import { offeringUserContracts } from "./offering-users.ts";
import { offeringContracts } from "./offerings.ts";
import { orderContracts } from "./orders.ts";
import { rawContracts } from "./raw.ts";
import { resourceContracts } from "./resources.ts";
import { serviceProviderContracts } from "./service-providers.ts";
import { usageContracts } from "./usages.ts";

/** The contracts of every method. */
export const contracts: Record<Method, readonly Contract[]> = {
  ...resourceContracts,
  ...offeringContracts,
  ...usageContracts,
  ...offeringUserContracts,
  ...orderContracts,
  ...serviceProviderContracts,
  ...bulkContracts,
};
/** The same one by one, and those of the raw client. */
export const cases = [
  ...Object.entries<readonly Contract[]>(contracts),
  ["api", rawContracts] as const,
].flatMap(([method, list]) => list.map((contract) => ({ method, ...contract })));
