import { demand, providerScope } from "../access/permissions.ts";
import { optional, validated } from "../body/fields.ts";
import { boolean, choice, text } from "../body/types.ts";
import type { ApiCall } from "../http/call.ts";
import { badRequest, conflict, empty, ok, type Reply } from "../http/reply.ts";
import { action, type Route, route, served } from "../http/route.ts";
import type { OfferingUser } from "../state/marketplace.ts";
import { offeringOf } from "../state/relations.ts";
import { type OfferingUserState, RUNTIME_STATES } from "../state/words.ts";
import { clearComments, offeringUserInPath } from "./accounts.ts";

/** A way from one state to another. */
interface Way {
  readonly from: readonly OfferingUserState[];
  readonly to: OfferingUserState;
}

const PENDING: readonly OfferingUserState[] = ["Pending account linking", "Pending additional validation"];

const WAYS: Readonly<Record<string, Way>> = {
  begin_creating: { from: ["Requested", "Error creating"], to: "Creating" },
  set_pending_account_linking: {
    from: ["Creating", "Error creating", "Pending additional validation"],
    to: "Pending account linking",
  },
  set_pending_additional_validation: {
    from: ["Creating", "Error creating", "Pending account linking"],
    to: "Pending additional validation",
  },
  set_validation_complete: { from: PENDING, to: "OK" },
  set_ok: { from: ["Requested", "Creating", ...PENDING, "Error creating", "Error deleting"], to: "OK" },
  set_error_creating: { from: ["Requested", "Creating", ...PENDING], to: "Error creating" },
  request_deletion: { from: ["OK"], to: "Requested deletion" },
  set_deleting: { from: ["Requested deletion", "Error deleting"], to: "Deleting" },
  set_deleted: { from: ["Deleting"], to: "Deleted" },
  set_error_deleting: { from: ["Requested deletion", "Deleting"], to: "Error deleting" },
};

/** The offering user of the path, for whoever may change those of its offering. */
function ownAccount(call: ApiCall): OfferingUser {
  const row = offeringUserInPath(call);
  demand(call, "OFFERING.UPDATE_USER", providerScope(offeringOf(row, call)));
  return row;
}

function change(call: ApiCall, row: OfferingUser, columns: Partial<OfferingUser>): Reply {
  Object.assign(row, columns, { modified: call.world.timestamp() });
  return empty(200);
}

/** An offering user that was being deleted while its user came back is restored, and not deleted any further. */
function move(call: ApiCall, { from, to }: Way): Reply {
  const row = ownAccount(call);
  const told = PENDING.includes(to) ? commentsIn(call, "comment", "comment_url") : {};
  if (!from.includes(row.state)) {
    const isOfDeletion = ["Deleting", "Deleted", "Error deleting"].includes(to);
    throw isOfDeletion && row.is_restored
      ? conflict("The user has regained access to the project, and the offering user was restored.")
      : badRequest({ detail: `Cannot transition to ${to}.` });
  }
  if (to === "OK") clearComments(row);
  return change(call, row, { ...told, state: to, is_restored: false });
}

/** What the user is told; what a body leaves out stays. */
function commentsIn(call: ApiCall, comment: string, url: string): Partial<OfferingUser> {
  const words = optional(text({ allowBlank: true }), undefined);
  const { [comment]: about, [url]: at } = validated({ [comment]: words, [url]: words }, call.body());
  return {
    ...(about === undefined ? {} : { service_provider_comment: about }),
    ...(at === undefined ? {} : { service_provider_comment_url: at }),
  };
}

const ofComments = ["service_provider_comment", "service_provider_comment_url"] as const;

function updateComments(call: ApiCall): Reply {
  const row = ownAccount(call);
  change(call, row, commentsIn(call, ...ofComments));
  const { service_provider_comment, service_provider_comment_url } = row;
  return ok({ service_provider_comment, service_provider_comment_url });
}

function updateRestricted(call: ApiCall): Reply {
  const row = ownAccount(call);
  return change(call, row, validated({ is_restricted: boolean() }, call.body()));
}

function updateRuntimeState(call: ApiCall): Reply {
  const row = ownAccount(call);
  const { runtime_state } = validated({ runtime_state: choice(RUNTIME_STATES) }, call.body());
  const told = commentsIn(call, ...ofComments);
  if (row.state === "Deleted") throw badRequest({ detail: "The offering user is deleted." });
  return change(call, row, { ...told, runtime_state });
}

const ONE = "marketplace-offering-users/{uuid}";

/** The life of an offering user, which only newest servers follow. */
export const accountLifeRoutes: readonly Route[] = served(
  { since: "8.0" },
  ...Object.entries(WAYS).map(([name, way]) =>
    route(`${ONE}/${name}/`, { POST: action(`offering_users_${name}`, (call) => move(call, way)) }),
  ),
  route(`${ONE}/update_restricted/`, { POST: action("offering_users_update_restricted", updateRestricted) }),
  route(`${ONE}/update_runtime_state/`, {
    POST: action("offering_users_update_runtime_state", updateRuntimeState),
  }),
  route(`${ONE}/update_comments/`, { PATCH: action("offering_users_update_comments", updateComments) }),
);
