import { expect, test } from "vitest";
import { openTerminal, screen, type Terminal } from "../terminal.ts";

const URL = "https://puhuri.test";

/** What the doctor says of one thing. */
async function said({ puhuri }: Terminal, what: string, world: Parameters<Terminal["puhuri"]>[1] = {}) {
  const { out } = await puhuri("doctor --json", world);
  const findings = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  return findings
    .filter((finding) => finding.what === what)
    .map(({ isWell, says, advice }) => [isWell, says, advice]);
}

test.each([
  ["8.x", {}, "current, version 8.1.3"],
  ["2024-10", { generation: "2024-10" }, "current, of 2024-10: it tells its version to staff only"],
  ["2021", { dialect: "2021" }, "2021: the API of the provider guide"],
] as const)(
  "on a server of %s where all is well, every line says so, and nothing is written",
  async (_, options, server) => {
    const terminal = openTerminal(options);
    const { code, out, err } = await terminal.puhuri("doctor");
    expect([code, err]).toEqual([0, ""]);
    expect(out.split("\n").filter((line) => !/^✔ [a-z ]{11} {2}\S/.test(line))).toEqual([""]);
    expect(out).toContain(server);
    expect(out).toContain("of Olga Owner (owner), from PUHURI_TOKEN");
    expect(out).toMatch(/role +Sample offering: (CUSTOMER\.OWNER|owner) of Sample HPC centre/);
    expect(out).toMatch(/usage +Sample offering: cpu, gpu(, storage)? can be reported/);
    expect(terminal.fake.requests.every(({ method }) => /^(GET|HEAD)$/.test(method))).toBe(true);
    expect(out).not.toContain(terminal.fake.tokenOf("owner"));
  },
);

test("marks are green and red in a terminal", async () => {
  const { puhuri, fake } = openTerminal();
  const stdout = screen(200);
  await puhuri("doctor", { stdout, env: { PUHURI_URL: URL, PUHURI_TOKEN: fake.tokenOf("spmanager") } });
  expect(stdout.text).toContain("\u001b[32m✔\u001b[39m role");
  expect(stdout.text).toContain("\u001b[31m✘\u001b[39m usage");
});

test("what waits is counted, in orders or, on a 2021 server, in allocations", async () => {
  expect(await said(openTerminal(), "waits")).toEqual([
    [true, "1 order for your review: puhuri orders --state pending-provider", undefined],
  ]);
  expect(await said(openTerminal({ dialect: "2021" }), "waits")).toEqual([
    [true, "2 allocations: puhuri allocations --state Creating Terminating", undefined],
  ]);
});

test("without the right role, it says what to do", async () => {
  const terminal = openTerminal();
  const as = (user: string) => ({ env: { PUHURI_URL: URL, PUHURI_TOKEN: terminal.fake.tokenOf(user) } });
  expect(await said(terminal, "role", as("outsider"))).toEqual([
    [false, "this token shows no offering", expect.stringContaining("made an owner")],
  ]);
  const [first] = await said(terminal, "usage", as("spmanager"));
  expect(first).toEqual([
    false,
    "Sample offering: these roles may not report it, unless this server's were changed",
    expect.any(String),
  ]);
  expect((await terminal.puhuri("doctor", as("spmanager"))).code).toBe(1);
  expect((await terminal.puhuri("doctor", as("staff"))).code).toBe(0);
});

test("an offering without components that can be reported, or that is not active, is not well", async () => {
  const terminal = openTerminal({
    seed(world) {
      world.guide();
      world.offering({ name: "By the month", components: [{ type: "setup", billing_type: "fixed" }] });
      world.offering({ name: "Old", state: "Archived" });
    },
  });
  const says = (await said(terminal, "usage")).map(([, text]) => text);
  expect(says).toContain("By the month: nothing that can be reported");
  expect(says).toContain("Old: is Archived");
});

test.each([
  ["no address", {}, 2, "address", "PUHURI_URL"],
  ["an address that is none", { PUHURI_URL: "puhuri", PUHURI_TOKEN: "x" }, 2, "address", "PUHURI_URL must"],
  ["a token that is none", { PUHURI_URL: URL, PUHURI_TOKEN: "one two\n" }, 2, "token", "PUHURI_TOKEN must"],
  [
    "a time zone that is none",
    { PUHURI_URL: URL, PUHURI_TOKEN: "x", PUHURI_TIME_ZONE: "Tartu" },
    2,
    "time zone",
    "Europe/Tallinn",
  ],
  ["no token", { PUHURI_URL: URL }, 3, "token", "No token"],
  ["a wrong token", { PUHURI_URL: URL, PUHURI_TOKEN: "wrong" }, 3, "token", "answered 401"],
])("with %s it says so and looks no further", async (_, env, code, what, words) => {
  const { puhuri } = openTerminal();
  const finished = await puhuri("doctor", { env });
  expect(finished.code).toBe(code);
  const [, ills = ""] = finished.out.split(`✘ ${what}`);
  expect(ills).toContain(words);
  expect(ills).not.toContain("puhuri doctor");
  expect(finished.out).not.toContain("✔ role");
});

const refusedBy = (message: string) => () =>
  Promise.reject(new TypeError("fetch failed", { cause: new Error(message) }));

test("a certificate that is not trusted and an address that is not reached are two different problems", async () => {
  const terminal = openTerminal();
  const fetch = refusedBy("self-signed certificate in certificate chain");
  const [[isWell, , advice] = []] = await said(terminal, "certificate", { fetch });
  expect([isWell, advice]).toEqual([false, expect.stringContaining("NODE_EXTRA_CA_CERTS")]);
  expect((await terminal.puhuri("doctor", { fetch })).code).toBe(4);
  const gone = refusedBy("getaddrinfo ENOTFOUND puhuri.test");
  const [[, says] = []] = await said(terminal, "address", { fetch: gone });
  expect(says).toContain("ENOTFOUND");
});

test("a proxy that is set but not used is named if the server cannot be reached", async () => {
  const terminal = openTerminal();
  const proxied = { ...terminal.world.env, HTTPS_PROXY: "http://user:secret@proxy.hpc.example:3128" };
  const fetch = refusedBy("connect ETIMEDOUT");
  const adviceFor = async (env: Record<string, string | undefined>) =>
    (await said(terminal, "address", { env, fetch }))[0]?.[2];
  expect(await adviceFor(proxied)).toContain("NODE_USE_ENV_PROXY=1");
  expect(await adviceFor({ ...proxied, NODE_USE_ENV_PROXY: "1" })).toContain("the proxy in HTTPS_PROXY");
  expect(await adviceFor(terminal.world.env)).toContain("without a proxy");
  const used = { env: { ...proxied, NODE_USE_ENV_PROXY: "1" } };
  expect(await said(terminal, "proxy", used)).toEqual([
    [true, "proxy.hpc.example:3128 (from HTTPS_PROXY)", undefined],
  ]);
  expect((await terminal.puhuri("doctor", used)).out).not.toContain("secret");
});

test("an address that does not lead to the API is reported, with the first words of the answer", async () => {
  const page = () =>
    Promise.resolve(new Response("<html>Please log in</html>", { headers: { "content-type": "text/html" } }));
  const [[isWell, says, advice] = []] = await said(openTerminal(), "address", { fetch: page });
  expect([isWell, advice]).toEqual([false, expect.stringContaining("login page")]);
  expect(says).toContain("200");
});

test("a clock that is off by more than a minute is not well", async () => {
  const terminal = openTerminal();
  const now = () => new Date("2026-11-30T12:00:00Z");
  const at = (date: string) => async (url: string, init: RequestInit) => {
    const response = await terminal.fake.fetch(url, init);
    response.headers.set("date", date);
    return response;
  };
  const clock = (date: string) => said(terminal, "clock", { fetch: at(date), now });
  expect(await clock("Mon, 30 Nov 2026 11:59:50 GMT")).toEqual([
    [true, "10 s ahead of the server's", undefined],
  ]);
  expect(await clock("Mon, 30 Nov 2026 12:02:00 GMT")).toEqual([
    [false, "120 s behind the server's", expect.stringContaining("NTP")],
  ]);
});

test("it says the time zone, or what follows if none is set", async () => {
  const terminal = openTerminal();
  const env = { ...terminal.world.env, PUHURI_TIME_ZONE: "Europe/Tallinn" };
  expect(await said(terminal, "time zone", { env })).toEqual([[true, "Europe/Tallinn", undefined]]);
  const [[, says] = []] = await said(terminal, "time zone");
  expect(says).toContain("PUHURI_TIME_ZONE");
});

test("a server that throttles is asked again", async () => {
  const terminal = openTerminal();
  let asked = 0;
  const { code } = await terminal.puhuri("doctor", {
    // Every third request, the first among them.
    fetch: async (url, init) =>
      asked++ % 3 === 0
        ? new Response("slow down", { status: 429, headers: { "retry-after": "1" } })
        : terminal.fake.fetch(url, init),
  });
  expect(code).toBe(0);
});
