import { expect, test } from "vitest";
import { ask } from "./ask.ts";
import { currentFake } from "./scene.ts";

test.each([
  [undefined, { version: "8.1.3", latest_version: "8.1.3" }],
  ["8.1", { version: "8.1.3", latest_version: "8.1.3" }],
  ["8.0", { version: "8.0.9", latest_version: "8.1.3" }],
] as const)(
  "a fake of generation %s tells its version to everybody with a token",
  async (generation, version) => {
    const fake = currentFake(generation === undefined ? {} : { generation });
    const { status, body } = await ask(fake, "outsider", "GET", "version/");
    expect([status, body]).toEqual([200, version]);
  },
);

test("2024-10 tells its version to staff only", async () => {
  const fake = currentFake({ generation: "2024-10" });
  expect((await ask(fake, "owner", "GET", "version/")).status).toBe(403);
  expect((await ask(fake, "staff", "GET", "version/")).body).toEqual({ version: "2024-10" });
});
