import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { openTerminal } from "../terminal.ts";

const { puhuri, fake } = openTerminal();
const token = fake.tokenOf("owner");
const url = "https://puhuri.test";
let home = "";

beforeEach(() => {
  fake.reset();
  home = mkdtempSync(join(tmpdir(), "puhuri-home-"));
  const folder = home;
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

/** Writes the config file of the home folder. */
function configure(text: string, mode = 0o600): string {
  mkdirSync(join(home, ".config/puhuri"), { recursive: true });
  const file = join(home, ".config/puhuri/config.yaml");
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
}

const offerings = (env: Record<string, string>) => puhuri("offerings", { env, home, folder: home });

test("the token can be in a variable, in a file, or in the config file with the address", async () => {
  expect((await offerings({ PUHURI_URL: url, PUHURI_TOKEN: token })).code).toBe(0);
  writeFileSync(join(home, "secret"), `${token}\n`);
  expect((await offerings({ PUHURI_URL: url, PUHURI_TOKEN_FILE: "secret" })).code).toBe(0);
  configure(`url: ${url}\ntoken: "${token}"\n`);
  expect(await offerings({})).toMatchObject({ code: 0, err: "" });
  configure(`url: ${url}\ntoken_file: ../../secret\n`, 0o644);
  expect((await offerings({})).code).toBe(0);
});

// Windows has no such rights: there a home folder is its user's alone.
test("a config file with a token that others can read is refused", async () => {
  const file = configure(`url: ${url}\ntoken: "${token}"\n`, 0o640);
  const { code, err } = await offerings({});
  const isRefused = process.platform !== "win32";
  expect(code).toBe(isRefused ? 2 : 0);
  expect(err.includes(`chmod 600 ${file}`)).toBe(isRefused);
});

test("the token in the config file goes only to the server that the file names", async () => {
  configure(`url: ${url}\ntoken: "${token}"\n`);
  expect((await offerings({ PUHURI_URL: url })).code).toBe(0);
  fake.reset();
  const other = await offerings({ PUHURI_URL: "https://elsewhere.test" });
  expect(other).toMatchObject({ code: 3, err: expect.stringContaining("PUHURI_TOKEN_FILE") });
  expect(fake.requests).toEqual([]);
});

test.each([
  ["nothing is set", {}, 2, "PUHURI_URL"],
  ["there is no token", { PUHURI_URL: url }, 3, "PUHURI_TOKEN_FILE"],
  ["the token's file is not there", { PUHURI_URL: url, PUHURI_TOKEN_FILE: "gone" }, 3, "no such file"],
  ["the address is none", { PUHURI_URL: "puhuri.test", PUHURI_TOKEN: token }, 2, "PUHURI_URL must be"],
  ["the address is not safe", { PUHURI_URL: "http://puhuri.test", PUHURI_TOKEN: token }, 2, "https"],
  ["the time zone is none", { PUHURI_URL: url, PUHURI_TOKEN: token, PUHURI_TIME_ZONE: "Tartu" }, 2, "zone"],
  ["the config file is not there", { PUHURI_CONFIG: "gone.yaml" }, 2, "no such file"],
])("nothing is sent when %s", async (_, env, code, words) => {
  const finished = await offerings(env);
  expect(finished).toMatchObject({ code, out: "", err: expect.stringContaining(words) });
  expect(finished.err).not.toContain(token);
  expect(fake.requests).toEqual([]);
});

test.each([
  ["a key that is not known", `ulr: ${url}\ntoken: ${token}\n`, "may have url, token, token_file, time_zone"],
  ["what is not YAML", `token: "${token}\n`, "is not YAML: look at line 2 and above it."],
  ["no keys", `${token}\n`, "must have lines"],
  ["a number", "url: 5\n", "url in the config file"],
])("a config file with %s is refused, and not quoted", async (_, text, words) => {
  configure(text);
  const { code, err } = await offerings({});
  expect(code).toBe(2);
  expect(err).toContain(words);
  expect(err).not.toContain(token);
});

test("the name of a token file is not printed: it may be the token", async () => {
  for (const variable of ["PUHURI_TOKEN_FILE", "PUHURI_URL"]) {
    const { err } = await offerings({ PUHURI_URL: url, [variable]: token });
    expect(err).not.toContain(token);
  }
});

test("a token file that disappears while the program runs is an error", async () => {
  const file = join(home, "secret");
  writeFileSync(file, token);
  const fetch: typeof fake.fetch = (input, init) => {
    rmSync(file, { force: true });
    return fake.fetch(input, init);
  };
  const env = { PUHURI_URL: url, PUHURI_TOKEN_FILE: "secret" };
  const { code, err } = await puhuri("offerings", { env, fetch, folder: home });
  expect(code).toBe(3);
  expect(err).toContain("The file named by PUHURI_TOKEN_FILE cannot be read (no such file or directory).");
});

test("a token that is not valid is refused by the name of what holds it", async () => {
  const { code, err } = await offerings({ PUHURI_URL: url, PUHURI_TOKEN: `${token}\r` });
  expect([code, err]).toEqual([
    2,
    "puhuri: token must be visible ASCII characters. Check where you set it, such as in PUHURI_TOKEN.\n",
  ]);
});

test("a token file with more than the token, or nothing, is refused", async () => {
  const env = { PUHURI_URL: url, PUHURI_TOKEN_FILE: "secret" };
  for (const [text, words] of [
    [`${token}\n${token}\n`, "has more than the token in it"],
    ["\n", "is empty"],
  ] as const) {
    writeFileSync(join(home, "secret"), text);
    const { code, err } = await offerings(env);
    expect(code).toBe(3);
    expect(err).toContain(`The file named by PUHURI_TOKEN_FILE ${words}.`);
  }
});
