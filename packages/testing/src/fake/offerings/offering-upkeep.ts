/** What a provider changes at an offering, from 8.0 on: whether it is sold, and what it counts. */
import { filled } from "../../shapes.ts";
import type { Permission } from "../access/permissions.ts";
import { converted, nullable, optional, validated } from "../body/fields.ts";
import { amount, boolean, choice, integer, object, text, uuid } from "../body/types.ts";
import type { ApiCall } from "../http/call.ts";
import { badRequest, empty, notFound, ok, type Reply, ServerCrash } from "../http/reply.ts";
import { type Route, routes } from "../http/route.ts";
import { COMPONENT, type Offering, type OfferingComponent } from "../state/marketplace.ts";
import { BILLING_TYPES, type OfferingState } from "../state/words.ts";
import { checkBackendId } from "./backend-id-rules.ts";
import { changedOffering } from "./row.ts";

/** Moves an offering on, from the states that this is possible in. */
function move(
  permission: Permission,
  from: readonly OfferingState[],
  to: OfferingState,
): (call: ApiCall) => Reply {
  return (call) => {
    const offering = changedOffering(call, permission);
    if (!from.includes(offering.state)) throw badRequest(["Offering state is invalid."]);
    if (to === "Paused") {
      const fields = { paused_reason: optional(text({ allowBlank: true }), offering.paused_reason) };
      offering.paused_reason = validated(fields, call.body() ?? {}).paused_reason;
    }
    offering.state = to;
    return ok({ detail: "Offering state updated.", state: to });
  };
}

const number = optional(nullable(converted(amount(), Number)), null);
const words = optional(text({ allowBlank: true }), "");
const flag = optional(boolean(), false);

/** What the body says of a component; what it leaves out is as in a new one. */
function componentIn(call: ApiCall): Omit<OfferingComponent, "uuid"> {
  const { unit_factor: factor, ...columns } = validated(
    {
      type: text({ maxLength: 50 }),
      name: text({ maxLength: 150 }),
      billing_type: choice(BILLING_TYPES),
      description: words,
      measured_unit: words,
      article_code: words,
      unit_factor: optional(nullable(integer()), null),
      limit_period: optional(nullable(choice(["annual", "month", "quarterly", "total"])), null),
      limit_amount: number,
      max_value: number,
      min_value: number,
      max_available_limit: number,
      default_limit: number,
      is_boolean: flag,
      is_prepaid: flag,
    },
    call.body(),
  );
  return { ...columns, factor, is_builtin: false };
}

/** A second one of a type is an exception nobody catches. */
function refuseSecond({ components }: Offering, type: string, self?: OfferingComponent): void {
  if (components.some((row) => row !== self && row.type === type)) throw new ServerCrash();
}

function createComponent(call: ApiCall): Reply {
  const offering = changedOffering(call, "OFFERING.UPDATE_COMPONENTS");
  const columns = componentIn(call);
  refuseSecond(offering, columns.type);
  offering.components.push(filled(COMPONENT, { uuid: call.world.newUuid(), ...columns }));
  return empty(201);
}

/** The component that the body names. */
function namedComponent(call: ApiCall, { components }: Offering): OfferingComponent {
  const named = validated({ uuid: uuid() }, call.body());
  const found = components.find((row) => row.uuid === named.uuid);
  if (found === undefined) throw notFound();
  return found;
}

function updateComponent(call: ApiCall): Reply {
  const offering = changedOffering(call, "OFFERING.UPDATE_COMPONENTS");
  const row = namedComponent(call, offering);
  const columns = componentIn(call);
  refuseSecond(offering, columns.type, row);
  Object.assign(row, columns, { is_builtin: row.is_builtin });
  return empty(200);
}

/** Only while nothing has been made of the offering. */
function removeComponent(call: ApiCall): Reply {
  const offering = changedOffering(call, "OFFERING.UPDATE_COMPONENTS");
  const row = namedComponent(call, offering);
  if (call.store.resources.where("offering_uuid", offering.uuid).length > 0) {
    throw badRequest({ details: `The component ${row.name} cannot be removed because it is already used` });
  }
  offering.components.splice(offering.components.indexOf(row), 1);
  return empty(200);
}

function setObject(name: "backend_id_rules" | "backend_metadata"): (call: ApiCall) => Reply {
  return (call) => {
    const offering = changedOffering(call);
    offering[name] = validated({ [name]: optional(object(), offering[name]) }, call.body())[name] ?? {};
    return empty(200);
  };
}

function syncResources(call: ApiCall): Reply {
  changedOffering(call);
  return { status: 202, json: { status: "Resource sync has been scheduled." } };
}

export const offeringUpkeepRoutes: readonly Route[] = routes("marketplace-provider-offerings", {
  "POST {uuid}/pause/": move("OFFERING.PAUSE", ["Active"], "Paused"),
  "POST {uuid}/unpause/": move("OFFERING.UNPAUSE", ["Paused"], "Active"),
  "POST {uuid}/make_unavailable/": move("OFFERING.UPDATE", ["Active", "Paused"], "Unavailable"),
  "POST {uuid}/make_available/": move("OFFERING.UPDATE", ["Unavailable"], "Active"),
  "POST {uuid}/create_offering_component/": createComponent,
  "POST {uuid}/update_offering_component/": updateComponent,
  "POST {uuid}/remove_offering_component/": removeComponent,
  "POST {uuid}/update_backend_id_rules/": setObject("backend_id_rules"),
  "POST {uuid}/set_backend_metadata/": setObject("backend_metadata"),
  "POST {uuid}/sync_resources/": syncResources,
  "POST {uuid}/check_unique_backend_id/": checkBackendId,
});
