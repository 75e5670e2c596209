import { type OfferingUser, type OfferingUserState, offeringUserStates } from "@puhuri/api-types";
import { InvalidTransitionError, UnsupportedByServerError } from "../errors.ts";
import { CALL_KEYS, type Call } from "../http/call.ts";
import type { OfferingUserCommand, Server } from "../servers/server.ts";
import { type Course, reached, refused, withoutOrders } from "../servers/states.ts";
import { takeSteps } from "../set-state/engine.ts";
import type { Pacing } from "../set-state/poll.ts";
import { afterWrites } from "../set-state/settle.ts";
import { requireKeys, requireObject, requireOneOf, requireText } from "../values/arguments.ts";

/** States that a provider can bring an offering user to. `Requested` is set by the server only. */
export type OfferingUserTarget = Exclude<OfferingUserState, "Requested">;

/** What the user gets to read about the new state. */
export interface SetOfferingUserStateOptions {
  /** Why, and what they have to do. The server clears it once the offering user is OK. */
  readonly comment?: string | undefined;
  /** Where they can do it. */
  readonly commentUrl?: string | undefined;
}

/** What became of an offering user. */
export interface OfferingUserStateResult {
  /** `unchanged`: it was in that state already, and nothing was written. */
  readonly outcome: "changed" | "unchanged";
  readonly from: string;
  readonly to: string;
  /** The user name; `""` if there is none yet. */
  readonly username: string;
}

/** States that ask the user for something. */
const LINKING = "Pending account linking";
const VALIDATION = "Pending additional validation";

/** The commands, with the states they start from and the one they end in. */
const STEPS: readonly (readonly [OfferingUserCommand, readonly OfferingUserState[], OfferingUserState])[] = [
  ["begin_creating", ["Requested", "Error creating"], "Creating"],
  ["set_pending_account_linking", ["Creating", "Error creating", VALIDATION], LINKING],
  ["set_pending_additional_validation", ["Creating", "Error creating", LINKING], VALIDATION],
  ["set_ok", ["Requested", "Creating", LINKING, VALIDATION, "Error creating", "Error deleting"], "OK"],
  ["set_error_creating", ["Requested", "Creating", LINKING, VALIDATION], "Error creating"],
  ["request_deletion", ["OK"], "Requested deletion"],
  ["set_deleting", ["Requested deletion", "Error deleting"], "Deleting"],
  ["set_deleted", ["Deleting"], "Deleted"],
  ["set_error_deleting", ["Requested deletion", "Deleting"], "Error deleting"],
];

/** States that may be passed through: the others mean something to the user, or to an operator. */
const PASSED: readonly string[] = ["Creating", "Requested deletion", "Deleting"];

const LEAVING: readonly string[] = ["Requested deletion", "Deleting", "Deleted", "Error deleting"];

/** The first command on the way from one state to another; undefined if there is no way. */
function commandTo(to: string, from: string): OfferingUserCommand | undefined {
  const last = STEPS.filter(([, , end]) => end === to);
  const direct = last.find(([, starts]) => starts.some((state) => state === from));
  if (direct !== undefined) return direct[0];
  for (const passed of last.flatMap(([, starts]) => starts).filter((state) => PASSED.includes(state))) {
    const first = commandTo(passed, from);
    if (first !== undefined) return first;
  }
  return undefined;
}

/**
 * Checks the arguments before anything is sent.
 *
 * @throws {InvalidArgumentError} There is no such state, or `comment` or `commentUrl` is not text.
 */
export function checkUserState(target: OfferingUserTarget, options: SetOfferingUserStateOptions): void {
  requireOneOf(target, TARGETS, "state");
  requireObject(options, "options");
  requireKeys(options, { comment: true, commentUrl: true, ...CALL_KEYS }, "options");
  const { comment, commentUrl } = options;
  if (comment !== undefined) requireText(comment, "comment");
  if (commentUrl !== undefined) requireText(commentUrl, "commentUrl");
}

const TARGETS = offeringUserStates.filter((state) => state !== "Requested");

/**
 * Brings an offering user to a state: reads how it stands, takes the next step, until it is there. Then writes the texts, if
 * others are stored.
 *
 * @param isLeaving - Whether it was being deleted before: if it no longer is, the user has come back.
 * @throws {InvalidTransitionError} It cannot get there, or the user has come back.
 * @throws {UnsupportedByServerError} The server has no states of offering users.
 */
export async function setOfferingUserState(
  { offeringUsers }: Server,
  uuid: string,
  target: OfferingUserTarget,
  { isLeaving = false, ...options }: SetOfferingUserStateOptions & { readonly isLeaving?: boolean },
  pacing: Pacing,
  call: Call,
): Promise<OfferingUserStateResult> {
  const comment = options.comment?.trim();
  const commentUrl = options.commentUrl?.trim();
  let row: Partial<OfferingUser> = {};
  let hasLeft = isLeaving;
  const course: Course = {
    goal: target,
    reading: { operation: "offering_users_get", path: "/api/marketplace-offering-users/{uuid}/" },
    async read(reading) {
      row = await offeringUsers.get(uuid, COLUMNS, reading);
      if (row.state === undefined) throw hasNoStates();
      return withoutOrders({ uuid, name: "", state: row.state, backend_id: "" });
    },
    next({ resource: { state } }) {
      const isBack = hasLeft && !LEAVING.includes(state);
      hasLeft ||= LEAVING.includes(state) && LEAVING.includes(target);
      if (state === target) return reached;
      return isBack || commandTo(target, state) === undefined
        ? refused(noWay(state, target, isBack))
        : { kind: "step", step: "command" };
    },
    async take(_move, { resource: { state } }, taking) {
      const command = commandTo(target, state);
      const texts = { comment, comment_url: commentUrl };
      if (command !== undefined) await offeringUsers.advance(uuid, command, texts, taking);
      return {};
    },
  };
  const first = await course.read(call);
  const { hasWritten } = await takeSteps(course, first, pacing, call);
  const { service_provider_comment: stored = "", service_provider_comment_url: storedUrl = "" } = row;
  const texts = {
    service_provider_comment: comment === stored ? undefined : comment,
    service_provider_comment_url: commentUrl === storedUrl ? undefined : commentUrl,
  };
  const isUpToDate = Object.values(texts).every((text) => text === undefined);
  if (!isUpToDate) {
    await offeringUsers.setComments(uuid, texts, call).catch((error: unknown) => {
      throw hasWritten
        ? afterWrites(error, `The offering user is ${target}, but without the comment.`)
        : error;
    });
  }
  const from = first.resource.state;
  return {
    outcome: hasWritten || !isUpToDate || from !== target ? "changed" : "unchanged",
    from,
    to: target,
    username: row.username ?? "",
  };
}

const COLUMNS = ["uuid", "state", "username", "service_provider_comment", "service_provider_comment_url"];

function hasNoStates(): UnsupportedByServerError {
  return new UnsupportedByServerError(
    "This server has no states of offering users: only 8.x servers have them.",
    {
      operation: "offering_users_begin_creating",
      instead:
        "puhuri.offeringUsers.ensure() gives a user their user name, and processOfferingUsers() reads the team.",
    },
  );
}

function noWay(from: string, to: string, isBack: boolean): InvalidTransitionError {
  const why = isBack
    ? "The user has come back to the project, and the server has restored their user name."
    : from === "Deleted"
      ? "The server requests it again once the user is back in the project."
      : "A provider cannot take this step.";
  return new InvalidTransitionError(`The offering user is ${from}, and cannot become ${to}. ${why}`, {
    from,
    to,
  });
}
