import { describe, expect, test } from "vitest";
import { type OfferingUserHandlers, processOfferingUsers } from "../../../src/loop/index.ts";
import { MortalProcess } from "../mortal-process.ts";
import { createBusySite, SERVERS, type Server, tracesOf } from "./busy-site.ts";
import { SCOPE, type UsersSite } from "./users-site.ts";

/** Makes a pass by a process that may die in it; false if it did. */
async function pass(site: UsersSite, concurrency: number, diesAt?: number): Promise<boolean> {
  const mortal = new MortalProcess(site, diesAt);
  const { create, remove } = site.handlers();
  const handlers: OfferingUserHandlers = {
    create: (...args) => mortal.call(() => create(...args)),
    remove: (...args) => mortal.call(() => remove(...args)),
  };
  const puhuri = site.client({ fetch: mortal.fetch });
  return mortal.run(() => processOfferingUsers(puhuri, SCOPE, handlers, { concurrency }).finish());
}

/** What calm passes leave: one before the user has linked something, and one after. */
async function calmTraces(server: Server) {
  const site = createBusySite(server);
  await pass(site, 1);
  site.unlinked.clear();
  await pass(site, 1);
  return tracesOf(site);
}

describe.each(SERVERS)(
  "a pass over users that is killed ($generation, automatic: $isAutomatic)",
  (server) => {
    test("would leave everybody with what is theirs if it were not", async () => {
      const { directory, log, rows } = await calmTraces(server);
      expect(directory).toEqual(["login-begun", "login-linking", "login-new", "login-stays"]);
      expect(log).toEqual([
        "made login-begun",
        "made login-linking",
        "made login-new",
        "removed login-also-gone",
        "removed login-gone",
      ]);
      const hasStates = server.generation === "8.1";
      expect(
        rows.map(({ user, username, state }) => `${user} ${username}${hasStates ? ` ${state}` : ""}`),
      ).toEqual(
        hasStates
          ? [
              "also-gone login-also-gone Deleted",
              "begun login-begun OK",
              "gone login-gone Deleted",
              "linking login-linking OK",
              "new login-new OK",
              "stays login-stays OK",
            ]
          : [
              ...(server.generation === "2021" ? ["also-gone login-also-gone"] : []),
              "begun login-begun",
              ...(server.generation === "2021" ? ["gone login-gone"] : []),
              "linking login-linking",
              "new login-new",
              "stays login-stays",
            ],
      );
      for (const { comment } of rows) expect(comment).toBe("");
    });

    test.each([1, 4])(
      "after any request or handler leaves in the end what a calm one leaves, %i at a time",
      async (concurrency) => {
        const calm = await calmTraces(server);
        let deaths = 0;
        for (let at = 0; ; at++) {
          const site = createBusySite(server);
          const hasEnded = await pass(site, concurrency, at);
          await pass(site, concurrency);
          site.unlinked.clear();
          await pass(site, concurrency);
          expect(tracesOf(site), `killed at ${at}`).toEqual(calm);
          if (hasEnded) break;
          deaths++;
        }
        expect(deaths).toBeGreaterThan(10);
      },
    );

    test("at every event, pass after pass, gets there one event at a time", async () => {
      const site = createBusySite(server);
      for (let at = 0; !(await pass(site, 1, at)); at++);
      site.unlinked.clear();
      for (let at = 0; !(await pass(site, 1, at)); at++);
      expect(tracesOf(site)).toEqual(await calmTraces(server));
    });

    test.each(["before", "after"] as const)(
      "or loses an answer to any of its requests, %s the server has acted, leaves in the end what a calm one leaves",
      async (when) => {
        const calm = await calmTraces(server);
        for (let at = 0; ; at++) {
          const site = createBusySite(server);
          let requests = 0;
          site.intercepts.push(async (_, next) => {
            if (requests++ !== at) return next();
            if (when === "after") await next();
            return new Response("<h1>502 Bad Gateway</h1>", { status: 502 });
          });
          const puhuri = site.client({ retry: false });
          for (let passes = 0; passes < 4; passes++) {
            await processOfferingUsers(puhuri, SCOPE, site.handlers())
              .finish()
              .catch((error: unknown) => expect(error).toMatchObject({ code: "server-error" }));
            if (passes === 1) site.unlinked.clear();
          }
          expect(tracesOf(site), `request ${at}`).toEqual(calm);
          if (requests <= at) break;
        }
      },
    );
  },
);
