import {
  type paths,
  serviceProvidersKeysListParameters,
  serviceProvidersListParameters,
  serviceProvidersProjectPermissionsListParameters,
  serviceProvidersProjectsListParameters,
  serviceProvidersUsersListParameters,
} from "@puhuri/api-types";
import type { Transport } from "../http/transport.ts";
import { createListAt, createRequests } from "./requests.ts";
import type { ServiceProviderRequests } from "./server.ts";

/** What servers from 2024-10 up to 8.x tell of providers, and of the people and projects that use them. */
export function currentServiceProviders(transport: Transport): ServiceProviderRequests {
  const { post } = createRequests<paths>(transport);
  const listAt = createListAt(transport);

  return {
    listing: listAt("/api/marketplace-service-providers/", {
      parameters: serviceProvidersListParameters,
    }),
    users: (uuid) =>
      listAt(
        "/api/marketplace-service-providers/{uuid}/users/",
        {
          parameters: serviceProvidersUsersListParameters,
          shownBy: { username_list: "username" },
        },
        uuid,
      ),
    sshKeys: (uuid) =>
      listAt(
        "/api/marketplace-service-providers/{uuid}/keys/",
        {
          parameters: serviceProvidersKeysListParameters,
          uuids: ["uuid"],
          // 2024-10 takes no notice of any filter here, and lists the keys of everybody.
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
    projects: (uuid) =>
      listAt(
        "/api/marketplace-service-providers/{uuid}/projects/",
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
    projectPermissions: (uuid) =>
      listAt(
        "/api/marketplace-service-providers/{uuid}/project_permissions/",
        {
          parameters: serviceProvidersProjectPermissionsListParameters,
          uuids: ["user"],
          shownBy: { user: "user_uuid", username: "user_username", role_name: "role_name" },
          // A permission has no uuid here, and one of a custom role no name of it.
          identity: ["user_uuid", "project_uuid", "role", "created"],
        },
        uuid,
      ),
    setOfferingsUsername: (uuid, user_uuid, username, call) =>
      post(
        call,
        "/api/marketplace-service-providers/{uuid}/set_offerings_username/",
        { path: { uuid } },
        {
          user_uuid,
          username,
        },
      ),
  };
}
