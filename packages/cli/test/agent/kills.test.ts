import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { endOf, openProcessSite, type ProcessSite, tracesOf } from "./process.ts";
import { OFFERING } from "./site.ts";

/** What is left when nothing disturbs it. */
async function calmTraces() {
  const site = await openProcessSite();
  expect(await endOf(site.start(["--once"]))).toBe(0);
  return tracesOf(site);
}

function isAs(site: ProcessSite, calm: unknown): boolean {
  return isDeepStrictEqual(tracesOf(site), calm);
}

/** Whether a program of an agent that was killed is still at work. */
function isLocked({ folder }: ProcessSite): boolean {
  return spawnSync("flock", ["--nonblock", `${folder}/agent-state/${OFFERING}.lock`, "true"]).status !== 0;
}

/** Goes on until all is as it should be, or time is up. */
async function settle(site: ProcessSite, calm: unknown): Promise<void> {
  const child = site.start();
  const isServing = () => site.log.join("").includes("agent serves");
  for (let tries = 0; tries < 300 && !(isServing() && isAs(site, calm)); tries++) await sleep(100);
  child.kill("SIGTERM");
  expect(await endOf(child)).toBe(0);
}

test("an agent that is killed again and again gets as far as one that is not", async () => {
  const calm = await calmTraces();
  expect(calm.cluster).toEqual(["hpc-changed 99", "hpc-new 10", "hpc-other 10"]);
  expect(calm.journal).toEqual(["made hpc-new", "made hpc-other", "removed hpc-ended"]);
  expect(calm.allocations.map(({ name, state, usages }) => `${name} ${state} ${usages}`)).toEqual([
    "new OK cpu 7.00",
    "other OK cpu 9.00",
    "changed OK cpu 11.00",
    "ended Terminated cpu 9.00",
  ]);

  const site = await openProcessSite();
  const kills: string[] = [];
  for (let times = 0; times < 10 && !isAs(site, calm); times++) {
    // A request later, or while the program runs that follows it.
    const requests = Math.ceil(12 * Math.random());
    const laterMs = Math.random() < 0.5 ? 0 : 150 * Math.random();
    kills.push(`${requests} requests, ${Math.round(laterMs)} ms`);
    const child = site.start();
    let seen = 0;
    site.onRequest = () => {
      if (++seen === requests) setTimeout(() => child.kill("SIGKILL"), laterMs);
    };
    // It ends early if a program of the agent before still holds the lock.
    await Promise.race([endOf(child), sleep(5000)]);
    child.kill("SIGKILL");
    await endOf(child);
  }
  site.onRequest = () => {};
  await expect.poll(() => isLocked(site), { timeout: 90_000 }).toBe(false);
  await settle(site, calm);
  if (!isAs(site, calm)) console.log(site.log.join(""));
  expect({ kills, ...tracesOf(site) }).toEqual({ kills, ...calm });
});

test("no second program starts while that of a killed agent runs", async () => {
  const site = await openProcessSite();
  const hold = join(site.folder, "hold");
  writeFileSync(hold, "");
  const child = site.start();
  // The agent's log would say that it begins a moment too early: killed then, the agent would have started nothing.
  await expect.poll(() => existsSync(join(site.folder, "held")), { timeout: 90_000 }).toBe(true);
  child.kill("SIGKILL");
  await endOf(child);
  expect(await endOf(site.start(["--once"]))).toBe(1);
  expect(site.log.join("")).toContain("a program that it started is still running");
  rmSync(hold);
  await expect.poll(() => isLocked(site), { timeout: 90_000 }).toBe(false);
  expect(await endOf(site.start(["--once"]))).toBe(0);
  expect(site.lines("journal")).toEqual(["made hpc-new", "made hpc-other", "removed hpc-ended"]);
});

test("SIGTERM lets the program at work finish, and SIGHUP or a change of the file loads the new one", async () => {
  const site = await openProcessSite();
  const logged = (text: string) => expect.poll(() => site.log.join(""), { timeout: 90_000 }).toContain(text);
  site.configure("dry_run: true");
  const child = site.start();
  await logged('"create done"');
  expect(site.lines("journal")).toEqual([]);
  // It is noticed without a signal.
  site.configure("every: 1h");
  await logged("the file has changed");
  site.configure("every: 1s");
  child.kill("SIGHUP");
  await expect
    .poll(() => site.log.join("").match(/the file has changed/g), { timeout: 90_000 })
    .toHaveLength(2);
  child.kill("SIGTERM");
  expect(await endOf(child)).toBe(0);
  const begun = site.log.join("").match(/"program begins"/g) ?? [];
  const ended = site.log.join("").match(/"program ended".*"exit 0"/g) ?? [];
  expect(begun.length).toBe(ended.length);
  expect(site.log.join("")).toContain("agent has stopped");
});

test("an agent that systemd starts finds its token and its state where systemd has put them", async () => {
  const site = await openProcessSite();
  writeFileSync(join(site.folder, "puhuri-token"), `${site.fake.tokenOf("owner")}\n`);
  const state = join(site.folder, "var");
  const child = site.start(["--once"], { CREDENTIALS_DIRECTORY: site.folder, STATE_DIRECTORY: state });
  expect(await endOf(child)).toBe(0);
  expect(site.lines("journal")).toEqual(["made hpc-new", "made hpc-other", "removed hpc-ended"]);
  expect(readdirSync(state).sort()).toEqual([`${OFFERING}.json`, `${OFFERING}.lock`]);
});
