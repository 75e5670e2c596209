import { RequestTimeoutError } from "@puhuri/sdk";
import { setBackendIdMany } from "@puhuri/sdk/bulk";
import { equal, failure, ok, rejection } from "../expect.ts";
import type { SuiteTest } from "../harness.ts";

/** A call ends when its caller says so, and not later than it may. */
export const aborting: readonly SuiteTest[] = [
  {
    says: "sends nothing for a caller who has given up already",
    async run(stage) {
      const { puhuri, runningUuid, received } = await stage.open();
      const reason = new Error("not any more");
      const signal = AbortSignal.abort(reason);
      ok(
        (await rejection(puhuri.resources.get(runningUuid, {}, { signal }))) === reason,
        "Expected their reason.",
      );
      equal((await received()).length, 0, "the number of requests");
    },
  },
  {
    says: "gives up a request that is on its way, with the caller's reason",
    async run(stage) {
      const { client, runningUuid } = await stage.open({ troubles: [{ kind: "silent" }] });
      const stop = new AbortController();
      const reason = new Error("not any more");
      const puhuri = client({
        hooks: { onRequest: () => void Promise.resolve().then(() => stop.abort(reason)) },
      });
      const error = await rejection(puhuri.resources.get(runningUuid, {}, { signal: stop.signal }));
      ok(error === reason, "Expected the reason.");
    },
  },
  {
    says: "gives up a wait before a retry",
    async run(stage) {
      const { client, runningUuid } = await stage.open({ troubles: [{ kind: "bad-gateway" }] });
      const stop = new AbortController();
      const puhuri = client({
        retry: { baseDelayMs: 3_600_000, maxDelayMs: 3_600_000 },
        totalTimeoutMs: 7_200_000,
        random: () => 0.5,
        hooks: { onRetry: () => void Promise.resolve().then(() => stop.abort()) },
      });
      const error = await rejection(puhuri.resources.get(runningUuid, {}, { signal: stop.signal }));
      ok(error === stop.signal.reason, "Expected the reason.");
    },
  },
  {
    says: "gives up a list in the middle",
    async run(stage) {
      const { puhuri } = await stage.open({ moreAllocations: 9 });
      const stop = new AbortController();
      const list = puhuri.resources.list({ fields: ["name"] }, { pageSize: 2, signal: stop.signal });
      const names: string[] = [];
      const reading = (async () => {
        for await (const { name } of list) {
          if (names.push(name) === 3) stop.abort();
        }
      })();
      ok((await rejection(reading)) === stop.signal.reason, "Expected the reason.");
      ok(names.length < 10, "Expected the rest not to come.");
    },
  },
  {
    says: "gives up a bulk run, and says what is unfinished",
    async run(stage) {
      const { client, runningUuid, waitingUuid } = await stage.open({
        troubles: [{ kind: "silent", method: "POST" }],
      });
      const stop = new AbortController();
      const onRequest = ({ method }: { readonly method: string }): void => {
        if (method === "POST") void Promise.resolve().then(() => stop.abort());
      };
      const items = [runningUuid, waitingUuid].map((resource) => ({ resource, backend_id: "a" }));
      const run = setBackendIdMany(client({ hooks: { onRequest } }), items, { signal: stop.signal });
      ok((await rejection(run.finish())) === stop.signal.reason, "Expected the reason.");
      ok(run.summary().unfinished > 0, "Expected something to be unfinished.");
    },
  },
  {
    says: "does not wait for a silent server longer than it may",
    async run(stage) {
      const { client, runningUuid } = await stage.open({ troubles: [{ kind: "silent" }] });
      const puhuri = client({ timeoutMs: 20, retry: false });
      const error = await failure(puhuri.resources.get(runningUuid), "timeout");
      ok(
        error instanceof RequestTimeoutError && error.which === "attempt",
        "Expected the attempt's time to be up.",
      );
    },
  },
];
