import { once } from "node:events";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runBin } from "./run-bin.ts";

describe.each(["puhuri-fake", "puhuri-mock"] as const)("%s", (name) => {
  it("prints its version", async () => {
    const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
    const { version } = JSON.parse(manifest);
    expect(await runBin(name, "--version").ended).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  it.each([
    ["65536", "port: is 65536, must be a whole number from 0 to 65535."],
    ["x", '--port must be a number, not "x". See --help.'],
    ["", '--port must be a number, not "". See --help.'],
  ])("says in one line what is wrong with port '%s', and ends with 2", async (port, said) => {
    const { code, out, err } = await runBin(name, "--port", port).ended;
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^[^\n]*\n$/);
    expect(err).toMatch(new RegExp(`^${name}: `));
    expect(err).toContain(said);
  });

  it("serves on when nobody reads its log any more", async () => {
    const { child, ended, printed } = runBin(name, "--port", "0");
    const [, url] = await printed(/ at (http:\S+\/api\/)\n/);
    child.stdout.destroy();
    await once(child.stdout, "close");
    for (let i = 0; i < 3; i++) expect((await fetch(url ?? "")).status).toBe(401);
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ code: 0, err: "" });
  });
});
