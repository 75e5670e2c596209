import {
  projectFields,
  projectPermissionFields,
  serviceProviderFields,
  serviceProvidersKeysListParameters,
  serviceProvidersListParameters,
  serviceProvidersProjectPermissionsListParameters,
  serviceProvidersProjectsListParameters,
  serviceProvidersUsersListParameters,
  serviceProviderUserFields,
  sshKeyFields,
} from "@puhuri/api-types";
import { serviceProviderListing } from "../common-listings.ts";
import { defineListing } from "../listing.ts";
import type { ServiceProvidersApi } from "../provider-api.ts";
import { headersOf, type PuhuriHttp, pageOf, type Query } from "../wire.ts";

export function serviceProvidersCurrent(http: PuhuriHttp): ServiceProvidersApi {
  return {
    listing: serviceProviderListing(http, {
      parameters: serviceProvidersListParameters,
      columns: serviceProviderFields,
    }),

    users(uuid) {
      const url = "/api/marketplace-service-providers/{uuid}/users/";
      return defineListing<Query<"service_providers_users_list">>({
        path: "/api/marketplace-service-providers/{uuid}/users/",
        parameters: serviceProvidersUsersListParameters,
        columns: serviceProviderUserFields,
        shownBy: { username_list: "username" },
        page: (query, call) =>
          pageOf(
            http.send(call, (api, init) => api.GET(url, { ...init, params: { path: { uuid }, query } })),
          ),
        count: (query, call) =>
          headersOf(
            http.send(call, (api, init) => api.HEAD(url, { ...init, params: { path: { uuid }, query } })),
          ),
      });
    },

    sshKeys(uuid) {
      const url = "/api/marketplace-service-providers/{uuid}/keys/";
      return defineListing<Query<"service_providers_keys_list">>({
        path: "/api/marketplace-service-providers/{uuid}/keys/",
        parameters: serviceProvidersKeysListParameters,
        uuids: ["uuid"],
        columns: sshKeyFields,
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
        page: (query, call) =>
          pageOf(
            http.send(call, (api, init) => api.GET(url, { ...init, params: { path: { uuid }, query } })),
          ),
        count: (query, call) =>
          headersOf(
            http.send(call, (api, init) => api.HEAD(url, { ...init, params: { path: { uuid }, query } })),
          ),
      });
    },

    projects(uuid) {
      const url = "/api/marketplace-service-providers/{uuid}/projects/";
      return defineListing<Query<"service_providers_projects_list">>({
        path: "/api/marketplace-service-providers/{uuid}/projects/",
        parameters: serviceProvidersProjectsListParameters,
        uuids: ["customer", "user_uuid_with_active_role"],
        columns: projectFields,
        shownBy: {
          name_exact: "name",
          slug: "slug",
          backend_id: "backend_id",
          customer: "customer_uuid",
          is_removed: "is_removed",
        },
        page: (query, call) =>
          pageOf(
            http.send(call, (api, init) => api.GET(url, { ...init, params: { path: { uuid }, query } })),
          ),
        count: (query, call) =>
          headersOf(
            http.send(call, (api, init) => api.HEAD(url, { ...init, params: { path: { uuid }, query } })),
          ),
      });
    },

    projectPermissions(uuid) {
      const url = "/api/marketplace-service-providers/{uuid}/project_permissions/";
      return defineListing<Query<"service_providers_project_permissions_list">>({
        path: "/api/marketplace-service-providers/{uuid}/project_permissions/",
        parameters: serviceProvidersProjectPermissionsListParameters,
        uuids: ["user"],
        columns: projectPermissionFields,
        shownBy: { user: "user_uuid", username: "user_username", role_name: "role_name" },
        // A permission has no uuid here, and one of a custom role no name of it.
        identity: ["user_uuid", "project_uuid", "role", "created"],
        page: (query, call) =>
          pageOf(
            http.send(call, (api, init) => api.GET(url, { ...init, params: { path: { uuid }, query } })),
          ),
        count: (query, call) =>
          headersOf(
            http.send(call, (api, init) => api.HEAD(url, { ...init, params: { path: { uuid }, query } })),
          ),
      });
    },

    async setOfferingsUsername(uuid, user_uuid, username, call) {
      const request = { params: { path: { uuid } }, body: { user_uuid, username } };
      await http.send(call, (api, init) =>
        api.POST("/api/marketplace-service-providers/{uuid}/set_offerings_username/", {
          ...init,
          ...request,
        }),
      );
    },
  };
}
