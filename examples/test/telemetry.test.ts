import { context, SpanStatusCode } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { createPuhuriClient, type Hooks, type PuhuriClient } from "@puhuri/sdk";
import { ConnectionLost, createFakePuhuri, type FakePuhuri, type Intercept } from "@puhuri/testing";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { logHooks } from "../logging.ts";
import { traceHooks } from "../tracing.ts";
import { RunningExample } from "./running-example.ts";

const RESOURCE = "a1916bd53fd04b1ab1a4e700c926607b";

function connect(hooks: Hooks, intercept?: Intercept): PuhuriClient {
  const fake = createFakePuhuri({ dialect: "current", ...(intercept === undefined ? {} : { intercept }) });
  const clock = { now: () => Date.now(), sleep: async () => {} };
  const token = fake.tokenOf("owner");
  return createPuhuriClient({ baseUrl: "https://puhuri.test", token, fetch: fake.fetch, clock, hooks });
}

/** Answers the first request with 503, loses the second, and lets the others through. */
function stumbling(): Intercept {
  let requests = 0;
  return async (_, next) => {
    requests++;
    if (requests === 1) return new Response("Busy", { status: 503 });
    if (requests === 2) throw new ConnectionLost();
    return next();
  };
}

describe("spans of OpenTelemetry", () => {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const tracer = provider.getTracer("test");

  beforeEach(() => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  });
  afterEach(() => {
    context.disable();
    exporter.reset();
  });

  /** The spans that were ended, as the little that is looked at. */
  function spans() {
    return exporter.getFinishedSpans().map(({ name, status, attributes, events }: ReadableSpan) => ({
      name,
      code: status.code,
      status: attributes["http.response.status_code"],
      events: events.map(({ name, attributes = {} }) => `${name} ${attributes.reason ?? attributes.attempt}`),
    }));
  }

  it("are one for each exchange, with method and path", async () => {
    const puhuri = connect(traceHooks(tracer));
    await puhuri.resources.get(RESOURCE, { fields: ["name"] });
    expect(spans()).toEqual([
      { name: "provider_resources_get", code: SpanStatusCode.UNSET, status: 200, events: ["attempt 1"] },
    ]);
    expect(exporter.getFinishedSpans()[0]?.attributes).toMatchObject({
      "http.request.method": "GET",
      "url.template": "/api/marketplace-provider-resources/{uuid}/",
    });
  });

  it("tell of the attempts it took", async () => {
    const puhuri = connect(traceHooks(tracer), stumbling());
    await puhuri.resources.get(RESOURCE, { fields: ["name"] });
    expect(spans()).toMatchObject([
      {
        code: SpanStatusCode.UNSET,
        status: 200,
        events: ["attempt 1", "retry 503", "attempt 2", /^retry /, "attempt 3"].map((event) =>
          expect.stringMatching(event),
        ),
      },
    ]);
  });

  it("end with an error where the caller gets one", async () => {
    const puhuri = connect(traceHooks(tracer));
    await expect(puhuri.resources.get("0".repeat(32))).rejects.toMatchObject({ code: "not-found" });
    expect(spans()).toMatchObject([{ code: SpanStatusCode.ERROR, status: 404 }]);
  });

  it("end with an error where an answer with 200 is none", async () => {
    const puhuri = connect(traceHooks(tracer), async () => new Response("<h1>Sign in</h1>"));
    await expect(puhuri.resources.get(RESOURCE)).rejects.toMatchObject({ code: "unexpected-response" });
    expect(spans()).toMatchObject([{ code: SpanStatusCode.ERROR, status: 200 }]);
  });

  it("end when the caller aborts, while the server is at work", async () => {
    const stop = new AbortController();
    const puhuri = connect(traceHooks(tracer), async (_, next) => {
      stop.abort(new Error("enough"));
      return next();
    });
    await expect(puhuri.resources.get(RESOURCE, {}, { signal: stop.signal })).rejects.toThrow("enough");
    expect(spans()).toMatchObject([{ code: SpanStatusCode.ERROR, events: ["attempt 1"] }]);
    expect(exporter.getFinishedSpans()[0]?.status.message).toBe("Error: enough");
  });

  it("end for raw calls too, where an error is an answer", async () => {
    const puhuri = connect(traceHooks(tracer));
    const params = { path: { uuid: "0".repeat(32) } };
    await puhuri.api.GET("/api/marketplace-provider-resources/{uuid}/", { params });
    expect(spans()).toMatchObject([{ code: SpanStatusCode.UNSET, status: 404 }]);
  });

  it("are children of the span in which the call is made", async () => {
    const puhuri = connect(traceHooks(tracer), stumbling());
    const parent = await tracer.startActiveSpan("nightly", async (span) => {
      await puhuri.resources.get(RESOURCE, { fields: ["name"] });
      return span;
    });
    expect(exporter.getFinishedSpans()[0]?.parentSpanContext?.spanId).toBe(parent.spanContext().spanId);
  });
});

describe("lines of pino", () => {
  /** Runs a call, and returns the lines as level, message, and what was asked to see of each. */
  async function linesOf(call: (puhuri: PuhuriClient) => Promise<unknown>, intercept?: Intercept) {
    const lines: { readonly level: string; readonly msg: string }[] = [];
    const formatters = { level: (level: string) => ({ level }) };
    const log = pino({ level: "debug", formatters }, { write: (line) => lines.push(JSON.parse(line)) });
    await call(connect(logHooks(log), intercept)).catch(() => {});
    return lines;
  }

  it("tell of requests, of what is repeated and why", async () => {
    const lines = await linesOf(
      ({ resources }) => resources.get(RESOURCE, { fields: ["name"] }),
      stumbling(),
    );
    expect(lines.map(({ level, msg }) => `${level} ${msg}`)).toEqual([
      "debug request",
      "debug response",
      "warn retry",
      "debug request",
      "warn retry",
      "debug request",
      "debug response",
    ]);
    expect(lines[2]).toMatchObject({ reason: "503", operation: "provider_resources_get", attempt: 1 });
  });

  it("tell of what failed, with the error", async () => {
    const lines = await linesOf(({ resources }) => resources.get("0".repeat(32)));
    expect(lines.at(-1)).toMatchObject({
      level: "error",
      operation: "provider_resources_get",
      err: { type: "NotFoundError", code: "not-found", status: 404 },
    });
  });
});

describe.each(["2021", "current"] as const)("on a server of %s", (dialect) => {
  let fake: FakePuhuri;

  beforeEach(() => {
    fake = createFakePuhuri({ dialect });
  });
  afterEach(() => fake.close());

  async function run(name: string) {
    const { url } = await fake.listen();
    return new RunningExample(name, [], { url, token: fake.tokenOf("owner") }).ended;
  }

  it("trace-calls prints the spans", async () => {
    const { code, stdout } = await run("trace-calls");
    expect(code).toBe(0);
    expect(stdout.match(/^ {2}name: '\w+'/gm)).toHaveLength(3);
    expect(stdout).toMatch(/status: \{\s*code: 2,\s*message: 'NotFoundError: /);
  });

  it("log-calls prints the lines", async () => {
    const { code, stdout } = await run("log-calls");
    expect(code).toBe(0);
    const lines: { readonly msg: string }[] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const both = ["request", "response"];
    expect(lines.map(({ msg }) => msg)).toEqual([...both, ...both, ...both, "error"]);
  });
});
