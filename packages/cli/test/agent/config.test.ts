import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readConfig } from "../../src/agent/config.ts";

const folder = mkdtempSync(join(tmpdir(), "puhuri-config-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "create"), "", { mode: 0o755 });
writeFileSync(join(folder, "plain"), "", { mode: 0o644 });

const GOOD = `url: https://puhuri.example
token_file: token
offerings:
  - uuid: CF4EB9C2-9FC7-4AF4-ADE6-67FCB53633D5
    programs:
      create: ./create
      terminate: [slurm-terminate, --now]
    every: 10m
`;

function read(text: string, env: Record<string, string> = {}) {
  const file = join(folder, "agent.yaml");
  writeFileSync(file, text);
  return readConfig(file, env);
}

test("a config has its own files by their full names, and a default for all that may be left out", () => {
  expect(read(GOOD)).toEqual({
    url: "https://puhuri.example",
    tokenFile: join(folder, "token"),
    stateDir: join(folder, "agent-state"),
    listen: undefined,
    logs: "json",
    folder,
    offerings: [
      {
        uuid: "cf4eb9c29fc74af4ade667fcb53633d5",
        programs: { create: ["./create"], terminate: ["slurm-terminate", "--now"] },
        everyMs: 600_000,
        usersEveryMs: 900_000,
        timeLimitMs: 300_000,
        usageAt: "02:30",
        timeZone: "UTC",
        dryRun: false,
        env: {},
      },
    ],
  });
});

test("what systemd sets is where the token and the state are", () => {
  const env = { CREDENTIALS_DIRECTORY: "/run/credentials/agent", STATE_DIRECTORY: "/var/lib/puhuri-agent" };
  expect(read(GOOD.replace("token_file: token\n", ""), env)).toMatchObject({
    tokenFile: "/run/credentials/agent/puhuri-token",
    stateDir: "/var/lib/puhuri-agent",
  });
  expect(() => read(GOOD.replace("token_file: token\n", ""))).toThrow("No token");
});

test.each([
  ["a key that is mistyped", GOOD.replace("every", "evry"), ":8: offerings[0].evry is not a setting"],
  ["a key that is missing", GOOD.replace("url: https://puhuri.example", "logs: json"), ":1: url is missing"],
  ["a time that is none", GOOD.replace("10m", "10 minutes"), ":8: offerings[0].every must be a time such as"],
  [
    "a time that is too long",
    GOOD.replace("10m", "25h"),
    ":8: offerings[0].every must not be longer than 24h",
  ],
  [
    "a program that is missing",
    GOOD.replace("./create", "./creat"),
    ":6: offerings[0].programs.create is not a program",
  ],
  [
    "a program that cannot be run",
    GOOD.replace("./create", "./plain"),
    ":6: offerings[0].programs.create cannot be run: chmod +x",
  ],
  [
    "no program to create",
    GOOD.replace("create: ./create", "update: ./create"),
    ":5: offerings[0].programs.create is missing",
  ],
  [
    "a program of no name",
    GOOD.replace("terminate", "delete"),
    ":7: offerings[0].programs.delete is not a setting",
  ],
  [
    "user-remove alone",
    GOOD.replace("terminate", "user-remove"),
    ":7: offerings[0].programs.user-remove needs a user-create",
  ],
  [
    "a uuid that is none",
    GOOD.replace("CF4EB9C2", "Sample"),
    ":4: offerings[0].uuid must be the uuid of an offering",
  ],
  [
    "a time zone that is none",
    `${GOOD}    time_zone: Mars/Olympus\n`,
    ":9: offerings[0].time_zone must be a time zone such as",
  ],
  [
    "an offering that is there twice",
    GOOD + GOOD.split("\n").slice(3).join("\n"),
    ":9: offerings[1].uuid is the uuid of an offering that is already listed above",
  ],
  ["a port that is none", `${GOOD}listen: 127.0.0.1:65536\n`, ":9: listen must have a port of at most 65535"],
  ["YAML that is none", GOOD.replace("offerings:", "offerings: ["), ":4: "],
])("a config names line and key of %s", (_, text, message) => {
  expect(() => read(text)).toThrow(`agent.yaml${message}`);
});

test("a config with several mistakes is refused with all of them", () => {
  const text = GOOD.replace("evry", "every").replace("10m", "0s").replace("https:", "ftp:");
  expect(() => read(text)).toThrow(/agent\.yaml:1: url .*\n.*agent\.yaml:8: offerings\[0\]\.every /);
});
