import { ApiError, ConnectionError, NotFoundError } from "@puhuri/sdk";
import { equal, failure, ok } from "../expect.ts";
import type { SuiteTest } from "../harness.ts";
import { LONG_WAIT_S } from "../world.ts";

/** What goes wrong comes as the right error, and what may be repeated is repeated. */
export const errors: readonly SuiteTest[] = [
  {
    says: "tells a wrong token, and prints none",
    async run(stage) {
      const { client, runningUuid } = await stage.open();
      const token = "0123456789abcdef0123456789abcdef01234567";
      const error = await failure(client({ token }).resources.get(runningUuid), "authentication");
      const printed = `${error.message} ${JSON.stringify(error)} ${error.stack}`;
      ok(!printed.includes(token), "Expected the token to be nowhere in the error.");
    },
  },
  {
    says: "asks a token function again after a 401",
    async run(stage) {
      const { client, token, runningUuid } = await stage.open();
      const tokens = ["0123456789abcdef0123456789abcdef01234567", token];
      const puhuri = client({ token: async () => tokens.shift() ?? token });
      equal(await puhuri.resources.get(runningUuid, { fields: ["name"] }), { name: "Running resource" });
    },
  },
  {
    says: "tells what there is not, or may not be seen",
    async run(stage) {
      const { puhuri, client, outsiderToken, runningUuid } = await stage.open();
      const error = await failure(puhuri.resources.get("0".repeat(32)), "not-found");
      ok(error instanceof NotFoundError && error instanceof ApiError, "Expected a NotFoundError.");
      equal([error.status, error.routeMissing], [404, false]);
      await failure(client({ token: outsiderToken }).resources.get(runningUuid), "not-found");
    },
  },
  {
    says: "tells which fields a server refused",
    async run(stage) {
      const { puhuri, offeringUuid } = await stage.open();
      const input = { offering: offeringUuid, user: "0".repeat(32), username: "abc" };
      const error = await failure(puhuri.offeringUsers.create(input), "bad-request");
      ok(error instanceof ApiError, "Expected an ApiError.");
      equal(Object.keys(error.fieldErrors), ["user"]);
    },
  },
  {
    says: "sends nothing when an argument is wrong",
    async run(stage) {
      const { puhuri, received } = await stage.open();
      await failure(puhuri.resources.get("../users"), "invalid-argument");
      equal((await received()).length, 0, "the number of requests");
    },
  },
  {
    says: "repeats a read after a bad gateway and a lost connection",
    async run(stage) {
      const troubles = [
        { kind: "bad-gateway", first: 1 },
        { kind: "answer-lost", first: 1 },
      ] as const;
      const { puhuri, runningUuid, received } = await stage.open({ troubles });
      equal(await puhuri.resources.get(runningUuid, { fields: ["name"] }), { name: "Running resource" });
      equal((await received()).length, 3, "the number of requests");
    },
  },
  {
    says: "repeats a read whose body broke off",
    async run(stage) {
      const { puhuri, runningUuid } = await stage.open({ troubles: [{ kind: "body-lost", first: 1 }] });
      equal(await puhuri.resources.get(runningUuid, { fields: ["name"] }), { name: "Running resource" });
    },
  },
  {
    says: "tells a connection that never came back",
    async run(stage) {
      const { client, runningUuid } = await stage.open({ troubles: [{ kind: "answer-lost" }] });
      const error = await failure(client({ retry: false }).resources.get(runningUuid), "connection");
      ok(error instanceof ConnectionError && error.maybeSent, "Expected that it may have been sent.");
      ok(!error.maybeApplied, "Expected a read to change nothing.");
    },
  },
  {
    says: "does not repeat a creation whose answer was lost, and says that it may be there",
    async run(stage) {
      const troubles = [{ kind: "answer-lost", method: "POST" }] as const;
      const { puhuri, offeringUuid, userUuid } = await stage.open({ troubles });
      const input = { offering: offeringUuid, user: userUuid, username: "abc" };
      const error = await failure(puhuri.offeringUsers.create(input), "connection");
      ok(error instanceof ConnectionError && error.maybeApplied, "Expected maybeApplied.");
      // As the sdk counts: browsers send it again by themselves, on a connection that was in use before.
      equal(error.attempts, 1, "the number of attempts");
    },
  },
  {
    says: "finds out what became of a write whose answer was lost",
    async run(stage) {
      const troubles = [{ kind: "answer-lost", method: "POST", first: 1 }] as const;
      const { client, waitingUuid } = await stage.open({ troubles });
      const sent: string[] = [];
      const puhuri = client({ hooks: { onRequest: ({ method }) => void sent.push(method) } });
      equal((await puhuri.resources.setState(waitingUuid, "Terminated")).to, "Terminated");
      // As the sdk counts: browsers and Deno send it again by themselves, on a connection that was in use before.
      equal(sent.filter((method) => method === "POST").length, 1, "the number of writes");
    },
  },
  {
    says: "ensures an account when the answer is lost, and tells of a second one that a runtime has made",
    async run(stage) {
      const troubles = [{ kind: "answer-lost", method: "POST", first: 1 }] as const;
      const { puhuri, offeringUuid, userUuid } = await stage.open({ troubles });
      const account = { offering: offeringUuid, user: userUuid, username: "abc" };
      await puhuri.offeringUsers.ensure(account);
      const { outcome, duplicates } = await puhuri.offeringUsers.ensure(account);
      const accounts = puhuri.offeringUsers.list({ offering_uuid: offeringUuid, user_uuid: userUuid });
      equal([outcome, duplicates], ["unchanged", (await accounts.count()) - 1]);
    },
  },
  {
    says: "tells a server that nobody listens at",
    async run(stage) {
      const { client, runningUuid } = await stage.open();
      await stage.close();
      await failure(client({ retry: false }).resources.get(runningUuid), "connection");
    },
  },
  {
    says: "waits when told to wait, and goes on",
    async run(stage) {
      const { puhuri, runningUuid } = await stage.open({ troubles: [{ kind: "throttled", first: 1 }] });
      equal(await puhuri.resources.get(runningUuid, { fields: ["name"] }), { name: "Running resource" });
    },
  },
  {
    says: "does not wait longer than allowed, and tells how long it was",
    async run(stage) {
      const { puhuri, runningUuid } = await stage.open({ troubles: [{ kind: "throttled-for-long" }] });
      const error = await failure(puhuri.resources.get(runningUuid), "rate-limited");
      ok(error instanceof ApiError, "Expected an ApiError.");
      equal(error.retryAfterMs, LONG_WAIT_S * 1000, "retryAfterMs");
    },
  },
  {
    says: "tells answers that are not this API's",
    async run(stage) {
      for (const kind of ["html-page", "truncated-json"] as const) {
        const { puhuri, runningUuid } = await stage.open({ troubles: [{ kind }] });
        await failure(puhuri.resources.get(runningUuid, {}, { retry: false }), "unexpected-response");
      }
    },
  },
  {
    says: "does not carry the token to another server",
    async run(stage) {
      const elsewhere = await stage.open();
      const troubles = [{ kind: "redirected", to: elsewhere.url }] as const;
      const { puhuri, runningUuid, received } = await stage.open({ troubles });
      await failure(puhuri.resources.get(runningUuid), "unexpected-response");
      await failure(puhuri.resources.setBackendId(runningUuid, "a"), "unexpected-response");
      equal((await received()).length, 2, "the number of requests");
      equal((await elsewhere.received()).length, 0, "the number of requests elsewhere");
    },
  },
  {
    says: "sends the token and the language, and tells hooks without them",
    async run(stage) {
      const events: string[] = [];
      const note = (event: object) => events.push(JSON.stringify(event));
      const { client, token, runningUuid, received } = await stage.open();
      const hooks = { onRequest: note, onResponse: note };
      const headers = { "accept-language": "et", "x-site": "tartu" };
      await client({ hooks, headers }).resources.get(runningUuid);
      const [request] = await received();
      const names = ["authorization", "accept-language", "x-site"];
      equal(
        names.map((name) => request?.headers[name]),
        [`Token ${token}`, "et", "tartu"],
      );
      equal(events.length, 2, "the number of events");
      ok(!events.join().includes(token), "Expected the token to be in no event.");
    },
  },
];
