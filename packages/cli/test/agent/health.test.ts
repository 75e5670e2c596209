import { request } from "node:http";
import { describe, expect, test } from "vitest";
import { createLog } from "../../src/agent/log.ts";
import { createSite, Exit, OFFERING, type Site } from "./site.ts";

function newSite(): Site {
  const site = createSite({
    seed: (seed) => {
      seed.allocation({ name: "new", offering: OFFERING });
      seed.allocation({ name: "old", offering: OFFERING, state: "OK", backend_id: "hpc-old" });
    },
  });
  site.programs["create"] = () => ({ backend_id: "hpc-new" });
  site.programs["usage"] = () => ({ amounts: { cpu: 1 } });
  site.configure("", "listen: 127.0.0.1:0");
  return site;
}

/** Asks the health checks, wherever they are served. */
async function ask(site: Site, path: string): Promise<{ status: number; text: string }> {
  const port = site.lines.find(({ message }) => message === "health checks are served")?.["port"];
  const response = await new Promise<import("node:http").IncomingMessage>((resolve, reject) => {
    request({ port: Number(port), path, agent: false }, resolve)
      .on("error", reject)
      .end();
  });
  let text = "";
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode ?? 0, text };
}

describe("the health checks of an agent", () => {
  test("tell that it runs, and that it is ready once a pass could list what waits", async () => {
    const site = newSite();
    const { fetch } = site.fake;
    let isDown = false;
    Object.assign(site.fake, {
      fetch: (url: string, init: RequestInit) =>
        isDown ? Promise.reject(new TypeError("fetch failed")) : fetch(url, init),
    });
    const statuses: number[] = [];
    await site.run(12, async (pause) => {
      isDown = pause < 9;
      expect((await ask(site, "/healthz")).status).toBe(200);
      statuses.push((await ask(site, "/readyz")).status);
    });
    expect(statuses.slice(0, 3)).toEqual([200, 200, 200]);
    expect(statuses.slice(6, 9)).toEqual([503, 503, 503]);
    expect(statuses.at(-1)).toBe(200);
    expect((await Promise.resolve(site.lines.at(-1)))?.["message"]).toBe("agent has stopped");
  });

  test("end an agent at its start whose port is taken", async () => {
    const site = newSite();
    await site.run(1, async () => {
      const port = site.lines.find(({ message }) => message === "health checks are served")?.["port"];
      const other = createSite();
      other.programs["create"] = () => {};
      other.configure("", `listen: 127.0.0.1:${port}`);
      await expect(other.run(1)).rejects.toThrow(
        `listen: cannot listen on 127.0.0.1:${port} (address already in use)`,
      );
    });
  });

  test("have no other paths", async () => {
    const site = newSite();
    await site.run(1, async () => expect(await ask(site, "/token")).toMatchObject({ status: 404 }));
  });

  test("give Prometheus what waits and since when, what failed, and when all was well", async () => {
    const site = newSite();
    site.programs["create"] = () => new Exit(1);
    const texts: string[] = [];
    await site.run(3, async (pause) => {
      if (pause === 2) site.programs["create"] = () => ({ backend_id: "hpc-new" });
      texts.push((await ask(site, "/metrics")).text);
    });
    const [first = "", , last = ""] = texts;
    const label = `offering="${OFFERING}"`;
    expect(first).toContain(`puhuri_agent_waiting{${label},outcome="failed"} 1`);
    expect(first).toContain(
      `puhuri_agent_waiting_since_seconds{${label}} ${Date.parse("2026-11-10T12:00:00Z") / 1000}`,
    );
    expect(first).toContain(`puhuri_agent_failures_total{${label},code="program-exit"} 1`);
    expect(first).toContain(`puhuri_agent_programs_total{${label},program="create",ended="exit 1"} 1`);
    expect(first).toContain(
      `puhuri_agent_last_good_report_seconds{${label}} ${Date.parse("2026-11-10T12:00:00Z") / 1000}`,
    );
    expect(first).toMatch(/puhuri_agent_requests_total\{operation="orders_list",status="200"\} \d+/);
    expect(last).toContain(`puhuri_agent_waiting{${label},outcome="failed"} 0`);
    expect(last).toContain(`puhuri_agent_waiting_since_seconds{${label}} 0`);
    expect(last).toContain(`puhuri_agent_outcomes_total{${label},kind="create",outcome="done"} 1`);
    const [, passed] = /^puhuri_agent_last_good_pass_seconds\{.*\} (\d+)/m.exec(last) ?? [];
    expect(Number(passed) * 1000).toBeGreaterThanOrEqual(Date.parse("2026-11-10T12:10:00Z"));
  });
});

test("a log for people has one line per message, with its fields at the end", () => {
  let text = "";
  const log = createLog(
    { write: (line) => (text += line) },
    "pretty",
    () => new Date("2026-11-10T12:00:00Z"),
  );
  log("warn", "create deferred", { allocation: "a1", error: "It is down.", steps: undefined });
  log("info", "\u001b[2Jcleared\u0007", { from: "stderr" });
  log("debug", "program ended", { allocation: "a1" });
  expect(text).toBe(
    '2026-11-10T12:00:00Z WARN  create deferred allocation=a1 error="It is down."\n2026-11-10T12:00:00Z INFO   [2Jcleared  from=stderr\n',
  );
});
