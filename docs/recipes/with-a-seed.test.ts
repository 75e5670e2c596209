import { createPuhuriClient } from "@puhuri/sdk";
import { createFakePuhuri } from "@puhuri/testing";
import { expect, it } from "vitest";

it("reports only where something has changed", async () => {
  const fake = createFakePuhuri({
    dialect: "current",
    seed(seed) {
      seed.user({ username: "boss" });
      seed.organization({ name: "Centre", service_provider: true, owners: ["boss"] });
      seed.organization({ name: "Group" });
      seed.project({ name: "Physics" });
      seed.offering({ name: "Cluster", components: [{ type: "cpu" }] });
      seed.allocation({ name: "idle", state: "OK", usages: { cpu: 10 } });
      seed.allocation({ name: "busy", state: "OK", usages: { cpu: 10 } });
    },
  });
  const puhuri = createPuhuriClient({
    baseUrl: "https://puhuri.test",
    token: fake.tokenOf("boss"),
    billingTimeZone: "UTC", // the fake's, so that it can report around the end of a month too
    fetch: fake.fetch,
  });

  const outcomes: Record<string, string> = {};
  for (const { uuid, name } of fake.state.resources) {
    const { outcome } = await puhuri.resources.reportUsage(uuid, { cpu: name === "busy" ? 25 : 10 });
    outcomes[name] = outcome;
  }
  expect(outcomes).toEqual({ idle: "unchanged", busy: "changed" });
});
