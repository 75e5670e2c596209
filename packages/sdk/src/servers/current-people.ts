import {
  type OfferingUser,
  offeringUsersListParameters,
  type RuntimeState,
  serviceProvidersKeysListParameters,
  serviceProvidersListParameters,
  serviceProvidersProjectPermissionsListParameters,
  serviceProvidersProjectsListParameters,
  serviceProvidersUsersListParameters,
} from "@puhuri/api-types";
import type { Call } from "../http/call.ts";
import type { Requests } from "./requests.ts";

/** An offering user to make; offering and user by uuid. */
export interface OfferingUserRequest {
  readonly offeringUuid: string;
  readonly userUuid: string;
  readonly username?: string | undefined;
}

/** A step in the life of an offering user. */
export type OfferingUserCommand =
  | "begin_creating"
  | "set_pending_account_linking"
  | "set_pending_additional_validation"
  | "set_ok"
  | "set_error_creating"
  | "request_deletion"
  | "set_deleting"
  | "set_deleted"
  | "set_error_deleting";

/** What the user has to do, for them to read. */
interface Comment {
  comment: string | undefined;
  comment_url: string | undefined;
}

const OFFERING_USERS = "/api/marketplace-offering-users/";
const OFFERING_USER = `${OFFERING_USERS}{uuid}/` as const;
const SERVICE_PROVIDERS = "/api/marketplace-service-providers/";
const SERVICE_PROVIDER = `${SERVICE_PROVIDERS}{uuid}/` as const;

/** Offering users on servers from 2024-10 up to 8.x. */
export const currentOfferingUsers = ({ create, getAt, listAt, patch, post, remove }: Requests) => ({
  // The server's own order is by username, and the many blank ones tie.
  listing: listAt(OFFERING_USERS, {
    parameters: offeringUsersListParameters,
    shownBy: { state: "state" },
    order: "created",
  }),
  /** Whether the server refuses a second one for the same user and offering, so that creating it can be repeated. */
  onePerUser: true as boolean,
  get: getAt(OFFERING_USER),
  // URLs on every server: 2024-10 refuses uuids, and the URL of the public offering that resources show.
  create: ({ offeringUuid, userUuid, username }: OfferingUserRequest, call: Call): Promise<OfferingUser> =>
    create(call, OFFERING_USERS, {
      offering: `/api/marketplace-provider-offerings/${offeringUuid}/`,
      user: `/api/users/${userUuid}/`,
      username,
    }),
  setUsername: (uuid: string, username: string, call: Call): Promise<OfferingUser | undefined> =>
    patch(call, OFFERING_USER, uuid, { username }),
  remove: (uuid: string, call: Call) => remove(call, OFFERING_USER, uuid),
  /** From 8.x on, as all below. */
  advance: (uuid: string, step: OfferingUserCommand, comment: Comment, call: Call) =>
    post(call, `${OFFERING_USER}${step}/`, uuid, step.startsWith("set_pending") ? comment : undefined),
  setComments: (
    uuid: string,
    comments: {
      service_provider_comment: string | undefined;
      service_provider_comment_url: string | undefined;
    },
    call: Call,
  ) => patch(call, `${OFFERING_USER}update_comments/`, uuid, comments),
  setRestricted: (uuid: string, is_restricted: boolean, call: Call) =>
    post(call, `${OFFERING_USER}update_restricted/`, uuid, { is_restricted }),
  setRuntimeState: (uuid: string, runtime_state: RuntimeState, call: Call) =>
    post(call, `${OFFERING_USER}update_runtime_state/`, uuid, { runtime_state }),
  /** User names at an offering that belong to no single user: those of programs and of courses. */
  shared: (kind: "project_service" | "customer_service" | "course", offeringUuid: string) =>
    listAt(
      `/api/marketplace-provider-offerings/{uuid}/list_${kind}_accounts/`,
      { parameters: ["page", "page_size"], selectable: false },
      offeringUuid,
    ),
});

/** Service providers, and the people and projects that use them, on servers from 2024-10 up to 8.x. */
export const currentServiceProviders = ({ listAt, post }: Requests) => ({
  listing: listAt(SERVICE_PROVIDERS, { parameters: serviceProvidersListParameters }),
  users: (uuid: string) =>
    listAt(
      `${SERVICE_PROVIDER}users/`,
      { parameters: serviceProvidersUsersListParameters, shownBy: { username_list: "username" } },
      uuid,
    ),
  sshKeys: (uuid: string) =>
    listAt(
      `${SERVICE_PROVIDER}keys/`,
      {
        parameters: serviceProvidersKeysListParameters,
        uuids: ["uuid"],
        // 2024-10 ignores all filters here, and lists everybody's keys.
        shownBy: {
          user_uuid: "user_uuid",
          uuid: "uuid",
          name_exact: "name",
          is_shared: "is_shared",
          fingerprint_md5: "fingerprint_md5",
          fingerprint_sha256: "fingerprint_sha256",
          fingerprint_sha512: "fingerprint_sha512",
        },
      },
      uuid,
    ),
  projects: (uuid: string) =>
    listAt(
      `${SERVICE_PROVIDER}projects/`,
      {
        parameters: serviceProvidersProjectsListParameters,
        uuids: ["customer", "user_uuid_with_active_role"],
        shownBy: {
          name_exact: "name",
          slug: "slug",
          backend_id: "backend_id",
          customer: "customer_uuid",
          is_removed: "is_removed",
        },
      },
      uuid,
    ),
  projectPermissions: (uuid: string) =>
    listAt(
      `${SERVICE_PROVIDER}project_permissions/`,
      {
        parameters: serviceProvidersProjectPermissionsListParameters,
        uuids: ["user"],
        shownBy: { user: "user_uuid", username: "user_username", role_name: "role_name" },
        // A permission has no uuid here, and one of a custom role no name of it.
        identity: ["user_uuid", "project_uuid", "role", "created"],
      },
      uuid,
    ),
  setOfferingsUsername: (uuid: string, user_uuid: string, username: string, call: Call) =>
    post(call, `${SERVICE_PROVIDER}set_offerings_username/`, uuid, { user_uuid, username }),
});
