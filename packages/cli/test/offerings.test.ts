import { expect, test } from "vitest";
import { openTerminal } from "./terminal.ts";

test("offerings are a table for people, and CSV or JSON for programs", async () => {
  const { puhuri } = openTerminal();
  const table = await puhuri("offerings");
  expect(table.err).toBe("");
  expect(table.out).toMatch(/uuid +name +state +type/);
  const csv = await puhuri("offerings --csv --fields uuid,name");
  expect(csv.out).toMatch(/^uuid,name\n[0-9a-f]{32},/);
  const [first = ""] = (await puhuri("offerings --json")).out.split("\n");
  expect(JSON.parse(first)).toHaveProperty("uuid");
});

test("a command line that is wrong ends with 2, no token with 3, and neither sends anything", async () => {
  const { puhuri, fake } = openTerminal();
  expect((await puhuri("offering")).code).toBe(2);
  const noToken = await puhuri("offerings", { env: { PUHURI_URL: "https://puhuri.test" } });
  expect(noToken).toMatchObject({ code: 3, err: expect.stringContaining("PUHURI_TOKEN_FILE") });
  expect(fake.requests).toEqual([]);
});
