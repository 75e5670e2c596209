import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SDK_NAMES } from "../../src/output/message.ts";
import { openTerminal, typed } from "../terminal.ts";

test("text from a server is made safe for a terminal, in errors and in findings of the doctor", async () => {
  const { fake, puhuri } = openTerminal();
  const owner = fake.state.users.all().find(({ username }) => username === "owner");
  if (owner !== undefined) owner.first_name = "Olga\u001b[2J \u202e";
  expect((await puhuri("doctor")).out).toContain("token        of Olga [2J   Owner (owner)");
  const answer = () => Response.json({ detail: "No\u001b[2J \u202ereally." }, { status: 403 });
  const { err } = await puhuri("offerings", { fetch: async () => answer() });
  expect(err).toMatch(/^puhuri: GET .* answered 403: No \[2J {2}really\.\n/);
});

test("text from a file is made safe too", async () => {
  const { puhuri } = openTerminal();
  const { err } = await puhuri("usage report - --offering cf4eb9c29fc74af4ade667fcb53633d5", {
    stdin: typed('{"backend_id":"x\\u001b[2J","cpu":1}\n', false),
  });
  expect(err).toContain("puhuri: x [2J: no allocation of this offering");
});

const SDK_SOURCES = new URL("../../../sdk/src/", import.meta.url);
// Long messages stand on several lines of a source.
const SDK_TEXT = readdirSync(SDK_SOURCES, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(new URL(file, SDK_SOURCES), "utf8").replace(/" \+\s*["`]|["`],?\s*\+\s*"/g, ""))
  .join("\n");

test.each([...SDK_NAMES.keys()])("the SDK still says what the command puts in its own words: %s", (name) => {
  expect(SDK_TEXT).toContain(name);
});
