import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DEFAULT_RETRY, type Failure, isRetried } from "../../packages/sdk/src/http/retry-policy.ts";
import { root } from "../src/pages.ts";

const page = readFileSync(`${root}docs/reliability.md`, "utf8");
const KINDS = ["read", "upsert", "transition", "create"] as const;

/** The words of the page for what a request can fail with. */
const WORDS: readonly (readonly [Failure, string])[] = [
  ["lost", "a broken connection, a timeout of the request"],
  ["busy", "a 503 with `Retry-After`"],
  ["unsent", "a connection that was never made"],
  ["garbled", "an answer that is not this API's"],
];
const STATUSES = [400, 401, 403, 404, 408, 409, 425, 429, 500, 502, 503, 504] as const;

it.each(KINDS)("says after which failures a %s is sent again", (kind) => {
  const [, row = ""] = new RegExp(`^\\| ${kind}.*\\| (.*?) *\\|$`, "m").exec(page) ?? [];
  const said = row === "as for transitions" ? (/^\| transition.*\| (.*?) *\|$/m.exec(page)?.[1] ?? "") : row;
  expect([...said.replace("a 503 with", "").matchAll(/\d{3}/g)].map(Number)).toEqual(
    STATUSES.filter((status) => isRetried(kind, status)),
  );
  for (const [failure, words] of WORDS) {
    // What holds for lost and for all 503 answers need not be said of the milder form again.
    const isImplied =
      (failure === "unsent" && isRetried(kind, "lost")) || (failure === "busy" && isRetried(kind, 503));
    expect([failure, said.includes(words)]).toEqual([failure, isRetried(kind, failure) && !isImplied]);
  }
});

it("says how often and after which waits", () => {
  const { maxRetries, baseDelayMs } = DEFAULT_RETRY;
  expect(maxRetries).toBe(3);
  const waits = [0, 1, 2].map((retry) => (baseDelayMs * 2 ** retry) / 1000);
  expect(page).toContain(
    `up to three times, after random waits of at most ${waits[0]}, ${waits[1]} and ${waits[2]} seconds`,
  );
});
