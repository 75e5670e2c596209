import { expect, test } from "vitest";
import type { Fault } from "../../src/faults/fault.ts";
import { faults } from "../../src/faults/faults.ts";
import { type Answer, ask } from "../fake/ask.ts";
import { faultyFake } from "./faulty-fake.ts";

const APPLIED = "hpc-7";
const SAID = '{"status":"Resource backend_id has been changed."}';
const lost = { name: "TypeError", message: "fetch failed" };

/** What a client gets of a write, and what the server has stored. */
async function writeThrough(fault: Fault): Promise<{ answer: Answer | Error; stored: string }> {
  const faulty = faultyFake([fault]);
  const answer = await faulty.write(APPLIED).catch((error: Error) => error);
  return { answer, stored: faulty.backendId };
}

test.each([
  ["429", faults.tooManyRequests(), "", { status: 429 }],
  ["500", faults.serverError(500), "", { status: 500 }],
  ["502", faults.serverError(502), "", { status: 502 }],
  ["502 by default", faults.serverError(), "", { status: 502 }],
  ["503", faults.serverError(503), "", { status: 503 }],
  ["504", faults.serverError(504), "", { status: 504 }],
  ["504 after the work", faults.serverError(504, { applied: true }), APPLIED, { status: 504 }],
  ["lost request", faults.requestLost(), "", lost],
  ["lost answer", faults.answerLost(), APPLIED, lost],
  ["truncated JSON", faults.truncatedJson(), APPLIED, { status: 200, text: SAID.slice(0, 25) }],
  ["empty body", faults.emptyBody(), APPLIED, { status: 200, text: "" }],
  ["wrong content type", faults.wrongContentType(), APPLIED, { status: 200, text: SAID }],
  ["HTML page", faults.htmlPage(), "", { status: 200 }],
  ["slow body", faults.slowBody(), APPLIED, { status: 200, text: SAID }],
  ["latency", faults.latency(10), APPLIED, { status: 200, text: SAID }],
])(
  "%s: the client is told this, and the server has or has not done its work",
  async (_, fault, stored, told) => {
    const result = await writeThrough(fault);
    expect(result.stored).toBe(stored);
    expect(result.answer).toMatchObject(told);
  },
);

test("a page of HTML comes from whoever would make it: the framework, or the proxy before it", async () => {
  const page = async (fault: Fault): Promise<[string | null, string]> => {
    const answer = await faultyFake([fault]).write(APPLIED);
    return [answer.headers.get("content-type"), /<h1>.*<\/h1>/.exec(answer.text)?.[0] ?? ""];
  };
  const html = "text/html; charset=utf-8";
  expect(await page(faults.serverError(500))).toEqual([html, "<h1>Server Error (500)</h1>"]);
  expect(await page(faults.serverError(502))).toEqual([html, "<h1>502 Bad Gateway</h1>"]);
  expect(await page(faults.serverError(503))).toEqual([html, "<h1>503 Service Temporarily Unavailable</h1>"]);
  expect(await page(faults.serverError(504))).toEqual([html, "<h1>504 Gateway Time-out</h1>"]);
  expect(await page(faults.tooManyRequests())).toEqual([html, "<h1>429 Too Many Requests</h1>"]);
  expect(await page(faults.htmlPage())).toEqual([html, "<h1>We will be back soon</h1>"]);
});

test.each([
  [undefined, null],
  [3, "3"],
  ["Mon, 23 Nov 2026 12:00:05 GMT", "Mon, 23 Nov 2026 12:00:05 GMT"],
  ["soon", "soon"],
  ["-1", "-1"],
])("429 with retryAfter %s sends Retry-After: %s", async (retryAfter, sent) => {
  const fault = faults.tooManyRequests(retryAfter === undefined ? {} : { retryAfter });
  const answer = await faultyFake([fault]).write(APPLIED);
  expect(answer.headers.get("retry-after")).toBe(sent);
});

test("a 503 can say when to come back", async () => {
  const answer = await faultyFake([faults.serverError(503, { retryAfter: "7" })]).write(APPLIED);
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "7"]);
});

test("a body that breaks off gives its status and headers first, then fails while it is read", async () => {
  const faulty = faultyFake([faults.bodyLost()]);
  const { fake } = faulty;
  const response = await fake.fetch(
    `https://puhuri.test/api/marketplace-resources/a1916bd53fd04b1ab1a4e700c926607b/`,
    { headers: { Authorization: `Token ${fake.tokenOf("owner")}` } },
  );
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow("within the body");
  await expect(faulty.write(APPLIED)).rejects.toThrow("within the body");
  expect(faulty.backendId).toBe(APPLIED);
});

test.each([faults.truncatedJson(), faults.emptyBody(), faults.slowBody(), faults.bodyLost()])(
  "$name drops the Content-Length of the body that was there, and keeps every other header",
  async (fault) => {
    const headersWith = async (rules: Fault[]): Promise<Record<string, string>> => {
      const { fake } = faultyFake(rules);
      const response = await fake.fetch("https://puhuri.test/api/marketplace-resources/", {
        headers: { Authorization: `Token ${fake.tokenOf("owner")}` },
      });
      return Object.fromEntries(response.headers);
    };
    const { "content-length": length, ...others } = await headersWith([]);
    expect(Number(length)).toBeGreaterThan(0);
    expect(await headersWith([fault])).toEqual(others);
  },
);

test("the wrong content type is HTML, or what is asked for", async () => {
  const typeOf = async (fault: Fault) =>
    (await faultyFake([fault]).write(APPLIED)).headers.get("content-type");
  expect(await typeOf(faults.wrongContentType())).toBe("text/html; charset=utf-8");
  expect(await typeOf(faults.wrongContentType("application/octet-stream"))).toBe("application/octet-stream");
});

test("latency waits before the server works, for as long as it says", async () => {
  const { write, sleeps } = faultyFake([faults.latency(30)]);
  await write("one");
  expect(sleeps).toEqual([30]);
});

test("a write that waits is not applied yet", async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const faulty = faultyFake([faults.latency(5)], { sleep: () => held });
  const writing = faulty.write(APPLIED);
  await new Promise(setImmediate);
  expect(faulty.backendId).toBe("");
  release();
  expect((await writing).status).toBe(200);
  expect(faulty.backendId).toBe(APPLIED);
});

test("a slow body comes in pieces with a pause before each, and is whole in the end", async () => {
  const faulty = faultyFake([faults.slowBody({ ms: 800 })]);
  const { fake, sleeps } = faulty;
  const whole = await ask(faultyFake([]).fake, "owner", "GET", "marketplace-resources/");
  const response = await fake.fetch("https://puhuri.test/api/marketplace-resources/", {
    headers: { Authorization: `Token ${fake.tokenOf("owner")}` },
  });
  const pieces: string[] = [];
  const decoder = new TextDecoder();
  for await (const piece of response.body ?? []) pieces.push(decoder.decode(piece, { stream: true }));
  expect(pieces).toHaveLength(4);
  expect(pieces.join("")).toBe(whole.text);
  expect(sleeps).toEqual([200, 200, 200, 200]);
});

test("where there is no body to spoil, the answer stays as it is and nothing is logged", async () => {
  const { fake, trouble } = faultyFake([
    faults.truncatedJson(),
    faults.emptyBody(),
    faults.slowBody(),
    faults.bodyLost(),
  ]);
  const answer = await ask(fake, "owner", "HEAD", "marketplace-resources/");
  expect([answer.status, answer.headers.get("x-result-count")]).toEqual([200, "6"]);
  expect(trouble.log).toEqual([]);
});

test("truncating leaves alone what is no JSON", async () => {
  const { fake, trouble } = faultyFake([faults.truncatedJson()]);
  expect((await ask(fake, "owner", "GET", "nonsense/")).text).toContain("<h1>Not Found</h1>");
  expect(trouble.log).toEqual([]);
});
