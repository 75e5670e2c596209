import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import { isJsonObject } from "../../src/fake/state/values.ts";
import { isTrue, type RecordedStep, textOf } from "../recorded/recorded.ts";
import type { Rules } from "./replay.ts";

/** Operations the spec does not have. */
const OUTSIDE: readonly RegExp[] = [
  /^\/api\/marketplace-integration-statuses\//,
  /^\/api\/marketplace-service-providers\/[^/]+\/(customers|user_customers|offerings|stat)\//,
  /^\/api\/marketplace-offering-users\/[^/]+\/update_restricted\//,
  /^\/api\/marketplace-resources\/[^/]+\/terminate\//,
];

/** Lists whose rows tie: accounts are ordered by their names, and many have none. */
const UNORDERED = [/^\/api\/marketplace-offering-users\/$/, /\/plan_periods\/$/];

export const rulesCurrent: Rules = {
  outside: (method, path) =>
    method === "POST" && path === "/api/keys/"
      ? "POST /api/keys/"
      : OUTSIDE.find((pattern) => pattern.test(path))?.source,
  isUnordered: (path, query) => !query.has("o") && UNORDERED.some((pattern) => pattern.test(path)),
  setup(step) {
    throw new Error(`Unknown setup: ${step.setup}`);
  },
  afterOutside,
};

/** A project member adds an SSH key, which the lists of providers show. */
function afterOutside({ request, response }: RecordedStep, { state }: FakePuhuri): void {
  const key = response?.body;
  if (request?.path !== "/api/keys/" || !isJsonObject(key)) {
    return;
  }
  state.sshKeys.add({
    uuid: textOf(key, "uuid"),
    user_uuid: textOf(key, "user_uuid"),
    name: textOf(key, "name"),
    public_key: textOf(key, "public_key"),
    fingerprint: textOf(key, "fingerprint_md5"),
    fingerprint_sha256: textOf(key, "fingerprint_sha256"),
    fingerprint_sha512: textOf(key, "fingerprint_sha512"),
    is_shared: isTrue(key, "is_shared"),
    created: "2026-11-23T18:00:00Z",
  });
}
