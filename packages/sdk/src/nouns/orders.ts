import type { Order, OrderState } from "@puhuri/api-types";
import { CALL_KEYS, type CallOptions, callOptionsOf } from "../http/call.ts";
import { createGet, createList, type Get, type List } from "../list/methods.ts";
import type { ProviderMessage, StatusMessage } from "../servers/server.ts";
import { closedOrderStates, type OrderSummary } from "../servers/states.ts";
import { type MoveOrderResult, moveOrder } from "../set-state/move-order.ts";
import { waitForOrder } from "../set-state/poll.ts";
import { requireItems, requireKeys, requireObject, requireText } from "../values/arguments.ts";
import { about, CONTEXT, type Filters, Noun } from "./context.ts";

/** Filters for orders. */
export interface OrderFilters extends Filters<"orders_list"> {}

/** Why an order failed, for its users and for those who look into it. */
export interface OrderFailure {
  readonly message: string;
  readonly traceback?: string | undefined;
}

/**
 * Requests to create, update or terminate allocations, on current servers: `puhuri.orders`.
 *
 * On a 2021 server every method rejects with `UnsupportedByServerError`.
 */
export class Orders extends Noun {
  /**
   * Lists orders, oldest first; those waiting for a provider's review are `pending-provider`.
   *
   * @throws {InvalidArgumentError} On first use: a filter this server does not know; nothing is sent.
   * @example
   * const waiting = puhuri.orders.list({ offering_uuid: offeringUuid, state: "pending-provider", fields: ["uuid", "type"] });
   * @see orders_list
   */
  readonly list: List<Order, OrderFilters> = createList(this[CONTEXT], (api) => api.orders.listing);

  /**
   * Gets one order.
   *
   * @throws {NotFoundError} There is no such order, or this token may not see it.
   * @example
   * const { state, error_message } = await puhuri.orders.get(orderUuid, { fields: ["state", "error_message"] });
   * @see orders_get
   */
  readonly get: Get<Order> = createGet(this[CONTEXT], (api) => api.orders);

  /**
   * Approves an order that waits for review. The server may carry it out later: `waitFor` waits for the end.
   *
   * `changed` means that the server accepted it; `order` was read after that. An order with a later `start_date` is then
   * `pending-start-date`, and the server goes on with it on that day.
   *
   * Safe to repeat: an order that was approved already is `unchanged`.
   *
   * @throws {InvalidTransitionError} The order is not waiting for review, and was not approved.
   * @example
   * await puhuri.orders.approve(orderUuid);
   * @see orders_approve_by_provider
   */
  approve(uuid: string, options?: CallOptions): Promise<MoveOrderResult> {
    return this.#move(uuid, "approve", {}, options);
  }

  /**
   * Rejects an order that waits for review, for good. A new allocation then ends as Terminated.
   *
   * Safe to repeat: an order that was rejected already is `unchanged`.
   *
   * @throws {InvalidTransitionError} The order is not waiting for review, and was not rejected. If it is executing, `fail` it.
   * @example
   * await puhuri.orders.reject(orderUuid, { comment: "The project is not eligible." });
   * @see orders_reject_by_provider
   */
  async reject(
    uuid: string,
    options: { readonly comment?: string | undefined } & CallOptions = {},
  ): Promise<MoveOrderResult> {
    requireObject(options, "options");
    requireKeys(options, { comment: true, ...CALL_KEYS }, "options");
    const { comment = "" } = options;
    requireText(comment, "comment");
    return this.#move(uuid, "reject", { message: comment }, callOptionsOf(options));
  }

  /**
   * Reports an executing order as done: its allocation becomes OK, or Terminated after a termination.
   *
   * Safe to repeat: an order that is done already is `unchanged`. A server's worker may begin an approved order a moment
   * later, and would undo the completion, so this waits for the worker, as `setState` does.
   *
   * @throws {InvalidTransitionError} The order is neither executing nor done. If it waits for review, `approve` it first.
   * @throws {RequestTimeoutError} The server did not get to the order within `timeoutMs` (default 120,000).
   * @throws {UnsupportedByServerError} On this type of offering the server completes orders by itself.
   * @example
   * await puhuri.orders.complete(orderUuid);
   * @see orders_get, provider_resources_get, orders_set_state_done
   */
  complete(uuid: string, options?: CallOptions): Promise<MoveOrderResult> {
    return this.#move(uuid, "complete", {}, options);
  }

  /**
   * Reports an executing order as failed: its allocation becomes Erred, or stays OK after a failed termination. On 8.x a new
   * allocation without a backend id becomes Terminated.
   *
   * Safe to repeat: an order that failed already is `unchanged`. It reads the order first, because servers let any
   * order fail, and one that is not executing would get stuck. It waits for the server's worker as `complete` does.
   *
   * @throws {InvalidTransitionError} The order is neither executing nor erred. If it waits for review, `reject` it.
   * @throws {UnsupportedByServerError} Orders of this type of offering cannot be failed.
   * @example
   * await puhuri.orders.fail(orderUuid, { message: "No quota left on the cluster." });
   * @see orders_set_state_erred
   */
  async fail(uuid: string, failure: OrderFailure, options?: CallOptions): Promise<MoveOrderResult> {
    requireObject(failure, "failure");
    requireKeys(failure, { message: true, traceback: true }, "failure");
    const { message, traceback = "" } = failure;
    requireText(message, "message");
    requireText(traceback, "traceback");
    return this.#move(uuid, "fail", { message, traceback }, options);
  }

  /**
   * Waits until an order is in one of the states; without them, until it is closed.
   *
   * Asks after half a second, then less and less often. An outage of the server does not end the wait. Safe to repeat.
   * A closed order stays as it is, except that an erred one can be set to executing again: this waits for that only if
   * executing is one of the states.
   *
   * @param states - One state or several; default `done`, `erred`, `canceled`, `rejected`.
   * @throws {InvalidTransitionError} The order was closed in another state, which is `from`. Thrown at once.
   * @throws {RequestTimeoutError} `timeoutMs` (default 120,000) is over; the server goes on with the order. If the last
   *   look failed, `cause` says why.
   * @example
   * const { state } = await puhuri.orders.waitFor(orderUuid, undefined, { timeoutMs: 60_000 });
   * @see orders_get
   */
  async waitFor(
    uuid: string,
    states: OrderState | readonly OrderState[] = closedOrderStates,
    options?: CallOptions,
  ): Promise<OrderSummary> {
    const wanted: readonly string[] = typeof states === "string" ? [states] : states;
    requireItems(wanted, "states");
    for (const state of wanted) requireText(state, "states", { blank: false });
    return about(this, uuid, options, (api, id, call) => waitForOrder(api, id, wanted, this[CONTEXT], call));
  }

  /**
   * Cancels an unfinished order, as its customer. A token that has a role only at the provider may not do this.
   *
   * Safe to repeat: an order that is canceled already is `unchanged`.
   *
   * @throws {InvalidTransitionError} The order is closed.
   * @throws {PermissionDeniedError} The token's user has no role in the project that orders, or in its organization.
   * @throws {UnsupportedByServerError} Only orders of Basic and support offerings can be canceled.
   * @example
   * await puhuri.orders.cancel(orderUuid);
   * @see orders_cancel
   */
  cancel(uuid: string, options?: CallOptions): Promise<MoveOrderResult> {
    return this.#move(uuid, "cancel", {}, options);
  }

  /**
   * Stores your own id of an order, such as that of the job that carries it out; `""` removes it. At most 255
   * characters.
   *
   * You find it as the order's `backend_id`, in the handlers of the loop too. Safe to repeat, and retried
   * automatically.
   *
   * @throws {NotFoundError} The server is older than 8.x, or this token may not see the order.
   * @example
   * await puhuri.orders.setBackendId(orderUuid, "job-4711");
   * @see orders_set_backend_id
   */
  async setBackendId(uuid: string, backendId: string, options?: CallOptions): Promise<StatusMessage> {
    requireText(backendId, "backendId", { max: 255 });
    return about(this, uuid, options, (api, id, call) => api.orders.setBackendId(id, backendId, call));
  }

  /**
   * Sends a message to the customer of an order that waits for your review: a question, for instance, and where to
   * answer it.
   *
   * Replaces what you give, and leaves the rest. The server sends an e-mail each time. Safe to repeat, and retried
   * automatically.
   *
   * @throws {ConflictError} The order is not waiting for review, or `enable_provider_consumer_messaging` of its
   *   offering is off.
   * @throws {NotFoundError} The server is older than 8.x, or this token may not see the order.
   * @example
   * await puhuri.orders.setProviderInfo(orderUuid, { message: "Which partition do you need?" });
   * @see orders_set_provider_info
   */
  async setProviderInfo(uuid: string, message: ProviderMessage, options?: CallOptions): Promise<void> {
    requireObject(message, "message");
    requireKeys(message, { message: true, url: true }, "message");
    const given = Object.entries(message).filter(([, text]) => text !== undefined);
    requireItems(given, "message");
    for (const [name, text] of given) requireText(text, name);
    await about(this, uuid, options, (api, id, call) => api.orders.setProviderInfo(id, message, call));
  }

  #move(
    uuid: string,
    step: Parameters<typeof moveOrder>[2],
    texts: Parameters<typeof moveOrder>[3],
    options: CallOptions | undefined,
  ): Promise<MoveOrderResult> {
    return about(this, uuid, options, (api, id, call) =>
      moveOrder(api, id, step, texts, this[CONTEXT], call),
    );
  }
}
