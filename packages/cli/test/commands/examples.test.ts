import { describe, expect, test } from "vitest";
import { commandNames, examplesOf } from "../examples.ts";
import { openTerminal, wordsOf } from "../terminal.ts";

const folder = import.meta.dirname;
const examples = (await Promise.all(commandNames.map(examplesOf))).flat();
const generations = [
  ["8.x", { dialect: "current" }],
  ["2024-10", { dialect: "current", generation: "2024-10" }],
  ["2021", { dialect: "2021" }],
] as const;

test.each(commandNames)("the help of %s has examples of it", async (command) => {
  const lines = await examplesOf(command);
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toMatch(new RegExp(`^${command}( |$)`));
});

test.each(examples)("puhuri %s", async (line) => {
  const { puhuri } = openTerminal();
  const finished = await puhuri(line, { folder });
  expect(finished).toMatchObject({ code: 0, err: "" });
  expect(finished.out).not.toBe("");
});

describe.each(generations)("on a server of %s", (_, options) => {
  test.each(examples)("puhuri %s ends well, or says what this server lacks", async (line) => {
    const { code, err } = await openTerminal(options).puhuri(line, { folder });
    if (code !== 0)
      expect(err).toMatch(/on this server|this server has|2021 server|no reportable component/i);
  });

  const writes = commandNames.filter((name) => isWrite(name));
  test.each(writes)("puhuri %s --dry-run writes nothing", async (name) => {
    for (const line of examples.filter((each) => each.startsWith(name))) {
      const { puhuri, fake } = openTerminal(options);
      await puhuri([...wordsOf(line), "--dry-run"], { folder });
      expect(fake.requests.length).toBeGreaterThan(0);
      expect(fake.requests.filter(isWriting)).toEqual([]);
    }
  });
});

function isWriting({ method }: { readonly method: string }): boolean {
  return method !== "GET" && method !== "HEAD";
}

/** Whether a command writes anything in one of its examples. */
function isWrite(name: string): boolean {
  return examples.some((line) => line.startsWith(`${name} `) && line.includes("--dry-run"));
}

test("every command that writes has --dry-run", async () => {
  for (const line of examples.filter((each) => !each.includes("--dry-run"))) {
    const { puhuri, fake } = openTerminal();
    await puhuri(line, { folder });
    const wrote = fake.requests.some(isWriting);
    const name = commandNames.find((each) => `${line} `.startsWith(`${each} `)) ?? "";
    expect([name, wrote && !isWrite(name)]).toEqual([name, false]);
  }
});

/** Servers and networks that tell everybody the token. */
const chatty: readonly [string, (token: string) => Promise<Response>][] = [
  ["a refusal", (token) => Promise.resolve(Response.json({ detail: `No: ${token}` }, { status: 400 }))],
  ["a 401", (token) => Promise.resolve(Response.json({ detail: `No: ${token}` }, { status: 401 }))],
  ["a page", (token) => Promise.resolve(new Response(`<html>${token}</html>`, { status: 403 }))],
  [
    "an error",
    (token) =>
      Promise.reject(new TypeError(`fetch failed`, { cause: new Error(`certificate for ${token}`) })),
  ],
];

describe.each(chatty)("if the token is in %s", (_, answer) => {
  test.each(examples)("it is not printed by puhuri %s", async (line) => {
    const { puhuri, fake } = openTerminal();
    const token = fake.tokenOf("owner");
    let asked = 0;
    // At once, and after the generation of the server is known.
    for (const after of [0, 1]) {
      const fetch: typeof fake.fetch = (input, init) => {
        asked += 1;
        return asked > after ? answer(token) : fake.fetch(input, init);
      };
      const { out, err } = await puhuri(line, { folder, fetch });
      expect(out + err).not.toContain(token);
      asked = 0;
    }
  });
});

test("no command that succeeds prints the token", async () => {
  for (const line of examples) {
    const { puhuri, fake } = openTerminal();
    const { out, err } = await puhuri(line, { folder });
    expect(out + err).not.toContain(fake.tokenOf("owner"));
  }
});
