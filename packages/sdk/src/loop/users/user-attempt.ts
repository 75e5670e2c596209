import { InvalidTransitionError, NotFoundError } from "../../errors.ts";
import type { Context } from "../../nouns/context.ts";
import type { OfferingUserTarget, SetOfferingUserStateOptions } from "../../users/set-offering-user-state.ts";
import { isToWait } from "../answers.ts";
import type { HandlerContext } from "../handlers.ts";
import { Attempt, type AttemptOptions, type Ending, skipped } from "../pass.ts";
import {
  checkLogin,
  type OfferingUserFailed,
  type OfferingUserHandlers,
  type PendingUser,
  type UserAtOffering,
} from "./handlers.ts";
import {
  isToCreate,
  isToDelete,
  readMembers,
  type Site,
  userColumns,
  type WaitingUser,
} from "./waiting-users.ts";

/** What a pass did with a user, in this order. */
export type OfferingUserStep =
  | "request"
  | "begin"
  | "create"
  | "tell-user"
  | "set-username"
  | "set-ok"
  | "begin-deleting"
  | "remove"
  | "set-deleted"
  | "delete"
  | "mark-erred";

type UserEnding = Ending<OfferingUserFailed>;

/**
 * Work on one user.
 *
 * On 8.x servers Creating and Deleting are written before a handler is called, so that a user who leaves while their
 * login is being created is found again.
 */
export class UserAttempt extends Attempt<OfferingUserStep> {
  user: UserAtOffering;
  readonly #site: Site;
  readonly #handlers: OfferingUserHandlers;
  readonly #waiting: WaitingUser;
  readonly #given: HandlerContext;

  constructor(
    context: Context,
    site: Site,
    handlers: OfferingUserHandlers,
    waiting: WaitingUser,
    options: AttemptOptions,
  ) {
    super(context, options);
    this.#site = site;
    this.#handlers = handlers;
    this.#waiting = waiting;
    this.user = waiting.user;
    this.#given = { idempotencyKey: waiting.user.user_uuid, signal: options.signal };
  }

  async carryOut(): Promise<UserEnding> {
    if (!(await this.#look())) return DEALT_WITH;
    return this.#waiting.kind === "create" ? this.#create() : this.#remove();
  }

  /**
   * Reads the offering user again, on servers with states: somebody may have dealt with it since it was listed.
   *
   * @returns Whether it still exists.
   */
  async #look(): Promise<boolean> {
    const { uuid, state } = this.user;
    if (uuid === undefined || state === undefined) return true;
    try {
      const row: Partial<UserAtOffering> = await this.send(({ offeringUsers }, call) =>
        offeringUsers.get(uuid, userColumns, call),
      );
      this.user = { ...this.user, ...row, username: row.username ?? "" };
      return true;
    } catch (error) {
      if (!(error instanceof NotFoundError) || error.routeMissing) throw error;
      return false;
    }
  }

  async #create(): Promise<UserEnding> {
    const { state } = this.user;
    if (state !== undefined && !isToCreate(state)) return DEALT_WITH;
    if (!(await this.#begin())) return DEALT_WITH;
    const given = await this.#askForLogin();
    if (given === "wait") return { outcome: "waiting" };
    if (given === undefined) return { outcome: "done" };
    return "state" in given ? this.#tellUser(given) : this.#name(given.username);
  }

  /** @returns Undefined in a dry run. */
  async #askForLogin(): Promise<{ readonly username: string } | PendingUser | "wait" | undefined> {
    const answer = await this.step("create", () => this.#handlers.create(this.user, this.#given));
    if (answer === "wait") return "wait";
    return this.dryRun ? undefined : checkLogin(answer);
  }

  /**
   * Writes that the work has begun: a user who leaves from now on is found again.
   *
   * @returns Whether there is still something to do.
   */
  async #begin(): Promise<boolean> {
    const { uuid, state } = this.user;
    if (state === "Requested") return this.#setState("begin", "Creating");
    // On a 2021 server a user name can only be given on creation.
    const isNamedLater = await this.send(async ({ offeringUsers }) => offeringUsers.onePerUser);
    if (state !== undefined || uuid !== undefined || !isNamedLater) return true;
    const made = await this.step("request", () => this.#ensure({}));
    if (made?.uuid !== undefined) this.user = { ...this.user, uuid: made.uuid, username: made.username };
    return true;
  }

  #ensure(named: { readonly username?: string }) {
    const { puhuri, offering_uuid: offering } = this.#site;
    return puhuri.offeringUsers.ensure({ offering, user: this.user.user_uuid, ...named }, this.options);
  }

  async #tellUser({ state, ...texts }: PendingUser): Promise<UserEnding> {
    const isSet = this.user.state === undefined || (await this.#setState("tell-user", state, texts));
    return isSet ? { outcome: "waiting" } : DEALT_WITH;
  }

  async #name(username: string): Promise<UserEnding> {
    const { uuid = "", state } = this.user;
    if (state === undefined) {
      await this.step("set-username", () => this.#ensure({ username }));
      this.user = { ...this.user, username };
      return { outcome: "done" };
    }
    if (username !== this.user.username) {
      const row = await this.step("set-username", () =>
        this.send(({ offeringUsers }, call) => offeringUsers.setUsername(uuid, username, call)),
      );
      this.user = { ...this.user, username, state: row?.state ?? state };
    }
    // The server sets it OK only when the user name is new.
    if (this.user.state === "OK") return { outcome: "done" };
    if (await this.#setState("set-ok", "OK")) return { outcome: "done" };
    // No later pass finds a Deleted one.
    if (this.user.state === "Deleted") await this.#takeAway();
    return skipped("The user has left in the meantime.");
  }

  async #remove(): Promise<UserEnding> {
    const { state = "" } = this.user;
    const isLeaving = isToDelete(state);
    if (this.#handlers.remove === undefined) return skipped("There is no handler for this (remove).");
    if (!isLeaving) {
      if (!this.#waiting.isMissing || state === "Deleted" || state === "Error deleting") return DEALT_WITH;
      if ((await readMembers(this.#site, this.options)).has(this.user.user_uuid)) return BACK;
      if (state !== "OK") return this.#removeRow();
    }
    if (state !== "Deleting" && !(await this.#setState("begin-deleting", "Deleting", { isLeaving }))) {
      return this.user.state === "Deleted" ? DEALT_WITH : BACK;
    }
    if (await this.#takeAway()) return { outcome: "waiting" };
    return this.#setDeleted();
  }

  /** @returns Whether the handler has only begun. */
  async #takeAway(): Promise<boolean> {
    const answer = await this.step("remove", () => this.#handlers.remove?.(this.user, this.#given));
    return isToWait("remove", answer);
  }

  async #setDeleted(): Promise<UserEnding> {
    const isDeleted = await this.#setState("set-deleted", "Deleted", { isLeaving: true });
    if (isDeleted) return { outcome: "done" };
    if (this.user.state !== "OK") return BACK;
    // The server shows the login as usable, so create it again.
    const given = await this.#askForLogin();
    if (given === "wait") return { outcome: "waiting" };
    if (given !== undefined && "username" in given) await this.#name(given.username);
    return BACK;
  }

  /** An offering user that never became OK, or is on a server without states, is deleted in one step. */
  async #removeRow(): Promise<UserEnding> {
    const { uuid, state } = this.user;
    if (state === "Requested") return skipped("The user has left before anything was begun.");
    if (await this.#takeAway()) return { outcome: "waiting" };
    if (uuid === undefined) return { outcome: "done" };
    await this.step("delete", () =>
      this.send(({ offeringUsers }, call) => offeringUsers.remove(uuid, call)).catch((error: unknown) => {
        if (!(error instanceof NotFoundError)) throw error;
      }),
    );
    return { outcome: "done" };
  }

  /** Shows the user why a handler gave up for good, on servers that have a place for it. */
  async showFailure(error: OfferingUserFailed): Promise<UserEnding> {
    if (this.user.state === undefined) return { outcome: "failed", error };
    const isLeaving = isToDelete(this.user.state);
    const target = isLeaving ? "Error deleting" : "Error creating";
    const isShown = await this.#setState("mark-erred", target, { comment: error.message, isLeaving });
    if (isShown) return { outcome: "erred", error };
    throw new InvalidTransitionError(DEALT_WITH.reason, { from: this.user.state, to: target });
  }

  /** @returns Whether it has the state. If not, somebody was faster, and it was read again. */
  async #setState(
    step: OfferingUserStep,
    target: OfferingUserTarget,
    options: SetOfferingUserStateOptions & { readonly isLeaving?: boolean } = {},
  ): Promise<boolean> {
    const { uuid = "" } = this.user;
    try {
      await this.step(step, async () => {
        // Loaded on demand, as by the noun, so that bundlers keep it in one file of its own.
        const { setOfferingUserState } = await import("../../users/set-offering-user-state.ts");
        const { to } = await this.send((server, call) =>
          setOfferingUserState(server, uuid, target, options, this.context, call),
        );
        this.user = { ...this.user, state: to };
      });
      return true;
    } catch (error) {
      if (!(error instanceof InvalidTransitionError)) throw error;
      await this.#look();
      return false;
    }
  }
}

const BACK = skipped("The user has come back in the meantime.");
const DEALT_WITH = skipped("Somebody else has dealt with this user in the meantime.");
