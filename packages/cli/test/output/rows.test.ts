import { createFakePuhuri } from "@puhuri/testing";
import { expect, test } from "vitest";
import { openTerminal, screen } from "../terminal.ts";

test("rows are a table for people, and CSV or JSON for programs", async () => {
  const { puhuri } = openTerminal();
  const table = await puhuri("offerings");
  expect(table).toMatchObject({ code: 0, err: "" });
  expect(table.out.split("\n").slice(0, 2)).toEqual([
    "uuid                              name                      state   type",
    "cf4eb9c29fc74af4ade667fcb53633d5  Sample offering           Active  Marketplace.Slurm",
  ]);
  const csv = await puhuri("offerings --csv --fields uuid,name");
  expect(csv.out).toMatch(/^uuid,name\ncf4eb9c29fc74af4ade667fcb53633d5,Sample offering\n/);
  const [first = ""] = (await puhuri("offerings --json --fields name,components")).out.split("\n");
  expect(JSON.parse(first)).toEqual({ name: "Sample offering", components: expect.any(Array) });
});

test("only the columns that are shown are asked for", async () => {
  const { puhuri, fake } = openTerminal();
  await puhuri("offerings --fields name,state");
  expect(fake.requests.at(-1)?.query).toMatchObject({ field: ["name", "state", "uuid"] });
  await puhuri("offerings --all --json");
  expect(fake.requests.at(-1)?.query).not.toHaveProperty("field");
});

test("a mistyped column is refused before anything is sent, with the names of all columns", async () => {
  const { puhuri, fake } = openTerminal();
  const { code, err } = await puhuri("offerings --fields uuid,nmae");
  expect(code).toBe(2);
  expect(err).toContain('no column "nmae"');
  expect(err).toContain("  url, uuid, name, slug,");
  expect(Math.max(...err.split("\n").map((line) => line.length))).toBeLessThan(100);
  expect(fake.requests).toEqual([]);
});

test("all columns are a block for each row, without those that the server does not have", async () => {
  const { puhuri } = openTerminal({ dialect: "2021" });
  const { out } = await puhuri("offerings --all");
  expect(out).toMatch(/^uuid +cf4eb9c29fc74af4ade667fcb53633d5$/m);
  expect(out).not.toMatch(/^slug/m);
  expect(out).toMatch(/\n\nurl /);
});

test("a table fits the terminal, and never cuts a uuid", async () => {
  const { puhuri } = openTerminal();
  const narrow = screen(70);
  await puhuri("offerings", { stdout: narrow, env: { ...settings(), NO_COLOR: "1" } });
  const lines = narrow.text.trimEnd().split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(70);
  expect(narrow.text).toContain("cf4eb9c29fc74af4ade667fcb53633d5  Sample o");
  expect(narrow.text).toContain("…");
  const tiny = screen(20);
  await puhuri("offerings", { stdout: tiny, env: settings() });
  expect(tiny.text).toContain("cf4eb9c29fc74af4ade667fcb53633d5");
  // A terminal that does not tell how wide it is.
  const unknown = screen(0);
  await puhuri("offerings", { stdout: unknown, env: settings() });
  expect(unknown.text).toContain("Remote offering (really)  Active  Marketplace.Slurm");
});

test("a head is bold in a terminal, and plain with NO_COLOR, in a dumb terminal, and in a pipe", async () => {
  const { puhuri } = openTerminal();
  const headWith = async (more: Record<string, string>) => {
    const stdout = screen(120);
    await puhuri("offerings", { stdout, env: { ...settings(), ...more } });
    return stdout.text.split("\n")[0];
  };
  expect(await headWith({})).toContain("\u001b[1m");
  for (const plain of [{ NO_COLOR: "1" }, { TERM: "dumb" }])
    expect(await headWith(plain)).not.toContain("\u001b");
  expect((await puhuri("offerings")).out).not.toContain("\u001b");
});

test("wide characters and control characters do no harm", async () => {
  const seed = (name: string) =>
    openTerminal({
      seed(world) {
        world.guide();
        world.offering({ name });
      },
    });
  const { out } = await seed("日本\u001b[2J\nx").puhuri("offerings --fields name,state");
  expect(out.trimEnd().split("\n").at(-1)).toBe("日本 [2J x                Active");
});

test("Ctrl-C ends a list after what was read, and says so", async () => {
  const { puhuri } = openTerminal();
  const interrupted = AbortSignal.abort();
  const { code, out, err } = await puhuri("offerings --csv --fields uuid", { interrupted });
  expect([code, out]).toEqual([130, "uuid\n"]);
  expect(err).toContain("Interrupted after 0 rows");
});

test("progress is shown on stderr while a table is read, and disappears before it is printed", async () => {
  const { puhuri } = openTerminal();
  const stderr = screen(80);
  await puhuri("offerings", { stderr });
  expect(stderr.text).toBe("\r\u001b[K1 rows…\r\u001b[K");
  // No progress between the rows.
  const both = screen(200);
  await puhuri("offerings --csv", { stdout: both, stderr: both, env: settings() });
  expect(both.text).not.toContain("\u001b");
});

const owner = createFakePuhuri({ dialect: "current" }).tokenOf("owner");
const settings = () => ({ PUHURI_URL: "https://puhuri.test", PUHURI_TOKEN: owner });
