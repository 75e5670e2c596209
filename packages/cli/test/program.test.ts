import { faults, injectFaults } from "@puhuri/testing";
import { expect, test } from "vitest";
import { openTerminal, screen } from "./terminal.ts";

const { puhuri, fake } = openTerminal();
const token = fake.tokenOf("owner");

test("a command line that is wrong ends with 2 and sends nothing", async () => {
  for (const line of ["offering", "offerings --nonsense", "offerings extra", "offerings --csv --json"]) {
    expect([line, (await puhuri(line)).code]).toEqual([line, 2]);
  }
  expect(fake.requests).toEqual([]);
});

test("a token on the command line is not repeated", async () => {
  for (const line of [`--token=${token} offerings`, `offerings --token=${token}`]) {
    const { code, err } = await puhuri(line);
    expect(code).toBe(2);
    expect(err).toContain("--token");
    expect(err).not.toContain(token);
  }
});

test("help and version exit with 0", async () => {
  expect(await puhuri("--version")).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
  expect(await puhuri("--help")).toMatchObject({ code: 0, out: expect.stringContaining("Exit codes:") });
});

test("a wrong token ends with 3, a server that cannot be reached with 4, one that fails with 1", async () => {
  const env = { PUHURI_URL: "https://puhuri.test", PUHURI_TOKEN: "0000111122223333" };
  const wrong = await puhuri("offerings", { env });
  expect(wrong).toMatchObject({ code: 3, err: expect.stringContaining("puhuri doctor") });
  const refused = new TypeError("fetch failed", {
    cause: new Error("unable to verify the first certificate"),
  });
  const unreachable = await puhuri("offerings", { fetch: () => Promise.reject(refused) });
  expect(unreachable).toMatchObject({
    code: 4,
    err: expect.stringContaining("verify the first certificate"),
  });
  const gone = () => Promise.resolve(Response.json({ detail: "Not found." }, { status: 404 }));
  expect(await puhuri("offerings", { fetch: gone })).toMatchObject({ code: 1 });
});

test("a terminal shows that it is tried again; a log does not", async () => {
  const busy = () => injectFaults([{ fault: faults.serverError(503), first: 1 }]).wrap(fake.fetch);
  const stderr = screen(80);
  expect((await puhuri("offerings", { fetch: busy(), stderr })).code).toBe(0);
  expect(stderr.text).toMatch(/Failed \(503\)\. Trying again in 1 s\.\n/);
  expect(await puhuri("offerings", { fetch: busy() })).toMatchObject({ code: 0, err: "" });
});

test("what should be a uuid and is not is refused in the words of the command line, and nothing is sent", async () => {
  const { puhuri, fake } = openTerminal();
  const lines = [
    ["allocations --offering hpc", "option '--offering <uuid>' argument 'hpc'"],
    ["allocations --project hpc", "option '--project <uuid>' argument 'hpc'"],
    ["orders --offering hpc", "option '--offering <uuid>' argument 'hpc'"],
    ["orders --allocation hpc-1", "option '--allocation <uuid>' argument 'hpc-1'"],
    ["users --offering hpc", "option '--offering <uuid>' argument 'hpc'"],
    ['users --user ""', "option '--user <uuid>' argument ''"],
    ["usage report usage.csv --offering hpc", "option '--offering <uuid>' argument 'hpc'"],
    [`approve ${"0".repeat(32)} hpc-1`, "value 'hpc-1' is invalid for argument 'order'"],
    ["reject hpc-1 --yes", "value 'hpc-1' is invalid for argument 'order'"],
    [`grant hpc ${"0".repeat(32)} abc`, "value 'hpc' is invalid for argument 'offering'"],
    [`grant ${"0".repeat(32)} alice abc`, "value 'alice' is invalid for argument 'user'"],
  ] as const;
  for (const [line, words] of lines) {
    const { code, err } = await puhuri(line);
    expect([line, code]).toEqual([line, 2]);
    expect(err).toContain(words);
    expect(err).toContain("It must be a uuid");
  }
  expect(fake.requests).toEqual([]);
});
