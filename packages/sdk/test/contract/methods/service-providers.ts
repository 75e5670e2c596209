import type { Contracts } from "../contract.ts";
import { pick, rowsOf } from "../spec-examples.ts";
import { ORGANIZATION, SERVICE_PROVIDER, USER } from "./ids.ts";

const LIST = {
  operation: "service_providers_list",
  path: "/api/marketplace-service-providers/",
  filters: `customer_uuid=${ORGANIZATION}`,
};

export const serviceProviderContracts: Contracts<"serviceProviders"> = {
  "serviceProviders.list": [
    {
      says: "finds the provider of an organization",
      list: ({ serviceProviders }) => serviceProviders.list({ customer_uuid: ORGANIZATION }),
      "2021": { ...LIST, rows: rowsOf("service_providers_list", "2021") },
      current: { ...LIST, rows: rowsOf("service_providers_list", "current") },
    },
  ],
  "serviceProviders.users": [
    {
      says: "lists a provider's users",
      list: ({ serviceProviders }) => serviceProviders.users(SERVICE_PROVIDER, { is_active: true }),
      "2021": "unsupported",
      current: {
        operation: "service_providers_users_list",
        path: `/api/marketplace-service-providers/${SERVICE_PROVIDER}/users/`,
        filters: "is_active=true",
        rows: rowsOf("service_providers_users_list", "current"),
      },
    },
  ],
  "serviceProviders.sshKeys": [
    {
      says: "lists the keys of one name",
      list: ({ serviceProviders }) => serviceProviders.sshKeys(SERVICE_PROVIDER, { name: "laptop" }),
      "2021": "unsupported",
      current: {
        operation: "service_providers_keys_list",
        path: `/api/marketplace-service-providers/${SERVICE_PROVIDER}/keys/`,
        filters: "name=laptop",
        rows: rowsOf("service_providers_keys_list", "current"),
      },
    },
  ],
  "serviceProviders.projects": [
    {
      says: "lists projects by column",
      list: ({ serviceProviders }) => serviceProviders.projects(SERVICE_PROVIDER, { fields: ["name"] }),
      "2021": "unsupported",
      current: {
        operation: "service_providers_projects_list",
        path: `/api/marketplace-service-providers/${SERVICE_PROVIDER}/projects/`,
        besides: "field=name&field=uuid",
        rows: rowsOf("service_providers_projects_list", "current").map((row) => pick(row, ["name"])),
      },
    },
  ],
  "serviceProviders.projectPermissions": [
    {
      says: "tells permissions, which have no uuid, apart by user, project, role and time",
      list: ({ serviceProviders }) =>
        serviceProviders.projectPermissions(SERVICE_PROVIDER, { fields: ["project_name"] }),
      "2021": "unsupported",
      current: {
        operation: "service_providers_project_permissions_list",
        path: `/api/marketplace-service-providers/${SERVICE_PROVIDER}/project_permissions/`,
        besides: "field=project_name&field=user_uuid&field=project_uuid&field=role&field=created",
        rows: rowsOf("service_providers_project_permissions_list", "current").map((row) =>
          pick(row, ["project_name"]),
        ),
      },
    },
  ],
  "serviceProviders.setOfferingsUsername": [
    {
      says: "gives a user one name",
      call: ({ serviceProviders }) =>
        serviceProviders.setOfferingsUsername(SERVICE_PROVIDER, { user_uuid: USER, username: "csc01" }),
      "2021": "unsupported",
      current: {
        requests: [
          {
            operation: "service_providers_set_offerings_username",
            line: `POST /api/marketplace-service-providers/${SERVICE_PROVIDER}/set_offerings_username/`,
            body: { user_uuid: USER, username: "csc01" },
          },
        ],
        result: undefined,
      },
    },
  ],
};
