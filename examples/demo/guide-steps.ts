import type { PuhuriClient } from "@puhuri/sdk";
import * as printed from "./printed-results.ts";

/** A step of the provider guide. */
export interface GuideStep {
  /** The guide's heading. */
  readonly heading: string;
  /** The call, as a user writes it; `run` does the same. */
  readonly code: string;
  run(puhuri: PuhuriClient): Promise<unknown>;
  /** What the guide prints after it. */
  readonly printed: unknown;
  /** Where to find it: in the method's result, or in the server's answer. */
  readonly comparedWith: "result" | "answer";
}

const resourceUuid = "a1916bd53fd04b1ab1a4e700c926607b";
const offeringUuid = "cf4eb9c29fc74af4ade667fcb53633d5";
const providerUuid = "1c37f4b93cd24bd4a1a2d4e4a8e8c9f0";

/** The guide from top to bottom. */
export const guideSteps: readonly GuideStep[] = [
  {
    heading: "Getting a list of resource allocations",
    code: `await puhuri.resources.list({
  provider_uuid: providerUuid,
  state: "Creating",
  offering_uuid: offeringUuid,
  fields: ["name", "offering", "state", "limits", "plan", "project", "url"],
}).toArray()`,
    run: (puhuri) =>
      puhuri.resources
        .list({
          provider_uuid: providerUuid,
          state: "Creating",
          offering_uuid: offeringUuid,
          fields: ["name", "offering", "state", "limits", "plan", "project", "url"],
        })
        .toArray(),
    printed: printed.allocations,
    comparedWith: "result",
  },
  {
    heading: "Approving/rejecting allocations in status “CREATING”",
    code: `await puhuri.resources.setState(resourceUuid, "OK")`,
    run: (puhuri) => puhuri.resources.setState(resourceUuid, "OK"),
    printed: printed.stateChanged,
    comparedWith: "answer",
  },
  {
    heading: "Approving/rejecting allocations: created with an error",
    code: `await puhuri.resources.setState(resourceUuid, "Erred", { message: "No quota left." })`,
    run: (puhuri) => puhuri.resources.setState(resourceUuid, "Erred", { message: "No quota left." }),
    printed: printed.stateChanged,
    comparedWith: "answer",
  },
  {
    heading: "Approving/rejecting allocations: creation rejected",
    code: `await puhuri.resources.setState(resourceUuid, "Terminated")`,
    run: (puhuri) => puhuri.resources.setState(resourceUuid, "Terminated"),
    printed: printed.stateChanged,
    comparedWith: "answer",
  },
  {
    heading: "Updating resource allocation with local reference (setting backend_id field)",
    code: `await puhuri.resources.setBackendId(resourceUuid, "some-backend-id")`,
    run: (puhuri) => puhuri.resources.setBackendId(resourceUuid, "some-backend-id"),
    printed: printed.backendIdChanged,
    comparedWith: "result",
  },
  {
    heading:
      "Updating resource allocation with local reference: as raw HTTP (real servers answer it with 405)",
    code: `await puhuri.api.POST("/api/marketplace-resources/{uuid}/", {
  params: { path: { uuid: resourceUuid } },
  body: { backend_id: "some-backend-id" },
})`,
    async run(puhuri) {
      const { data, error } = await puhuri.api.POST("/api/marketplace-resources/{uuid}/", {
        params: { path: { uuid: resourceUuid } },
        body: { backend_id: "some-backend-id" },
      });
      return data ?? error;
    },
    printed: printed.backendIdChanged,
    comparedWith: "result",
  },
  {
    heading: "Providing additional access detail for resource allocation",
    code: `await puhuri.resources.submitReport(resourceUuid, [
  { header: "Header1", body: "Body1" },
  { header: "Header2", body: "Body2" },
])`,
    run: (puhuri) =>
      puhuri.resources.submitReport(resourceUuid, [
        { header: "Header1", body: "Body1" },
        { header: "Header2", body: "Body2" },
      ]),
    printed: printed.reportSubmitted,
    comparedWith: "result",
  },
  {
    heading: "Getting a list of members in a project with active resource allocations",
    code: `await puhuri.resources.team(resourceUuid)`,
    run: (puhuri) => puhuri.resources.team(resourceUuid),
    printed: printed.team,
    comparedWith: "result",
  },
  {
    heading: "Reporting usage for a resource allocation",
    code: `const { sent } = await puhuri.resources.reportUsage(
  resourceUuid, { cpu: 10, gpu: 10 }, { description: "Usage", force: true })
await puhuri.resources.planPeriods(resourceUuid)`,
    async run(puhuri) {
      await puhuri.resources.reportUsage(
        resourceUuid,
        { cpu: 10, gpu: 10 },
        { description: "Usage", force: true },
      );
      return puhuri.resources.planPeriods(resourceUuid);
    },
    printed: printed.planPeriods,
    comparedWith: "result",
  },
  {
    heading: "Granting user access to resource",
    code: `await puhuri.offeringUsers.create({ offering: offeringUuid, user: userUuid, username: "abc" })`,
    run: (puhuri) =>
      puhuri.offeringUsers.create({
        offering: "d47ca5bce71144579df29da3c290027e",
        user: "db157a5cf7f247eba161cd90eba9ac63",
        username: "abc",
      }),
    printed: printed.offeringUser,
    comparedWith: "result",
  },
  {
    heading: "Granting user access to resource: offering and user by URL",
    code: `await puhuri.offeringUsers.create({ offering: offering.url, user: user.url, username: "abc" })`,
    run: (puhuri) =>
      puhuri.offeringUsers.create({
        offering: printed.offeringUser.offering,
        user: printed.offeringUser.user,
        username: "abc",
      }),
    printed: printed.offeringUser,
    comparedWith: "result",
  },
];
