import { demandStaff } from "./access/permissions.ts";
import { type ApiCall, urlOf } from "./http/call.ts";
import { list } from "./http/list.ts";
import { ok, type Reply } from "./http/reply.ts";
import { rootNames } from "./http/root-names.ts";
import { type Endpoint, endpointsOf, type Route, routes } from "./http/route.ts";
import { agentRoutes } from "./kept/agents.ts";
import { keptRoutes } from "./kept/kept.ts";
import { plainActionRoutes } from "./kept/plain-actions.ts";
import { offeringUserRoutes } from "./offerings/offering-users.ts";
import { offeringRoutes } from "./offerings/offerings.ts";
import { customerOrderRoutes } from "./orders/customer-orders.ts";
import { orderRoutes } from "./orders/orders.ts";
import { pluginRoutes } from "./orders/plugin.ts";
import { memberRoutes } from "./people/roles.ts";
import { serviceProviderRoutes } from "./people/service-providers.ts";
import { userRoutes } from "./people/users.ts";
import { resourceActionRoutes } from "./resources/actions.ts";
import { membershipRoutes } from "./resources/membership.ts";
import { resourceRoutes } from "./resources/resources.ts";
import type { JsonObject } from "./state/values.ts";
import type { Generation } from "./state/words.ts";
import { usageRoutes } from "./usages/usages.ts";
import { userLimitRoutes } from "./usages/user-limits.ts";
import { userUsageRoutes } from "./usages/user-usages.ts";

function listRoot(call: ApiCall): Reply {
  const names = rootNames(call.world.generation);
  return ok(Object.fromEntries(names.map((name) => [name, urlOf(call, `${name}/`)])));
}

/** What `/api/version/` answers. */
const VERSIONS: Readonly<Record<Generation, JsonObject>> = {
  "2021": { version: "0.0.0" },
  "2024-10": { version: "2024-10" },
  "8.0": { version: "8.0.9", latest_version: "8.1.3" },
  "8.1": { version: "8.1.3", latest_version: "8.1.3" },
};

function showVersion(call: ApiCall): Reply {
  if (call.world.generation === "2024-10") demandStaff(call);
  return ok(VERSIONS[call.world.generation]);
}

const ROUTES: readonly Route[] = [
  ...routes("", { GET: listRoot }),
  ...routes("version", { GET: showVersion }, { before: "2024-10", isPublic: true, allow: "GET, OPTIONS" }),
  ...routes("version", { GET: showVersion }, { since: "2024-10", allow: "GET, OPTIONS" }),
  // On a 2021 server this list is for customers; a provider's is empty.
  ...routes(
    "marketplace-orders",
    { GET: (call) => list([], { columns: () => ({}) }, call) },
    { before: "2024-10" },
  ),
  ...resourceRoutes,
  ...resourceActionRoutes,
  ...membershipRoutes,
  ...offeringRoutes,
  ...orderRoutes,
  ...customerOrderRoutes,
  ...pluginRoutes,
  ...usageRoutes,
  ...userUsageRoutes,
  ...userLimitRoutes,
  ...offeringUserRoutes,
  ...serviceProviderRoutes,
  ...userRoutes,
  ...memberRoutes,
  ...agentRoutes,
  ...keptRoutes,
  ...plainActionRoutes,
];

/** Everything a server of the generation answers, as far as the SDK and the recordings touch it. */
export function endpointsAt(generation: Generation): readonly Endpoint[] {
  return endpointsOf(ROUTES, generation);
}
