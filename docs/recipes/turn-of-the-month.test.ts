import { createPuhuriClient } from "@puhuri/sdk";
import { createFakePuhuri } from "@puhuri/testing";
import { expect, it } from "vitest";

it("books on December nothing that was measured in November", async () => {
  // One clock for both sides, which stands still unless it is moved.
  let time = Date.parse("2026-11-30T23:30:00Z");
  const fake = createFakePuhuri({ dialect: "current", timeZone: "UTC", now: () => new Date(time) });
  const puhuri = createPuhuriClient({
    baseUrl: "https://puhuri.test",
    token: fake.tokenOf("owner"),
    fetch: fake.fetch,
    billingTimeZone: "UTC",
    clock: {
      now: () => time,
      async sleep(ms) {
        time += ms;
      },
    },
  });
  const uuid = fake.state.resourceNamed("Running resource")?.uuid ?? "";

  const measuredAt = new Date(time);
  await puhuri.resources.reportUsage(uuid, { cpu: 10 }, { measuredAt });
  time += 60 * 60_000;
  await expect(puhuri.resources.reportUsage(uuid, { cpu: 12 }, { measuredAt })).rejects.toMatchObject({
    code: "usage-report",
    reason: "month-changed",
  });
  // The new month begins at nothing.
  const { stored } = await puhuri.resources.reportUsage(uuid, { cpu: 1 }, { measuredAt: new Date(time) });
  expect(stored).toEqual({});

  const cpu = (month: string) =>
    fake.invoiced(month).filter(({ component_type }) => component_type === "cpu");
  expect(cpu("2026-11").map(({ quantity }) => quantity)).toEqual([10]);
  expect(cpu("2026-12").map(({ quantity }) => quantity)).toEqual([1]);
});
