import type { PuhuriClient } from "../../client.ts";
import { InvalidTransitionError, NotFoundError } from "../../errors.ts";
import type { CallOptions } from "../../http/call.ts";
import type { Context } from "../../nouns/context.ts";
import type { Way } from "../../users/set-offering-user-state.ts";
import { isToWait } from "../handlers.ts";
import { giveUp } from "../outcomes.ts";
import {
  checkAnswer,
  type OfferingUserContext,
  OfferingUserFailed,
  type OfferingUserHandlers,
  type PendingUser,
  type UserAtOffering,
} from "./handlers.ts";
import type { OfferingUserStep, UserEnding } from "./outcomes.ts";
import { isToCreate, isToDelete, userColumns, type WaitingUser } from "./waiting.ts";

/** What all users of a pass are worked on with. */
export interface UserTools {
  readonly context: Context;
  readonly puhuri: PuhuriClient;
  readonly offering_uuid: string;
  readonly handlers: OfferingUserHandlers;
  readonly options: Omit<CallOptions, "signal"> & { readonly dryRun: boolean };
}

/**
 * One user on their way through a pass.
 *
 * A pass may end after any request; the next one takes each step that it does not find done. On 8.x servers Creating and
 * Deleting are written before a handler is called: whoever leaves while their login is made is found again by it.
 */
export class UserAttempt {
  readonly steps: OfferingUserStep[] = [];
  user: UserAtOffering;
  readonly #tools: UserTools;
  readonly #waiting: WaitingUser;
  readonly #options: CallOptions;
  readonly #context: OfferingUserContext;

  constructor(tools: UserTools, waiting: WaitingUser, signal: AbortSignal) {
    const { timeoutMs, retry } = tools.options;
    this.#tools = tools;
    this.#waiting = waiting;
    this.user = waiting.user;
    this.#options = { signal, timeoutMs, retry };
    this.#context = { idempotencyKey: waiting.user.user_uuid, signal };
  }

  async carryOut(): Promise<UserEnding> {
    try {
      if (!(await this.#look())) return DEALT_WITH;
      return await (this.#waiting.kind === "create" ? this.#create() : this.#remove());
    } catch (error) {
      if (!(error instanceof OfferingUserFailed) || this.user.state === undefined) throw error;
      return giveUp(error, this.#context.signal, (failure) => this.#tellFailure(failure));
    }
  }

  /**
   * Reads where they stand, on servers that tell: somebody may have dealt with them since they were listed.
   *
   * @returns Whether there is an offering user.
   */
  async #look(): Promise<boolean> {
    const { uuid, state } = this.user;
    if (uuid === undefined || state === undefined) return true;
    const { http, provider } = this.#tools.context;
    const call = http.begin(this.#options);
    const { offeringUsers } = await provider.resolve(call);
    try {
      const row: Partial<UserAtOffering> = await offeringUsers.get(uuid, userColumns, call);
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
    const { handlers } = this.#tools;
    const answer = await this.#step("create", () => handlers.create(this.user, this.#context));
    if (isToWait("create", answer)) return { outcome: "waiting" };
    if (this.#tools.options.dryRun) return { outcome: "done" };
    const given = checkAnswer(answer);
    if ("state" in given) return this.#tellUser(given);
    return this.#name(given.username);
  }

  /**
   * Writes that it has begun: whoever leaves from now on is found again.
   *
   * @returns Whether it is still to be done.
   */
  async #begin(): Promise<boolean> {
    const { user_uuid: user, uuid, state } = this.user;
    if (state === "Requested") return this.#setState("begin", { target: "Creating" });
    if (state !== undefined || uuid !== undefined) return true;
    const { puhuri, context, offering_uuid: offering } = this.#tools;
    const { offeringUsers } = await context.provider.resolve(context.http.begin(this.#options));
    // A 2021 server would not let it be named later.
    if (!offeringUsers.onePerUser) return true;
    const made = await this.#step("request", () =>
      puhuri.offeringUsers.ensure({ offering, user }, this.#options),
    );
    if (made?.uuid !== undefined) this.user = { ...this.user, uuid: made.uuid, username: made.username };
    return true;
  }

  async #tellUser({ state: target, comment, commentUrl }: PendingUser): Promise<UserEnding> {
    const told = {
      ...(comment === undefined ? {} : { comment: comment.trim() }),
      ...(commentUrl === undefined ? {} : { comment_url: commentUrl.trim() }),
    };
    const isKept = this.user.state === undefined || (await this.#setState("tell-user", { target, ...told }));
    return isKept ? { outcome: "waiting" } : DEALT_WITH;
  }

  async #name(username: string): Promise<UserEnding> {
    const { user_uuid: user, uuid = "", state } = this.user;
    const { puhuri, offering_uuid: offering, context } = this.#tools;
    if (state === undefined) {
      await this.#step("set-username", () =>
        puhuri.offeringUsers.ensure({ offering, user, username }, this.#options),
      );
      this.user = { ...this.user, username };
      return { outcome: "done" };
    }
    if (username !== this.user.username) {
      const call = context.http.begin(this.#options);
      const { offeringUsers } = await context.provider.resolve(call);
      const row = await this.#step("set-username", () => offeringUsers.setUsername(uuid, username, call));
      this.user = { ...this.user, username, state: row?.state ?? state };
    }
    // The name that it had before does not make it OK.
    if (this.user.state === "OK") return { outcome: "done" };
    if (await this.#setState("set-ok", { target: "OK" })) return { outcome: "done" };
    // Of one that is Deleted nobody would hear again.
    if (this.user.state === "Deleted") await this.#takeAway();
    return skipped("The user has left meanwhile.");
  }

  async #remove(): Promise<UserEnding> {
    const { teams } = this.#waiting;
    const { state = "" } = this.user;
    const isLeaving = isToDelete(state);
    if (this.#tools.handlers.remove === undefined) return skipped("There is no handler for this (remove).");
    if (!isLeaving) {
      if (teams === undefined || state === "Deleted" || state === "Error deleting") return DEALT_WITH;
      if (await teams.has(this.user.user_uuid)) return skipped(BACK);
      if (state !== "OK") return this.#removeRow();
    }
    if (
      state !== "Deleting" &&
      !(await this.#setState("begin-deleting", { target: "Deleting", isLeaving }))
    ) {
      return this.user.state === "Deleted" ? DEALT_WITH : skipped(BACK);
    }
    if (await this.#takeAway()) return { outcome: "waiting" };
    return this.#setDeleted();
  }

  /** @returns Whether it has begun only. */
  async #takeAway(): Promise<boolean> {
    const { handlers } = this.#tools;
    const answer = await this.#step("remove", () => handlers.remove?.(this.user, this.#context));
    return isToWait("remove", answer);
  }

  async #setDeleted(): Promise<UserEnding> {
    const isDeleted = await this.#setState("set-deleted", { target: "Deleted", isLeaving: true });
    if (isDeleted) return { outcome: "done" };
    if (this.user.state !== "OK") return skipped(BACK);
    // The server thinks that the login is there.
    const { handlers } = this.#tools;
    const answer = await this.#step("create", () => handlers.create(this.user, this.#context));
    if (isToWait("create", answer)) return { outcome: "waiting" };
    const given = checkAnswer(answer);
    if ("username" in given) await this.#name(given.username);
    return skipped(BACK);
  }

  /** What never came to be OK, or is on a server without states, is simply no more. */
  async #removeRow(): Promise<UserEnding> {
    if (this.user.state === "Requested") return skipped("The user has left before anything was begun.");
    if (await this.#takeAway()) return { outcome: "waiting" };
    const { uuid } = this.user;
    if (uuid === undefined) return { outcome: "done" };
    const { http, provider } = this.#tools.context;
    const call = http.begin(this.#options);
    const { offeringUsers } = await provider.resolve(call);
    await this.#step("delete", () =>
      offeringUsers.remove(uuid, call).catch((error: unknown) => {
        if (!(error instanceof NotFoundError)) throw error;
      }),
    );
    return { outcome: "done" };
  }

  async #tellFailure(error: OfferingUserFailed): Promise<UserEnding> {
    const isLeaving = isToDelete(this.user.state);
    const target = isLeaving ? "Error deleting" : "Error creating";
    const isTold = await this.#setState("mark-erred", { target, comment: error.message, isLeaving });
    if (isTold) return { outcome: "erred", error };
    const { state = "" } = this.user;
    const notMarked = new InvalidTransitionError(DEALT_WITH.reason, { from: state, to: target });
    return { outcome: "failed", error, notMarked };
  }

  /** Takes a step that changes something; notes it only in a dry run. */
  async #step<T>(step: OfferingUserStep, take: () => T | Promise<T>): Promise<T | undefined> {
    const taken = this.#tools.options.dryRun ? undefined : await take();
    this.steps.push(step);
    return taken;
  }

  /** @returns Whether it is so. If not, somebody was faster: they are read again. */
  async #setState(step: OfferingUserStep, way: Way): Promise<boolean> {
    const { context } = this.#tools;
    const { uuid = "" } = this.user;
    try {
      await this.#step(step, async () => {
        // In the file that the noun loads it from, when it does.
        const { setOfferingUserState } = await import("../../users/set-offering-user-state.ts");
        const call = context.http.begin(this.#options);
        const server = await context.provider.resolve(call);
        const { to } = await setOfferingUserState(server, uuid, way, context, call);
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

const BACK = "The user has come back meanwhile.";
const DEALT_WITH = skipped("They have been dealt with meanwhile.");

function skipped(reason: string) {
  return { outcome: "skipped", reason } as const;
}
