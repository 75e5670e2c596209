import type { Contract } from "../contract.ts";
import { exampleOf } from "../spec-examples.ts";
import { ORDER, RESOURCE, SERVICE_PROVIDER, USAGE, USER } from "./ids.ts";

const ACCOUNT = "4e8a6c20d1b3475f9a7e5c3d1f0b2a46";

/** A read both generations answer, each with its own example. */
function read(operation: string, path: string) {
  const requests = [{ operation, line: `GET ${path}` }];
  return {
    "2021": { requests, result: exampleOf(operation, "2021") },
    current: { requests, result: exampleOf(operation, "current") },
  };
}

/** What has no method of its own is there for users of the raw client. */
export const rawContracts: readonly Contract[] = [
  {
    says: "GET /api/",
    call: async ({ api }) => (await api.GET("/api/")).data,
    ...read("root_list", "/api/"),
  },
  {
    says: "GET /api/users/",
    call: async ({ api }) => (await api.GET("/api/users/", { params: { query: { is_active: true } } })).data,
    ...read("users_list", "/api/users/?is_active=true"),
  },
  {
    says: "HEAD /api/users/",
    call: async ({ api }) => (await api.HEAD("/api/users/")).response.status,
    "2021": { requests: [{ operation: "users_count", line: "HEAD /api/users/" }], result: 200 },
    current: { requests: [{ operation: "users_count", line: "HEAD /api/users/" }], result: 200 },
  },
  {
    says: "GET /api/keys/",
    call: async ({ api }) => (await api.GET("/api/keys/", { params: { query: { user_uuid: USER } } })).data,
    ...read("keys_list", `/api/keys/?user_uuid=${USER}`),
  },
  {
    says: "HEAD /api/keys/",
    call: async ({ api }) => (await api.HEAD("/api/keys/")).response.status,
    "2021": { requests: [{ operation: "keys_count", line: "HEAD /api/keys/" }], result: 200 },
    current: { requests: [{ operation: "keys_count", line: "HEAD /api/keys/" }], result: 200 },
  },
  {
    says: "GET /api/marketplace-service-providers/{uuid}/",
    call: async ({ api }) => {
      const params = { path: { uuid: SERVICE_PROVIDER } };
      return (await api.GET("/api/marketplace-service-providers/{uuid}/", { params })).data;
    },
    ...read("service_providers_get", `/api/marketplace-service-providers/${SERVICE_PROVIDER}/`),
  },
  {
    says: "GET /api/marketplace-offering-users/{uuid}/",
    call: async ({ api }) => {
      const params = { path: { uuid: ACCOUNT } };
      return (await api.GET("/api/marketplace-offering-users/{uuid}/", { params })).data;
    },
    current: {
      requests: [
        { operation: "offering_users_get", line: `GET /api/marketplace-offering-users/${ACCOUNT}/` },
      ],
      result: exampleOf("offering_users_get", "current"),
    },
  },
  {
    says: "DELETE /api/marketplace-offering-users/{uuid}/",
    call: async ({ api }) => {
      const params = { path: { uuid: ACCOUNT } };
      return (await api.DELETE("/api/marketplace-offering-users/{uuid}/", { params })).response.status;
    },
    current: {
      requests: [
        { operation: "offering_users_delete", line: `DELETE /api/marketplace-offering-users/${ACCOUNT}/` },
      ],
      result: 204,
    },
  },
  {
    says: "POST /api/marketplace-orders/{uuid}/cancel/",
    call: async ({ api }) => {
      const params = { path: { uuid: ORDER } };
      return (await api.POST("/api/marketplace-orders/{uuid}/cancel/", { params })).response.status;
    },
    current: {
      requests: [{ operation: "orders_cancel", line: `POST /api/marketplace-orders/${ORDER}/cancel/` }],
      result: 202,
    },
  },
  {
    says: "POST /api/marketplace-component-usages/{uuid}/set_user_usages/",
    call: async ({ api }) => {
      const request = {
        params: { path: { uuid: USAGE } },
        body: { usages: [{ username: "csc01", usage: "2.50" }] },
      };
      const path = "/api/marketplace-component-usages/{uuid}/set_user_usages/";
      return (await api.POST(path, request)).response.status;
    },
    current: {
      requests: [
        {
          operation: "component_usages_set_user_usages",
          line: `POST /api/marketplace-component-usages/${USAGE}/set_user_usages/`,
          body: { usages: [{ username: "csc01", usage: "2.50" }] },
        },
      ],
      result: 201,
    },
  },
  {
    says: "POST /api/marketplace-resources/{uuid}/, the guide's raw form",
    call: async ({ api }) => {
      const request = { params: { path: { uuid: RESOURCE } }, body: { backend_id: "project_4711" } };
      return (await api.POST("/api/marketplace-resources/{uuid}/", request)).data;
    },
    "2021": {
      requests: [
        {
          operation: "resources_set_backend_id_raw",
          line: `POST /api/marketplace-resources/${RESOURCE}/`,
          body: { backend_id: "project_4711" },
        },
      ],
      result: exampleOf("resources_set_backend_id_raw", "2021"),
    },
  },
];
