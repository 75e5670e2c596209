import { TestServerError } from "../errors.ts";
import { checkOptions } from "../known-options.ts";
import * as is from "../shapes.ts";
import { buyerOf } from "./access/permissions.ts";
import type { World } from "./http/call.ts";
import { Refusal } from "./http/reply.ts";
import * as life from "./orders/life.ts";
import { changeOf, place, placeCreation, type Wish } from "./orders/placing.ts";
import { addMember, type ProjectRole, removeMember } from "./people/roles.ts";
import { demandState } from "./resources/states.ts";
import type { Reference } from "./seed/inputs.ts";
import type { Order, Resource } from "./state/marketplace.ts";
import type { Project, RoleAssignment, User } from "./state/people.ts";
import { projectOf, resourceOf } from "./state/relations.ts";
import type { JsonObject } from "./state/values.ts";
import type { OrderState } from "./state/words.ts";

/** Who acts for the customer. */
export interface ByCustomer {
  /**
   * A user on the customer's side. Orders of a user who may not approve them wait for `approve`.
   * @default an owner of the organization, whose orders need nobody's consent, or else a member of the project
   */
  by?: Reference;
}

/** Further options of an order. */
export interface OrderOptions extends ByCustomer {
  /** The day on which it is to be carried out, `YYYY-MM-DD`; servers before 8.0 do not know it. */
  startDate?: string;
}

/** A new allocation. */
export interface NewAllocation extends OrderOptions {
  name: string;
  /** @default the first project */
  project?: Reference;
  /** @default the first offering */
  offering?: Reference;
  /** One of the offering's. @default the first */
  plan?: Reference;
  /** By component type. */
  limits?: Record<string, number>;
  /** Answers to the questions of the offering's order form. */
  attributes?: JsonObject;
}

/**
 * The customer's side of a fake: what people do at the marketplace, and a provider finds afterwards. Rows are referred
 * to by name (users by username), by uuid, or by the row itself. If the server would refuse something, you get a
 * {@link TestServerError} with the code `refused`; if a row is not there, one with `unknown_row`.
 */
export interface Customer {
  /** Orders a new allocation: `order.resource_uuid` is its uuid. */
  order(wish: NewAllocation): Order;
  /** Orders other limits for an allocation; those left out stay. */
  changeLimits(resource: Reference, limits: Record<string, number>, options?: OrderOptions): Order;
  /** Orders the end of an allocation. */
  terminate(resource: Reference, options?: OrderOptions): Order;
  /** Lets an order through that waits for the customer (`pending-consumer`). */
  approve(order: Reference, options?: ByCustomer): Order;
  /** Turns down an order that waits for the customer. */
  reject(order: Reference, options?: ByCustomer): Order;
  /** Takes an order back. */
  cancel(order: Reference): Order;
  /** Takes a user into a project; by default as a member. */
  addMember(project: Reference, user: Reference, role?: ProjectRole): RoleAssignment;
  /** Takes all roles in a project from a user, or the one that is named. */
  removeMember(project: Reference, user: Reference, role?: ProjectRole): void;
}

const KNOWN_BY = { by: true } as const;
const KNOWN_ORDER = {
  ...KNOWN_BY,
  startDate: is.fit("a day such as 2026-11-30", (day) => /^\d{4}-\d{2}-\d{2}$/.test(String(day))),
};
const KNOWN_ALLOCATION = {
  ...KNOWN_ORDER,
  name: is.text(),
  project: true,
  offering: true,
  plan: true,
  limits: true,
  attributes: true,
} as const satisfies Record<keyof NewAllocation, unknown>;

interface Named {
  readonly uuid: string;
  readonly name?: string;
  readonly username?: string;
}

/** @param passTime does what has fallen due, before anything is asked for */
export function createCustomer(world: World, passTime: () => void): Customer {
  const { store } = world;

  const act = <Result>(does: () => Result): Result => {
    passTime();
    try {
      return does();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, json } = error.reply;
      throw new TestServerError(
        "refused",
        `The server would refuse this with ${status}: ${JSON.stringify(json)}`,
      );
    }
  };

  const buyer = (project: Project, by: Reference | undefined): User =>
    rowOf("user", store.users, by ?? buyerOf(store, project));

  const change = (
    reference: Reference,
    options: OrderOptions,
    wishFor: (resource: Resource) => Wish,
  ): Order =>
    act(() => {
      checkOptions("An order", options, KNOWN_ORDER);
      const resource = rowOf("resource", store.resources, reference);
      const by = buyer(projectOf(resource, world), options.by);
      return place(world, resource, by, { ...wishFor(resource), start_date: options.startDate ?? null });
    });

  const decide = (
    reference: Reference,
    options: ByCustomer,
    states: readonly OrderState[],
    does: (order: Order, by: User) => void,
  ): Order =>
    act(() => {
      checkOptions("A decision", options, KNOWN_BY);
      const order = rowOf("order", store.orders, reference);
      demandState(order, ...states);
      does(order, buyer(projectOf(resourceOf(order, world), world), options.by));
      return order;
    });

  const member = <Result>(
    project: Reference,
    user: Reference,
    does: (project: Project, user: User) => Result,
  ): Result => act(() => does(rowOf("project", store.projects, project), rowOf("user", store.users, user)));

  return {
    order: (wish) =>
      act(() => {
        checkOptions("An order", wish, KNOWN_ALLOCATION, "name");
        const { name, limits = {}, attributes = {}, startDate: start_date = null } = wish;
        const project = rowOf("project", store.projects, wish.project);
        const offering = rowOf("offering", store.offerings, wish.offering);
        const plans = store.plans.where("offering_uuid", offering.uuid);
        const plan = wish.plan === undefined ? (plans[0] ?? null) : rowOf("plan", plans, wish.plan);
        const given = { offering, project, plan, name, limits, attributes, start_date };
        return placeCreation(world, buyer(project, wish.by), given);
      }),
    changeLimits: (reference, limits, options = {}) =>
      change(reference, options, (resource) => changeOf(world, resource, { ...resource.limits, ...limits })),
    terminate: (reference, options = {}) => change(reference, options, () => ({ type: "Terminate" })),
    approve: (order, options = {}) =>
      decide(order, options, ["pending-consumer"], (row, by) => life.approve(world, row, "consumer", by)),
    reject: (order, options = {}) =>
      decide(order, options, ["pending-consumer"], (row, by) => life.reject(world, row, "consumer", by)),
    cancel: (order) => decide(order, {}, life.cancelable(world), (row) => life.cancel(world, row)),
    addMember: (project, user, role = "member") =>
      member(project, user, (...both) => addMember(world, ...both, role)),
    removeMember: (project, user, role) =>
      member(project, user, (...both) => removeMember(world, ...both, role)),
  };
}

/** The row a reference means; without one the first row. */
export function rowOf<Row extends Named>(kind: string, rows: Iterable<Row>, reference?: Reference): Row {
  const known = [...rows];
  const wanted = typeof reference === "string" ? reference : reference?.uuid;
  const row =
    reference === undefined
      ? known[0]
      : (known.find(({ uuid }) => uuid === wanted) ??
        known.find(({ name, username }) => (username ?? name) === wanted));
  if (row !== undefined) return row;
  const names = known.map(({ name, username, uuid }) => username ?? name ?? uuid).join(", ");
  throw new TestServerError(
    "unknown_row",
    reference === undefined
      ? `The fake has no ${kind}: add one to its seed.`
      : `The fake has no ${kind} "${wanted}"; it has ${names === "" ? "none" : names}.`,
  );
}
