import { offeringsListParameters, resourcesListParameters } from "@puhuri/api-types";
import { InvalidTransitionError, NotFoundError, UnsupportedByServerError } from "../errors.ts";
import type { Listing } from "../list/listing.ts";
import type { Requests } from "./requests.ts";
import type { Rooms, Server } from "./server.ts";
import {
  type Course,
  type ResourceSummary,
  reached,
  refused,
  resourceSummaryOf,
  summaryColumns,
  type TargetState,
  withoutOrders,
  withState,
} from "./states.ts";
import type { WorkItem, WorkKind, WorkSource } from "./work.ts";

const RESOURCES = "/api/marketplace-resources/";
const RESOURCE = `${RESOURCES}{uuid}/` as const;
const OFFERINGS = "/api/marketplace-offerings/";
const OFFERING = `${OFFERINGS}{uuid}/` as const;
const USAGES = "/api/marketplace-component-usages/";
const OFFERING_USERS = "/api/marketplace-offering-users/";

/** The API of August 2021, as the provider guide documents it. */
export function server2021(requests: Requests): Server {
  const { act, create, get, getAt, listAt, post, rows } = requests;
  // Without an order this server repeats rows on one page and leaves them out of another.
  const resources = listAt(RESOURCES, { parameters: resourcesListParameters, order: "created" });
  return {
    dialect: "2021",
    release: async () => "2021",
    leavesSlurmToProviders: async () => false,
    courseOf: (uuid, target) => courseOf(requests, uuid, target),
    work: workOf2021(resources),
    learnt: {},
    resources: whole("resources", {
      listing: resources,
      get: getAt(RESOURCE),
      async reportFacts(uuid, call) {
        const { offering_uuid = "", state = "" } = await get(call, RESOURCE, uuid, {
          field: ["offering_uuid", "state"],
        });
        // Usage is booked on a plan period here. Whether there is one is checked later.
        return { offeringUuid: offering_uuid, state, hasPlan: true };
      },
      setBackendId: (uuid, backend_id, call) => act(call, `${RESOURCE}set_backend_id/`, uuid, { backend_id }),
      submitReport: (uuid, report, call) =>
        act(call, `${RESOURCE}submit_report/`, uuid, { report: [...report] }),
      team: (uuid, call) => rows(call, `${RESOURCE}team/`, uuid),
      planPeriods: (uuid, call) => rows(call, `${RESOURCE}plan_periods/`, uuid),
    }),
    offerings: whole("offerings", {
      listing: listAt(OFFERINGS, { parameters: offeringsListParameters, order: "created" }),
      get: getAt(OFFERING),
      components: async (uuid, call) =>
        (await get(call, OFFERING, uuid, { field: ["components"] })).components ?? [],
    }),
    usages: whole("usages", {
      listing: listAt(USAGES, {
        parameters: [
          "field",
          "resource",
          "resource_uuid",
          "offering_uuid",
          "customer_uuid",
          "project_uuid",
          "type",
          "date_after",
          "date_before",
          "page",
          "page_size",
        ],
        selectable: false,
      }),
      rules: {
        address: "plan_period",
        filtersByMonth: false,
        decimals: 0,
        needsEveryComponent: true,
        perUser: false,
      },
      set: (body, call) => post(call, `${USAGES}set_usage/`, undefined, body),
    }),
    offeringUsers: whole("offeringUsers", {
      listing: listAt(OFFERING_USERS, {
        parameters: ["field", "o", "offering", "offering_uuid", "user_uuid", "page", "page_size"],
        selectable: false,
        // The rows have no uuid, and nothing stops this server from making two of one user.
        identity: ["offering_uuid", "user_uuid", "created"],
        order: "created",
        repeats: true,
      }),
      onePerUser: false,
      // Only the path of the two URLs counts; a bare uuid is refused.
      create: ({ offeringUuid, userUuid, username }, call) =>
        create(call, OFFERING_USERS, {
          offering: `/api/marketplace-offerings/${offeringUuid}/`,
          user: `/api/users/${userUuid}/`,
          username,
        }),
    }),
    orders: whole("orders", {}),
    serviceProviders: whole("serviceProviders", {
      listing: listAt("/api/marketplace-service-providers/", {
        parameters: ["field", "o", "customer", "customer_uuid", "page", "page_size"],
        selectable: false,
      }),
    }),
  };
}

/** What to do instead, by room, or by room and method. */
const INSTEAD: Readonly<Record<string, string>> = {
  orders: 'puhuri.resources.list({ state: "Creating" }) and puhuri.resources.setState().',
  "usages.userListing": "report the total of the allocation, without perUser.",
  "usages.setForUser": "report the total of the allocation, without perUser.",
  "offeringUsers.setUsername": "ask the server's operator to change it.",
  "serviceProviders.users": 'puhuri.api.GET("/api/users/") for the users this token may see.',
  "serviceProviders.sshKeys": 'puhuri.api.GET("/api/keys/") for the keys this token may see.',
  "serviceProviders.projects": "the project columns of puhuri.resources.list().",
  "serviceProviders.projectPermissions": "puhuri.resources.team() for each resource.",
  serviceProviders: "puhuri.offeringUsers.ensure() for each offering.",
};

/** The names under which callers know these lists. */
const LISTS: Readonly<Record<string, string>> = {
  listing: "list",
  userListing: "listUsers",
  limitListing: "listUserLimits",
};

/** Completes a room to that of current servers: what this server lacks throws as soon as it is read. */
function whole<Room extends keyof Rooms>(room: Room, has: Partial<Rooms[Room]>): Rooms[Room] {
  // The cast is true by what follows.
  return new Proxy(has as Rooms[Room], {
    get(_, name: string) {
      if (name in has) return Reflect.get(has, name);
      const instead = INSTEAD[`${room}.${name}`] ?? INSTEAD[room];
      throw new UnsupportedByServerError(
        `A 2021 server has no ${room}.${LISTS[name] ?? name}.`,
        instead === undefined ? {} : { instead },
      );
    },
  });
}

/** What the server calls the command that brings a resource there. */
const COMMAND_TO = {
  OK: "ok",
  Erred: "erred",
  Terminated: "terminated",
} as const satisfies Record<TargetState, string>;

/** `ok` is the only command this server can refuse, and these are the states it refuses it in. */
const NO_WAY_TO_OK: readonly string[] = ["Terminating", "Terminated"];

/** On a 2021 server a provider sets the state itself: one command, whatever the order says. */
function courseOf({ get, post }: Requests, uuid: string, target: TargetState): Course {
  return {
    goal: target,
    reading: { operation: "resources_get", path: RESOURCE },

    async read(call) {
      const row = await get(call, RESOURCE, uuid, { field: [...summaryColumns] });
      return withoutOrders(resourceSummaryOf(uuid, row));
    },

    next({ resource: { state } }) {
      if (state === target) return reached;
      if (target === "OK" && NO_WAY_TO_OK.includes(state)) return refused(noWayBack(state));
      return { kind: "step", step: "command" };
    },

    async take(_move, situation, call) {
      try {
        await post(call, `${RESOURCE}set_state_by_provider/`, uuid, { state: COMMAND_TO[target] });
      } catch (error) {
        // The resource could be read a moment before, so the address of the server is right.
        throw error instanceof NotFoundError && error.routeMissing ? betweenGenerations(error) : error;
      }
      return { situation: withState(situation, target) };
    },
  };
}

function noWayBack(from: string): InvalidTransitionError {
  return new InvalidTransitionError(
    `An allocation that is ${from} cannot go straight to OK. To keep it, set it to Erred first, then to OK.`,
    { from, to: "OK" },
  );
}

/** Their list of endpoints is the same as that of August 2021 servers. */
function betweenGenerations(cause: NotFoundError): UnsupportedByServerError {
  return new UnsupportedByServerError(
    "This server has no set_state_by_provider, which was removed in September 2021. If it is older than 2024-10, reading, " +
      "access details, backend ids and usage may still work.",
    {
      operation: "resources_set_state_by_provider",
      instead:
        'set dialect to "current" if it is of 2024-10 or later; otherwise approve and reject in its portal, or have it upgraded.',
      cause,
    },
  );
}

/**
 * On a 2021 server it is the allocations that wait: a provider does not get to see the orders. What an allocation that is Updating
 * is to become is said in its order only, so nothing can be done about those.
 */
const KIND_OF: ReadonlyMap<string, WorkKind> = new Map([
  ["Creating", "create"],
  ["Terminating", "terminate"],
]);

function workOf2021(listing: Listing): WorkSource {
  return {
    listing,
    columns: ["uuid", "state", "backend_id"],
    showsSlug: false,
    filters: (scope) => ({ ...scope, state: [...KIND_OF.keys()] }),

    read: (row: Partial<ResourceSummary>) => itemOf(resourceSummaryOf(row.uuid ?? "", row)),

    async again({ kind }, resource) {
      const now = itemOf(resource);
      return now.kind === kind ? now : { ...now, kind, standing: "closed" };
    },
  };
}

function itemOf({ uuid: resourceUuid, state, backend_id }: ResourceSummary): WorkItem {
  const kind = KIND_OF.get(state);
  return {
    resourceUuid,
    kind,
    order: undefined,
    standing: kind === undefined ? "closed" : "open",
    // Accepting it means setting it OK. A backend id shows that it was accepted.
    needsReview: kind === "create" && backend_id === "",
    endsWithReview: true,
  };
}
