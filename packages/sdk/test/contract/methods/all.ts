import type { Contract, Method } from "../contract.ts";
import { bulkContracts } from "./bulk.ts";
import { offeringUserContracts } from "./offering-users.ts";
import { offeringContracts } from "./offerings.ts";
import { orderContracts } from "./orders.ts";
import { rawContracts } from "./raw.ts";
import { resourceContracts } from "./resources.ts";
import { serviceProviderContracts } from "./service-providers.ts";
import { usageContracts } from "./usages.ts";

const asked = { operation: "root_list", line: "GET /api/" };

const serverContracts: readonly Contract[] = [
  {
    says: "tells the generation, and the version where providers are told",
    call: (puhuri) => puhuri.server(),
    "2021": { requests: [asked], result: { dialect: "2021", version: undefined } },
    current: {
      requests: [asked, { operation: "version_get", line: "GET /api/version/" }],
      result: { dialect: "current", version: "8.1.3" },
    },
  },
];

/** The contracts of every method. */
export const contracts: Record<Method, readonly Contract[]> = {
  server: serverContracts,
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
