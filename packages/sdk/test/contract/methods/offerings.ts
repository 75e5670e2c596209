import type { Contracts } from "../contract.ts";
import { exampleOf, pick, rowsOf } from "../spec-examples.ts";
import { OFFERING } from "./ids.ts";

const offering2021 = exampleOf("offerings_get", "2021");
const offering = exampleOf("provider_offerings_get", "current");

export const offeringContracts: Contracts<"offerings"> = {
  "offerings.list": [
    {
      says: "lists whole rows, oldest first",
      list: ({ offerings }) => offerings.list({ state: "Active", shared: true }),
      "2021": {
        operation: "offerings_list",
        path: "/api/marketplace-offerings/",
        filters: "state=Active&shared=true",
        besides: "o=created",
        rows: rowsOf("offerings_list", "2021"),
      },
      current: {
        operation: "provider_offerings_list",
        path: "/api/marketplace-provider-offerings/",
        filters: "state=Active&shared=true",
        besides: "o=created",
        rows: rowsOf("provider_offerings_list", "current"),
      },
    },
  ],
  "offerings.get": [
    {
      says: "gets a whole row",
      call: ({ offerings }) => offerings.get(OFFERING),
      "2021": {
        requests: [{ operation: "offerings_get", line: `GET /api/marketplace-offerings/${OFFERING}/` }],
        result: offering2021,
      },
      current: {
        requests: [
          {
            operation: "provider_offerings_get",
            line: `GET /api/marketplace-provider-offerings/${OFFERING}/`,
          },
        ],
        result: offering,
      },
    },
    {
      says: "gets some columns",
      call: ({ offerings }) => offerings.get(OFFERING, { fields: ["name", "components"] }),
      "2021": {
        requests: [
          {
            operation: "offerings_get",
            line: `GET /api/marketplace-offerings/${OFFERING}/?field=name&field=components`,
          },
        ],
        result: pick(offering2021, ["name", "components"]),
      },
      current: {
        requests: [
          {
            operation: "provider_offerings_get",
            line: `GET /api/marketplace-provider-offerings/${OFFERING}/?field=name&field=components`,
          },
        ],
        result: pick(offering, ["name", "components"]),
      },
    },
  ],
  "offerings.userAttributes": [
    {
      says: "reads what the offering exposes",
      call: ({ offerings }) => offerings.userAttributes(OFFERING),
      "2021": "unsupported",
      current: {
        requests: [
          {
            operation: "provider_offerings_user_attribute_config_get",
            line: `GET /api/marketplace-provider-offerings/${OFFERING}/user-attribute-config/`,
          },
        ],
        result: exampleOf("provider_offerings_user_attribute_config_get", "current"),
      },
    },
  ],
  "offerings.isBackendIdFree": [
    {
      says: "asks for one offering",
      call: ({ offerings }) => offerings.isBackendIdFree(OFFERING, "hpc-17"),
      "2021": "unsupported",
      current: { requests: [checkFor("hpc-17", false)], result: true },
    },
    {
      says: "asks for all of the provider's",
      call: ({ offerings }) => offerings.isBackendIdFree(OFFERING, "hpc-17", { allOfferings: true }),
      "2021": "unsupported",
      current: { requests: [checkFor("hpc-17", true)], result: true },
    },
  ],
};

function checkFor(backend_id: string, check_all_offerings: boolean) {
  return {
    operation: "provider_offerings_check_unique_backend_id",
    line: `POST /api/marketplace-provider-offerings/${OFFERING}/check_unique_backend_id/`,
    body: { backend_id, check_all_offerings },
  };
}
