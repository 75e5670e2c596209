import { expect, test } from "vitest";
import { openTerminal, typed } from "../terminal.ts";

const ALLOCATION = "a1916bd53fd04b1ab1a4e700c926607b";
const ORDER = "3b7d1a5e8c2f4960b1d4e7a9c0f26358";
const GRANT = "cf4eb9c29fc74af4ade667fcb53633d5 bb235c67dcb44470a45d4e0f94e0ed00";

const stateOf = ({ fake }: ReturnType<typeof openTerminal>, name: string) =>
  fake.state.resourceNamed(name)?.state;

test.each(["current", "2021"] as const)(
  "an allocation is set OK, and setting it again is no failure, on %s",
  async (dialect) => {
    const terminal = openTerminal({ dialect });
    const first = await terminal.puhuri(`set-state ${ALLOCATION} OK`);
    expect(first).toEqual({
      code: 0,
      out: `${ALLOCATION} (Sample resource) went from Creating to OK.\n`,
      err: "",
    });
    expect(stateOf(terminal, "Sample resource")).toBe("OK");
    const again = await terminal.puhuri(`set-state ${ALLOCATION} OK`);
    expect(again.out).toBe(`${ALLOCATION} (Sample resource) was OK already.\n`);
  },
);

test("an allocation is ended only after yes: typed by a person, or said by a script", async () => {
  const line = "set-state hpc-3 Terminated";
  const ended = async (answer: string) => {
    const terminal = openTerminal();
    const { code, err } = await terminal.puhuri(line, { stdin: typed(answer) });
    expect(err).toContain("This ends hpc-3 for good. Go on? [y/N]");
    return [code, stateOf(terminal, "Terminating resource")];
  };
  expect(await ended("y\n")).toEqual([0, "Terminated"]);
  for (const answer of ["n\n", "\n", "", "yesterday\n"])
    expect(await ended(answer)).toEqual([1, "Terminating"]);
  const terminal = openTerminal();
  expect(await terminal.puhuri(line)).toMatchObject({ code: 2, err: expect.stringContaining("--yes") });
  expect(terminal.fake.requests).toEqual([]);
  expect(await terminal.puhuri(`${line} --yes`)).toMatchObject({ code: 0 });
});

test("Ctrl-C at the question does nothing", async () => {
  const terminal = openTerminal();
  const ctrlC = new AbortController();
  const stdin = Object.assign(
    (async function* () {
      await new Promise(() => {});
      yield "";
    })(),
    { isTTY: true },
  );
  const stderr = { isTTY: true, write: () => ctrlC.abort() };
  const { code } = await terminal.puhuri(`reject ${ORDER}`, { stdin, stderr, interrupted: ctrlC.signal });
  expect(code).toBe(130);
  expect(terminal.fake.requests).toEqual([]);
});

test("of several allocations, one that fails does not stop the others", async () => {
  const terminal = openTerminal();
  const { code, out, err } = await terminal.puhuri(`set-state hpc-9 ${ALLOCATION} hpc-4 hpc-1 OK`);
  expect(code).toBe(1);
  expect(out.split("\n")).toHaveLength(3);
  expect(err).toContain("puhuri: hpc-9: No allocation has the backend id hpc-9.");
  expect(err).toMatch(/puhuri: hpc-4: A Terminated allocation/);
  expect(err).toContain("2 of 4 done, 2 failed.");
  expect(stateOf(terminal, "Sample resource")).toBe("OK");
});

test("a token that is not valid ends it at the first, since the others would fail too", async () => {
  const { puhuri, fake } = openTerminal();
  const env = { PUHURI_URL: "https://puhuri.test", PUHURI_TOKEN: "not-the-token" };
  const { code, err } = await puhuri(`set-state hpc-1 hpc-2 OK`, { env });
  expect(code).toBe(3);
  expect(err).toContain("0 of 2 done, 0 failed.");
  expect(fake.requests).toHaveLength(1);
});

test("Ctrl-C finishes the allocation in flight, begins no other, and says what was done", async () => {
  const terminal = openTerminal();
  const ctrlC = new AbortController();
  const fetch: typeof terminal.fake.fetch = (input, init) => {
    if (init?.method === "POST") ctrlC.abort();
    return terminal.fake.fetch(input, init);
  };
  const line = `set-state ${ALLOCATION} hpc-1 OK`;
  const { code, out, err } = await terminal.puhuri(line, { fetch, interrupted: ctrlC.signal });
  expect([code, out]).toEqual([130, `${ALLOCATION} (Sample resource) went from Creating to OK.\n`]);
  expect(err).toBe("puhuri: Interrupted: 1 of 2 done, 0 failed.\n");
});

test("set-state names the states if the last word is none", async () => {
  for (const line of ["set-state hpc-1 ok", "set-state OK"]) {
    const { code, err } = await openTerminal().puhuri(line);
    expect([code, err]).toEqual([
      2,
      "puhuri: Name allocations, and then the state: OK, Erred, Terminated.\n",
    ]);
  }
});

test.each(["current", "2021"] as const)(
  "an allocation is linked, by its uuid or the backend id it has, on %s",
  async (dialect) => {
    const { puhuri, fake } = openTerminal({ dialect });
    await puhuri(`link ${ALLOCATION} hpc-17`);
    expect(fake.state.resourceNamed("Sample resource")?.backend_id).toBe("hpc-17");
    const { out } = await puhuri(["link", "hpc-17", ""]);
    expect(out).toBe(`${ALLOCATION} is linked to "".\n`);
    expect(fake.state.resourceNamed("Sample resource")?.backend_id).toBe("");
  },
);

test.each(["current", "2021"] as const)(
  "access details come from options or from a file, on %s",
  async (dialect) => {
    const { puhuri, fake } = openTerminal({ dialect });
    const reportOf = () => fake.state.resourceNamed("Running resource")?.report;
    await puhuri('describe hpc-1 --header Login --body "ssh one" --header Web --body https://hpc.example');
    expect(reportOf()).toEqual([
      { header: "Login", body: "ssh one" },
      { header: "Web", body: "https://hpc.example" },
    ]);
    const { out } = await puhuri("describe hpc-1 --file access.yaml", { folder: import.meta.dirname });
    expect(out).toContain("Login\nssh login.hpc.example\n");
    expect(reportOf()).toHaveLength(2);
  },
);

test("access details that are not complete are refused, and nothing is sent", async () => {
  const { puhuri, fake } = openTerminal();
  const lines = [
    "describe hpc-1",
    "describe hpc-1 --header Login",
    "describe hpc-1 --file gone.yaml",
    "describe hpc-1 --file lists.test.ts",
    "describe hpc-1 --file access.yaml --header Login --body ssh",
  ];
  for (const line of lines) {
    expect([line, (await puhuri(line, { folder: import.meta.dirname })).code]).toEqual([line, 2]);
  }
  expect(fake.requests).toEqual([]);
});

test("a dry run says if nothing would be done, or if it is done already", async () => {
  const { puhuri } = openTerminal();
  const said = async (line: string) => (await puhuri(`${line} --dry-run`)).out;
  await puhuri(`approve ${ORDER}`);
  for (const verdict of ["approve", "reject"])
    expect(await said(`${verdict} ${ORDER}`)).toContain("is not waiting for your review, and would not be");
  expect(await said("set-state hpc-4 OK")).toContain("is Terminated, and does not come back.");
  expect(await said("link hpc-1 hpc-1")).toContain('is linked to "hpc-1" already.');
  await puhuri(`grant ${GRANT} abc`);
  expect(await said(`grant ${GRANT} abc`)).toContain("has the user name abc already.");
});

test("a backend id with a space at its end is refused", async () => {
  const { puhuri, fake } = openTerminal();
  const { code, err } = await puhuri(["link", "hpc-1", "hpc-17 "]);
  expect([code, err]).toEqual([2, "puhuri: The backend id begins or ends with a space.\n"]);
  expect(fake.requests).toEqual([]);
});

test("orders are approved and rejected, and a second time that is no failure", async () => {
  const approving = openTerminal();
  const approved = await approving.puhuri(`approve ${ORDER}`);
  expect(approved).toMatchObject({ code: 0, out: expect.stringContaining(`${ORDER} (Create) is approved:`) });
  expect((await approving.puhuri(`approve ${ORDER}`)).out).toContain("was approved already");

  const rejecting = openTerminal();
  const line = `reject ${ORDER} --comment "Not eligible."`;
  expect(await rejecting.puhuri(line, { stdin: typed("n\n") })).toMatchObject({ code: 1 });
  expect((await rejecting.puhuri(line, { stdin: typed("yes\n") })).out).toContain(
    "is rejected: its state is rejected",
  );
  expect(stateOf(rejecting, "Sample resource")).toBe("Terminated");
});

test("a user name is granted, changed and left alone; a 2021 server cannot change it, and says so", async () => {
  const current = openTerminal();
  const said = async (line: string) => (await current.puhuri(line)).out;
  expect(await said(`grant ${GRANT} abc`)).toMatch(/has the user name abc: (created|updated)/);
  expect(await said(`grant ${GRANT} abc`)).toContain("unchanged");
  expect(await said(`grant ${GRANT} xyz --dry-run`)).toContain("whose user name is abc");
  expect(await said(`grant ${GRANT} xyz`)).toContain("updated");
  const old = openTerminal({ dialect: "2021" });
  expect((await old.puhuri(`grant ${GRANT} abc`)).code).toBe(0);
  expect(await old.puhuri(`grant ${GRANT} xyz`)).toMatchObject({
    code: 1,
    err: expect.stringContaining("2021"),
  });
});

test("somebody who may not do it gets exit code 3", async () => {
  const { puhuri, fake } = openTerminal();
  const env = { PUHURI_URL: "https://puhuri.test", PUHURI_TOKEN: fake.tokenOf("offmanager") };
  const { code, err } = await puhuri(`describe hpc-1 --header Login --body ssh`, { env });
  expect([code, err]).toEqual([3, expect.stringContaining("puhuri doctor")]);
});

test.each([
  [`describe ${ALLOCATION} --header " " --body ssh`, "header must be a string, and not blank"],
  [`link ${ALLOCATION} ${"x".repeat(256)}`, "The backend id must be a string of at most 255 characters"],
  [`grant ${GRANT} ""`, "The user name must be"],
  [`grant ${GRANT} "abc "`, "The user name begins or ends with a space"],
])("a dry run refuses what the write refuses: %s", async (line, words) => {
  const { puhuri, fake } = openTerminal();
  const written = await puhuri(line);
  expect(written).toEqual({ code: 2, out: "", err: expect.stringContaining(words) });
  expect(await puhuri(`${line} --dry-run`)).toEqual(written);
  expect(fake.requests.filter(({ method }) => method !== "GET")).toEqual([]);
});

test("a dry run of describe finds out whether the allocation is there", async () => {
  const { puhuri } = openTerminal();
  const gone = await puhuri(`describe ${"0".repeat(32)} --header Login --body ssh --dry-run`);
  expect(gone).toMatchObject({ code: 1, out: "", err: expect.stringContaining("404") });
});
