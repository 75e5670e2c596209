import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import { isJsonObject } from "../../src/fake/state/values.ts";
import { isTrue, numbersOf, type RecordedStep, textOf, uuidInUrl } from "../recorded/recorded.ts";
import { invoicesDiffer } from "./invoices.ts";
import type { Rules } from "./replay.ts";

/** Operations the spec does not have. */
const OUTSIDE: readonly RegExp[] = [
  /^\/api\/marketplace-integration-statuses\//,
  /^\/api\/marketplace-service-providers\/[^/]+\/(customers|user_customers|offerings|stat)\//,
  /^\/api\/marketplace-offering-users\/[^/]+\/update_restricted\//,
  /^\/api\/marketplace-provider-resources\/[^/]+\/(details|unlink)\//,
  /^\/api\/marketplace-plans\//,
];

/** Lists whose rows tie: accounts are ordered by their names, and many have none. */
const UNORDERED = [/^\/api\/marketplace-offering-users\/$/, /\/plan_periods\/$/];

export const rulesCurrent: Rules = {
  outside: (method, path) =>
    method === "POST" && path === "/api/keys/"
      ? "POST /api/keys/"
      : OUTSIDE.find((pattern) => pattern.test(path))?.source,
  isUnordered: (path, query) => !query.has("o") && UNORDERED.some((pattern) => pattern.test(path)),
  setup({ setup: words = "" }, fake) {
    if (words.startsWith("the worker is stopped")) {
      fake.worker.stop();
    } else if (words === "the worker runs" || words.startsWith("the server hands its tasks to a real")) {
      fake.worker.start();
    } else {
      throw new Error(`Unknown setup: ${words}`);
    }
  },
  afterOutside,
  unserved: (path) => (path.startsWith("/api/invoice") ? invoicesDiffer : undefined),
};

/** The provider makes a plan, and gives it prices and quotas. */
function changePlans({ request, response }: RecordedStep, { state }: FakePuhuri): void {
  const [, uuid = "", action] = /marketplace-plans\/([0-9a-f]{32})\/(\w+)/.exec(request?.path ?? "") ?? [];
  const sent = request?.body;
  if (!isJsonObject(sent)) return;
  if (action === "update_quotas") state.plans.get(uuid).quotas = numbersOf(sent, "quotas");
  if (action === "update_prices") state.plans.get(uuid).prices = numbersOf(sent, "prices");
  const made = response?.body;
  if (action === undefined && isJsonObject(made)) {
    state.plans.add({
      uuid: textOf(made, "uuid"),
      offering_uuid: uuidInUrl(made, "offering"),
      name: textOf(made, "name"),
      unit: textOf(made, "unit"),
      unit_price: textOf(made, "unit_price"),
    });
  }
}

/** A project member adds an SSH key, which the lists of providers show. */
function afterOutside(step: RecordedStep, fake: FakePuhuri): void {
  const { request, response } = step;
  const { state } = fake;
  const key = response?.body;
  if (request?.path.startsWith("/api/marketplace-plans/")) changePlans(step, fake);
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
