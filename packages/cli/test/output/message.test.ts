import { expect, test } from "vitest";
import { openTerminal, typed } from "../terminal.ts";

test("what a server says harms no terminal, in an error and in a finding of the doctor", async () => {
  const { fake, puhuri } = openTerminal();
  const owner = fake.state.users.all().find(({ username }) => username === "owner");
  if (owner !== undefined) owner.first_name = "Olga\u001b[2J \u202e";
  expect((await puhuri("doctor")).out).toContain("token        of Olga [2J   Owner (owner)");
  const answer = () => Response.json({ detail: "No\u001b[2J \u202ereally." }, { status: 403 });
  const { err } = await puhuri("offerings", { fetch: async () => answer() });
  expect(err).toMatch(/^puhuri: GET .* answered 403: No \[2J {2}really\.\n/);
});

test("what a file names harms no terminal either", async () => {
  const { puhuri } = openTerminal();
  const { err } = await puhuri("usage report - --offering cf4eb9c29fc74af4ade667fcb53633d5", {
    stdin: typed('{"backend_id":"x\\u001b[2J","cpu":1}\n', false),
  });
  expect(err).toContain("puhuri: x [2J: no allocation of this offering");
});
