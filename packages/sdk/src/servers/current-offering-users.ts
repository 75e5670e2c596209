import { offeringUsersListParameters, type paths } from "@puhuri/api-types";
import type { Transport } from "../http/transport.ts";
import { createGetAt, createListAt, createRequests } from "./requests.ts";
import type { OfferingUserRequests } from "./server.ts";

const ONE = "/api/marketplace-offering-users/{uuid}/";

/** Offering users of servers from 2024-10 up to 8.x. */
export function currentOfferingUsers(transport: Transport): OfferingUserRequests {
  const { create, patch, post, remove } = createRequests<paths>(transport);
  const listAt = createListAt(transport);
  const at = (uuid: string) => ({ path: { uuid } });

  return {
    // By itself the server sorts by username, and the many blank ones tie.
    listing: listAt("/api/marketplace-offering-users/", {
      parameters: offeringUsersListParameters,
      shownBy: { state: "state" },
      order: "created",
    }),
    onePerUser: true,
    get: createGetAt(transport)(ONE),
    // URLs on every server: 2024-10 refuses uuids, and the URL of the public offering that resources show.
    create: ({ offeringUuid, userUuid, username }, call) =>
      create(call, "/api/marketplace-offering-users/", {
        offering: `/api/marketplace-provider-offerings/${offeringUuid}/`,
        user: `/api/users/${userUuid}/`,
        ...(username === undefined ? {} : { username }),
      }),
    setUsername: (uuid, username, call) => patch(call, ONE, at(uuid), { username }),
    remove: (uuid, call) => remove(call, ONE, at(uuid)),
    advance: (uuid, step, told, call) =>
      post(call, `${ONE}${step}/`, at(uuid), step.startsWith("set_pending") ? told : undefined),
    setComments: (uuid, told, call) => patch(call, `${ONE}update_comments/`, at(uuid), told),
    setRestricted: (uuid, is_restricted, call) =>
      post(call, `${ONE}update_restricted/`, at(uuid), { is_restricted }),
    setRuntimeState: (uuid, runtime_state, call) =>
      post(call, `${ONE}update_runtime_state/`, at(uuid), { runtime_state }),
    shared: (kind, uuid) =>
      listAt(
        `/api/marketplace-provider-offerings/{uuid}/list_${kind}_accounts/`,
        { parameters: ["page", "page_size"], selectable: false },
        uuid,
      ),
  };
}
