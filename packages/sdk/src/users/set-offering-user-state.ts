import { type OfferingUserState, offeringUserStates } from "@puhuri/api-types";
import { InvalidTransitionError, UnsupportedByServerError } from "../errors.ts";
import { CALL_KEYS, type Call } from "../http/call.ts";
import type { OfferingUserCommand, Server } from "../servers/server.ts";
import { reached, refused, type Situation } from "../servers/states.ts";
import type { Pacing } from "../set-state/poller.ts";
import { afterWrites } from "../set-state/settle.ts";
import { type Course, takeSteps } from "../set-state/take-steps.ts";
import { requireKeys, requireObject, requireOneOf, requireText } from "../values/arguments.ts";

/** States that a provider can bring an offering user to. `Requested` is set by the server only. */
export type OfferingUserTarget = Exclude<OfferingUserState, "Requested">;

/** What the user is told about the new state of their offering user. */
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

const PENDING = ["Pending account linking", "Pending additional validation"] as const;
const LEAVING: readonly string[] = ["Requested deletion", "Deleting", "Deleted", "Error deleting"];

interface Step {
  readonly step: OfferingUserCommand;
  readonly from: readonly OfferingUserState[];
  readonly to: OfferingUserState;
}

const STEPS: readonly Step[] = [
  { step: "begin_creating", from: ["Requested", "Error creating"], to: "Creating" },
  {
    step: "set_pending_account_linking",
    from: ["Creating", "Error creating", "Pending additional validation"],
    to: "Pending account linking",
  },
  {
    step: "set_pending_additional_validation",
    from: ["Creating", "Error creating", "Pending account linking"],
    to: "Pending additional validation",
  },
  {
    step: "set_ok",
    from: ["Requested", "Creating", ...PENDING, "Error creating", "Error deleting"],
    to: "OK",
  },
  { step: "set_error_creating", from: ["Requested", "Creating", ...PENDING], to: "Error creating" },
  { step: "request_deletion", from: ["OK"], to: "Requested deletion" },
  { step: "set_deleting", from: ["Requested deletion", "Error deleting"], to: "Deleting" },
  { step: "set_deleted", from: ["Deleting"], to: "Deleted" },
  { step: "set_error_deleting", from: ["Requested deletion", "Deleting"], to: "Error deleting" },
];

/** What may be passed through on the way: any other state says something to the user, or to an operator. */
const PASSED: readonly string[] = ["Creating", "Requested deletion", "Deleting"];

/** The first step on the way from one state to another, if there is a way. */
function nextStep(from: string, to: string): OfferingUserCommand | undefined {
  const last = STEPS.filter((it) => it.to === to);
  const direct = last.find((it) => it.from.some((state) => state === from));
  if (direct !== undefined) return direct.step;
  for (const passed of last.flatMap((it) => it.from).filter((state) => PASSED.includes(state))) {
    const first = nextStep(from, passed);
    if (first !== undefined) return first;
  }
  return undefined;
}

/** How an offering user is brought to a state. */
export interface Way {
  readonly target: OfferingUserTarget;
  /** What the user is told, as far as it is to be changed. */
  readonly comment?: string;
  readonly comment_url?: string;
  /** It is on its way out: one that is not any more belongs to a member who has come back. */
  readonly isLeaving?: boolean;
}

/**
 * Checks all of it before anything is sent.
 *
 * @throws {InvalidArgumentError} There is no such state, or a text is none.
 */
export function checkWay(target: OfferingUserTarget, options: SetOfferingUserStateOptions): Way {
  requireOneOf(target, TARGETS, "state");
  requireObject(options, "options");
  requireKeys(options, { comment: true, commentUrl: true, ...CALL_KEYS }, "options");
  const { comment, commentUrl } = options;
  if (comment !== undefined) requireText(comment, "comment");
  if (commentUrl !== undefined) requireText(commentUrl, "commentUrl");
  return {
    target,
    ...(comment === undefined ? {} : { comment: comment.trim() }),
    ...(commentUrl === undefined ? {} : { comment_url: commentUrl.trim() }),
  };
}

const TARGETS = offeringUserStates.filter((state) => state !== "Requested");

/**
 * Brings an offering user to a state: reads where it stands, takes the next step, until it is there.
 *
 * @throws {InvalidTransitionError} There is no way, or the member has come back.
 * @throws {UnsupportedByServerError} The server keeps no states.
 */
export async function setOfferingUserState(
  { offeringUsers }: Server,
  uuid: string,
  { target, isLeaving = false, ...told }: Way,
  pacing: Pacing,
  call: Call,
): Promise<OfferingUserStateResult> {
  let row: OfferingUserRow = {};
  let hasLeft = isLeaving;
  const course: Course = {
    goal: target,
    wishes: { message: "", traceback: "", onPending: undefined },
    reading: { operation: "offering_users_get", path: "/api/marketplace-offering-users/{uuid}/" },
    async read(reading) {
      row = await offeringUsers.get(uuid, COLUMNS, reading);
      if (row.state === undefined) throw withoutStates();
      return situationOf(uuid, row.state);
    },
    next({ resource: { state } }) {
      hasLeft ||= LEAVING.includes(state) && LEAVING.includes(target);
      if (state === target) return reached;
      const step = hasLeft && !LEAVING.includes(state) ? undefined : nextStep(state, target);
      if (step === undefined) return refused(noWay(state, target, hasLeft));
      return { kind: "step", step: "command" };
    },
    async take(_move, { resource: { state } }, taking) {
      const step = nextStep(state, target);
      if (step !== undefined) await offeringUsers.advance(uuid, step, told, taking);
      return { kind: "done" };
    },
  };
  const first = await course.read(call);
  const arrival = await takeSteps(course, first, pacing, call);
  const untold = untoldIn(told, row);
  const isTold = Object.keys(untold).length === 0;
  if (!isTold) {
    await offeringUsers.setComments(uuid, untold, call).catch((error: unknown) => {
      throw arrival.hasWritten
        ? afterWrites(error, `The offering user is ${target}, but its user was not told why.`)
        : error;
    });
  }
  const from = first.resource.state;
  return {
    outcome: arrival.hasWritten || !isTold || from !== target ? "changed" : "unchanged",
    from,
    to: target,
    username: row.username ?? "",
  };
}

const COLUMNS = ["uuid", "state", "username", "service_provider_comment", "service_provider_comment_url"];

/** A row with these columns; none is sure to be there. */
interface OfferingUserRow {
  readonly state?: string;
  readonly username?: string | null;
  readonly service_provider_comment?: string;
  readonly service_provider_comment_url?: string;
}

function situationOf(uuid: string, state: string): Situation {
  return { resource: { uuid, name: "", state, backend_id: "" }, offeringType: "", orders: [] };
}

/** What the user is to be told and is not yet. */
function untoldIn({ comment, comment_url }: Omit<Way, "target">, row: OfferingUserRow) {
  const { service_provider_comment = "", service_provider_comment_url = "" } = row;
  return {
    ...(comment === undefined || comment === service_provider_comment
      ? {}
      : { service_provider_comment: comment }),
    ...(comment_url === undefined || comment_url === service_provider_comment_url
      ? {}
      : { service_provider_comment_url: comment_url }),
  };
}

function withoutStates(): UnsupportedByServerError {
  return new UnsupportedByServerError(
    "This server keeps no states of offering users: only servers from 8.x on do.",
    {
      operation: "offering_users_begin_creating",
      instead:
        "puhuri.offeringUsers.ensure() gives a user their user name, and processOfferingUsers() reads the team.",
    },
  );
}

function noWay(from: string, to: string, hasLeft: boolean): InvalidTransitionError {
  const why =
    hasLeft && !LEAVING.includes(from)
      ? "The user has come back to the project, and the server has restored their user name."
      : from === "Deleted"
        ? "The server requests it anew once the user is a project member again."
        : "A provider cannot take this step.";
  return new InvalidTransitionError(`The offering user is ${from}, and cannot become ${to}. ${why}`, {
    from,
    to,
  });
}
