import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { createFakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import { runBin } from "./run-bin.ts";

function seedFile(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "puhuri-fake-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const SEED = `
users:
  - { username: boss, token: "${"b".repeat(40)}" }
organizations:
  - { name: Centre, service_provider: true, owners: [boss] }
  - { name: Group }
projects:
  - { name: Physics }
offerings:
  - { name: Cluster }
allocations:
  - { name: First, state: Creating }
`;

describe("puhuri-fake", () => {
  test.each([
    ["SIGINT", "2021", []],
    ["SIGTERM", "2021", ["--cors"]],
    ["SIGTERM", "current", []],
    ["SIGTERM", "current", ["--generation", "2024-10"]],
  ] as const)(
    "prints tokens and three commands that work, and ends with 0 on %s",
    async (signal, dialect, more) => {
      const { child, ended, printed, told } = runBin(
        "puhuri-fake",
        "--port",
        "0",
        "--dialect",
        dialect,
        ...more,
      );
      await printed(/(?:curl .*\n[\s\S]*){3}/);
      for (const { username, token } of createFakePuhuri({ dialect }).state.users) {
        expect(told.out).toMatch(new RegExp(`${username} +${token} `));
      }
      for (const { uuid, name } of createFakePuhuri({ dialect }).state.offerings) {
        expect(told.out).toContain(`  ${uuid}  ${name}, of Sample HPC centre\n`);
      }
      const commands = [...told.out.matchAll(/^ {2}(curl .*)$/gm)].map(([, command = ""]) => command);
      const answers: string[] = [];
      for (const command of commands) {
        answers.push((await promisify(execFile)("sh", ["-c", `${command} -sS`])).stdout);
      }
      expect(answers).toEqual([
        expect.stringContaining('"name":"Sample resource"'),
        '{"status":"Resource backend_id has been changed."}',
        expect.stringContaining("CSC_api_user@example.com"),
      ]);
      await printed(
        /POST \/api\/marketplace-(provider-)?resources\/\w+\/set_backend_id\/ → 200 (provider_)?resources_set_backend_id\n/,
      );
      child.kill(signal);
      expect(await ended).toMatchObject({ code: 0, err: "" });
    },
  );

  test("shows what would steer the terminal in a name as text", async () => {
    const seed = seedFile("seed.yaml", SEED.replace("name: Cluster", 'name: "Clu\\u001b[2Jster\\r\\u202e"'));
    const { printed, told } = runBin("puhuri-fake", "--port", "0", "--seed", seed);
    await printed(/Try:/);
    expect(told.out).toContain("Clu\\u001b[2Jster\\u000d\\u202e, of Centre\n");
  });

  test("starts from a seed file", async () => {
    const { printed } = runBin(
      "puhuri-fake",
      "--port",
      "0",
      "--dialect",
      "2021",
      "--seed",
      seedFile("seed.yaml", SEED),
    );
    const [, url = ""] = await printed(/ at (http:\S+)\/api\/\n[\s\S]*curl/);
    const response = await fetch(`${url}/api/marketplace-resources/?field=name`, {
      headers: { Authorization: `Token ${"b".repeat(40)}` },
    });
    expect(await response.json()).toEqual([{ name: "First" }]);
  });

  test("starts its clock where --now says", async () => {
    const { printed } = runBin("puhuri-fake", "--port", "0", "--now", "2031-05-31T23:50:00Z");
    const [, url = ""] = await printed(/ at (http:\S+\/api\/)\n/);
    expect((await fetch(url)).headers.get("date")).toMatch(/^Sat, 31 May 2031 23:5/);
  });

  test("makes the trouble it is told to, and prints what has struck", async () => {
    const { printed } = runBin("puhuri-fake", "--port", "0", "--faults", "serverError,answerLost");
    const [, url = ""] = await printed(/ at (http:\S+\/api\/)\n/);
    const outcomes = new Set<number | string>();
    // By chance, but the same in every run.
    for (let i = 0; i < 40; i += 1) {
      outcomes.add(
        await fetch(url).then(
          ({ status }) => status,
          (error: unknown) => String(error),
        ),
      );
    }
    expect(outcomes).toEqual(new Set([401, 502, "TypeError: fetch failed"]));
    await printed(/GET \/api\/ → 502 \w+ \(502\)\n/);
    await printed(/GET \/api\/ → no answer \w+ \(answer-lost\)\n/);
  });

  test("tells file, line and key of a bad seed in one line, and ends with 1", async () => {
    const file = seedFile("seed.yaml", SEED.replace("Creating", "Waiting"));
    const { code, err, out } = await runBin("puhuri-fake", "--port", "0", "--seed", file).ended;
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(
      /^puhuri-fake: Bad seed: .*seed\.yaml line 12, allocations\[0\]\.state: is "Waiting", .*\n$/,
    );
  });

  test("says in one line that a seed file is not there, and ends with 1", async () => {
    const { code, err } = await runBin("puhuri-fake", "--port", "0", "--seed", "/nonexistent/seed.yaml")
      .ended;
    expect([code, err]).toEqual([1, "puhuri-fake: --seed /nonexistent/seed.yaml cannot be read (ENOENT).\n"]);
  });

  test("says in one line that a port is taken, and ends with 1", async () => {
    const fake = createFakePuhuri({ dialect: "2021" });
    onTestFinished(() => fake.close());
    const { port } = await fake.listen();
    expect(await runBin("puhuri-fake", "--port", String(port)).ended).toEqual({
      code: 1,
      out: "",
      err: `puhuri-fake: Port ${port} on 127.0.0.1 is in use: choose another one, or 0 for any free one.\n`,
    });
  });

  test.each([
    [["--prot", "0"], "--prot"],
    [["--port", "x"], "port"],
    [["--dialect", "2022"], "--dialect"],
    [["--dialect", "2021", "--generation", "8.1"], "generation works with"],
    [["--generation", "9"], "--generation"],
    [["--now", "soon"], "--now"],
    [["--faults", "bad-dya"], "--faults"],
  ])("refuses %j in one line that names the flag, and ends with 2", async (args, flag) => {
    const { code, err, out } = await runBin("puhuri-fake", ...args).ended;
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^puhuri-fake: .*\.\n$/);
    expect(err).toContain(flag);
  });

  test("--help lists every flag and ends with 0", async () => {
    const { code, out } = await runBin("puhuri-fake", "--help").ended;
    expect(code).toBe(0);
    for (const flag of ["port", "host", "dialect", "generation", "seed", "now", "faults", "cors", "help"]) {
      expect(out).toContain(`--${flag}`);
    }
  });
});
