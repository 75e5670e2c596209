import { expect, test } from "vitest";
import { openTerminal, type Terminal } from "../terminal.ts";

const OFFERING = "cf4eb9c29fc74af4ade667fcb53633d5";
const USER = "bb235c67dcb44470a45d4e0f94e0ed00";

/** The rows of a command, as CSV has them. */
async function rowsOf({ puhuri }: Terminal, line: string): Promise<string[]> {
  const { out, err } = await puhuri(`${line} --csv`);
  expect(err).toBe("");
  return out.trimEnd().split("\n").slice(1);
}

test.each(["current", "2021"] as const)(
  "allocations are listed by state and offering, on %s",
  async (dialect) => {
    const terminal = openTerminal({ dialect });
    const fields = "--fields name,state,backend_id";
    expect(await rowsOf(terminal, `allocations --state OK Erred ${fields}`)).toEqual([
      "Running resource,OK,hpc-1",
      "Erred resource,Erred,",
    ]);
    expect(await rowsOf(terminal, `allocations --offering ${OFFERING} ${fields}`)).toHaveLength(6);
    expect(
      await rowsOf(terminal, `allocations --offering d47ca5bce71144579df29da3c290027e ${fields}`),
    ).toEqual([]);
  },
);

test("a state that the server does not have is refused with those there are", async () => {
  const { puhuri, fake } = openTerminal();
  const { code, err } = await puhuri("allocations --state ok");
  expect(code).toBe(2);
  expect(err).toContain("Creating, OK, Erred");
  expect(fake.requests).toEqual([]);
});

test("one allocation is shown as a block, by uuid and by backend id", async () => {
  const { puhuri } = openTerminal();
  const byUuid = await puhuri("allocation A1916BD5-3FD0-4B1A-B1A4-E700C926607B");
  expect(byUuid.out).toMatch(
    /^uuid +a1916bd53fd04b1ab1a4e700c926607b\nname +Sample resource\nstate +Creating\n/,
  );
  const byId = await puhuri("allocation hpc-1 --json --fields name,limits");
  expect(JSON.parse(byId.out)).toEqual({ name: "Running resource", limits: { storage: 10 } });
});

test("a backend id that no allocation has, or several have, is refused with their uuids", async () => {
  const { puhuri, fake } = openTerminal();
  const none = await puhuri("allocation hpc-9");
  expect(none).toMatchObject({ code: 1, err: "puhuri: No allocation has the backend id hpc-9.\n" });
  const [first, second] = fake.state.resources.all();
  for (const row of [first, second]) if (row !== undefined) row.backend_id = "twice";
  const both = await puhuri("link twice hpc-9");
  expect(both.code).toBe(1);
  for (const row of [first, second]) expect(both.err).toContain(row?.uuid);
  expect(fake.requests.filter(({ method }) => method !== "GET")).toEqual([]);
});

test("orders are listed by state and type, and not on a 2021 server, which says why", async () => {
  const line = "orders --state pending-provider --type Create --fields uuid,resource_name";
  expect(await rowsOf(openTerminal(), line)).toEqual(["3b7d1a5e8c2f4960b1d4e7a9c0f26358,Sample resource"]);
  const old = await openTerminal({ dialect: "2021" }).puhuri(line);
  expect(old).toMatchObject({ code: 1, err: expect.stringContaining("2021") });
});

test.each(["current", "2021"] as const)("the team is listed, on %s", async (dialect) => {
  const team = await rowsOf(openTerminal({ dialect }), "team hpc-1 --fields full_name,role");
  expect(team.sort()).toEqual(["Integration user (CSC),admin", "Integration user (ETAIS),member"]);
});

test("of a team --json has the columns that were asked for, and with --all those that the server sent", async () => {
  const { puhuri } = openTerminal();
  const keysOf = async (line: string) =>
    Object.keys(JSON.parse((await puhuri(line)).out.split("\n")[0] ?? ""));
  expect(await keysOf("team hpc-1 --json --fields role")).toEqual(["role"]);
  expect(await keysOf("team hpc-1 --json --all")).toContain("url");
});

test.each(["current", "2021"] as const)(
  "users are listed once they have user names, on %s",
  async (dialect) => {
    const terminal = openTerminal({ dialect });
    const line = `users --offering ${OFFERING} --user ${USER} --fields user_uuid,username`;
    await terminal.puhuri(`grant ${OFFERING} ${USER} abc`);
    expect(await rowsOf(terminal, line)).toEqual([`${USER},abc`]);
  },
);
