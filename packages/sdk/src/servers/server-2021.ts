import { offeringsListParameters, type paths, resourcesListParameters } from "@puhuri/api-types";
import { InvalidTransitionError, NotFoundError, UnsupportedByServerError } from "../errors.ts";
import type { Transport } from "../http/transport.ts";
import type { Listing } from "../list/listing.ts";
import { serverOf, statusOf } from "./generation.ts";
import { createGetAt, createListAt, createRequests, type Requests } from "./requests.ts";
import type { Server } from "./server.ts";
import {
  reached,
  refused,
  resourceSummaryOf,
  type States,
  summaryColumns,
  type TargetState,
  withState,
} from "./states.ts";
import type { AllocationStanding, Waiting, WaitingWork, WorkKind } from "./waiting.ts";

/** The API of August 2021, as the provider guide documents it. */
export function server2021(transport: Transport): Server {
  const requests = createRequests<paths>(transport);
  const { create, get, page, post } = requests;
  const listAt = createListAt(transport);
  const getAt = createGetAt(transport);
  const at = (uuid: string) => ({ path: { uuid } });

  // Without an order this server repeats rows on one page and leaves them out of another.
  const resources = listAt("/api/marketplace-resources/", {
    parameters: resourcesListParameters,
    order: "created",
  });

  return serverOf({
    dialect: "2021",
    name: "A 2021 server",
    instead: {
      orders: 'puhuri.resources.list({ state: "Creating" }) and puhuri.resources.setState().',
      "usages.listUsers": "report the total of the allocation, without perUser.",
      "usages.setForUser": "report the total of the allocation, without perUser.",
      "offeringUsers.setUsername": "ask the server's operator to change it.",
      "serviceProviders.users": 'puhuri.api.GET("/api/users/") for the users this token may see.',
      "serviceProviders.sshKeys": 'puhuri.api.GET("/api/keys/") for the keys this token may see.',
      "serviceProviders.projects": "the project columns of puhuri.resources.list().",
      "serviceProviders.projectPermissions": "puhuri.resources.team() for each resource.",
      serviceProviders: "puhuri.offeringUsers.ensure() for each offering.",
    },
    release: async () => "2021",
    states: states2021(requests),
    waiting: waiting2021(resources),
    rooms: {
      resources: {
        listing: resources,
        get: getAt("/api/marketplace-resources/{uuid}/"),
        async reportFacts(uuid, call) {
          const query = { field: ["offering_uuid" as const, "state" as const] };
          const row = await get(call, "/api/marketplace-resources/{uuid}/", { ...at(uuid), query });
          // Usage is booked on a plan period here: its absence says more than that of a plan.
          return { offeringUuid: row.offering_uuid ?? "", state: row.state ?? "", hasPlan: true };
        },
        setBackendId: (uuid, backend_id, call) =>
          statusOf(post(call, "/api/marketplace-resources/{uuid}/set_backend_id/", at(uuid), { backend_id })),
        submitReport: (uuid, report, call) =>
          statusOf(
            post(call, "/api/marketplace-resources/{uuid}/submit_report/", at(uuid), {
              report: [...report],
            }),
          ),
        team: async (uuid, call) =>
          (await page(call, "/api/marketplace-resources/{uuid}/team/", at(uuid))).rows,
        planPeriods: async (uuid, call) =>
          (await page(call, "/api/marketplace-resources/{uuid}/plan_periods/", at(uuid))).rows,
      },
      offerings: {
        listing: listAt("/api/marketplace-offerings/", {
          parameters: offeringsListParameters,
          order: "created",
        }),
        get: getAt("/api/marketplace-offerings/{uuid}/"),
        async components(uuid, call) {
          const query = { field: ["components" as const] };
          const row = await get(call, "/api/marketplace-offerings/{uuid}/", { ...at(uuid), query });
          return row.components ?? [];
        },
      },
      usages: {
        listing: listAt("/api/marketplace-component-usages/", {
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
        set: (body, call) => post(call, "/api/marketplace-component-usages/set_usage/", {}, body),
      },
      offeringUsers: {
        listing: listAt("/api/marketplace-offering-users/", {
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
          create(call, "/api/marketplace-offering-users/", {
            offering: `/api/marketplace-offerings/${offeringUuid}/`,
            user: `/api/users/${userUuid}/`,
            ...(username === undefined ? {} : { username }),
          }),
      },
      orders: {},
      serviceProviders: {
        listing: listAt("/api/marketplace-service-providers/", {
          parameters: ["field", "o", "customer", "customer_uuid", "page", "page_size"],
          selectable: false,
        }),
      },
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
function states2021({ get, post }: Requests<paths>): States {
  return {
    reading: { operation: "resources_get", path: "/api/marketplace-resources/{uuid}/" },

    async read(uuid, call) {
      const params = { path: { uuid }, query: { field: [...summaryColumns] } };
      const row = await get(call, "/api/marketplace-resources/{uuid}/", params);
      return { resource: resourceSummaryOf(uuid, row), offeringType: "", orders: [] };
    },

    next({ resource: { state } }, target) {
      if (state === target) return reached;
      if (target === "OK" && NO_WAY_TO_OK.includes(state)) return refused(noWayBack(state));
      return { kind: "step", step: "command" };
    },

    async take(_move, situation, target, _wishes, call) {
      const { uuid } = situation.resource;
      const path = "/api/marketplace-resources/{uuid}/set_state_by_provider/";
      try {
        await post(call, path, { path: { uuid } }, { state: COMMAND_TO[target] });
      } catch (error) {
        // The resource could be read a moment before, so the address of the server is right.
        throw error instanceof NotFoundError && error.routeMissing ? betweenGenerations(error) : error;
      }
      return { kind: "done", situation: withState(situation, target) };
    },
  };
}

function noWayBack(from: string): InvalidTransitionError {
  return new InvalidTransitionError(
    `An allocation that is ${from} cannot go straight to OK. To keep it, set it to Erred first, then to OK.`,
    { from, to: "OK" },
  );
}

/** Their endpoints have the same names as those of August 2021, so the list of them does not tell the two apart. */
function betweenGenerations(cause: NotFoundError): UnsupportedByServerError {
  return new UnsupportedByServerError(
    "This server has no set_state_by_provider, which was removed in September 2021. It is older than 2024-10, and then reading, " +
      "access details, backend ids and usage may still work; or it is of 2024-10 or later.",
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

function waiting2021(listing: Listing): WaitingWork {
  return {
    listing,
    columns: ["uuid", "state", "backend_id"],
    showsSlug: false,
    filters: (scope) => ({ ...scope, state: [...KIND_OF.keys()] }),

    read({ uuid = "", ...standing }: { uuid?: string } & Partial<AllocationStanding>) {
      return waitingOf(uuid, { state: "", backend_id: "", ...standing });
    },

    async again({ resourceUuid, kind }, allocation) {
      const now = waitingOf(resourceUuid, allocation);
      return now.kind === kind ? now : { ...now, kind, standing: "closed" };
    },
  };
}

function waitingOf(resourceUuid: string, { state, backend_id }: AllocationStanding): Waiting {
  const kind = KIND_OF.get(state);
  return {
    resourceUuid,
    kind,
    order: undefined,
    standing: kind === undefined ? "closed" : "open",
    // To agree is to set it OK, and that it is linked says that it was agreed to.
    needsReview: kind === "create" && backend_id === "",
    endsWithReview: true,
  };
}
