import { equal, ok } from "../expect.ts";
import type { SuiteTest } from "../harness.ts";

/** The provider guide, from top to bottom. */
export const guide: readonly SuiteTest[] = [
  {
    says: "lists the allocations that wait, with the columns asked for",
    async run(stage) {
      const { puhuri, offeringUuid } = await stage.open();
      const rows = await puhuri.resources
        .list({ offering_uuid: offeringUuid, state: "Creating", fields: ["name", "state"] })
        .toArray();
      equal(rows, [{ name: "Sample resource", state: "Creating" }]);
    },
  },
  ...(["OK", "Erred", "Terminated"] as const).map(
    (state): SuiteTest => ({
      says: `sets an allocation to ${state}, and finds it so the second time`,
      async run(stage) {
        const { puhuri, waitingUuid } = await stage.open();
        const options = state === "Erred" ? ({ onPending: "approve", message: "No quota." } as const) : {};
        const first = await puhuri.resources.setState(waitingUuid, state, options);
        equal(first.outcome, "changed", "the first outcome");
        const second = await puhuri.resources.setState(waitingUuid, state, options);
        equal(second.outcome, "unchanged", "the second outcome");
      },
    }),
  ),
  {
    says: "links an allocation to the provider's own id",
    async run(stage) {
      const { puhuri, waitingUuid } = await stage.open();
      const status = await puhuri.resources.setBackendId(waitingUuid, "slurm-äccount-17");
      equal(status, { status: "Resource backend_id has been changed." });
      const row = await puhuri.resources.get(waitingUuid, { fields: ["backend_id"] });
      equal(row, { backend_id: "slurm-äccount-17" });
    },
  },
  {
    says: "sends access details as they were given",
    async run(stage) {
      const { puhuri, waitingUuid, received } = await stage.open();
      const report = [{ header: "Login", body: "ssh login.hpc.example\nÄÖ €" }];
      equal(await puhuri.resources.submitReport(waitingUuid, report), { status: "Report is submitted" });
      const requests = await received();
      equal(requests.at(-1)?.body, { report }, "the body");
      equal(requests.at(-1)?.headers["content-type"], "application/json", "the content type");
    },
  },
  {
    says: "reads the project's team",
    async run(stage) {
      const { puhuri, runningUuid } = await stage.open();
      const team = await puhuri.resources.team(runningUuid);
      equal(
        team.map(({ full_name }) => full_name),
        ["Integration user (CSC)", "Integration user (ETAIS)"],
      );
    },
  },
  {
    says: "reads the components of an offering, and the open plan period",
    async run(stage) {
      const { puhuri, offeringUuid, runningUuid, planPeriodUuid } = await stage.open();
      const { components } = await puhuri.offerings.get(offeringUuid, { fields: ["components"] });
      equal(
        components?.slice(0, 2).map(({ type }) => type),
        ["cpu", "gpu"],
      );
      const open = (await puhuri.resources.planPeriods(runningUuid)).find(({ end }) => end === null);
      equal(open?.uuid, planPeriodUuid, "the open plan period");
    },
  },
  {
    says: "stores usage of a plan period as it is given",
    async run(stage) {
      const { puhuri, runningUuid, planPeriodUuid } = await stage.open();
      const usages = [
        { type: "cpu", amount: 10, description: "Usage" },
        { type: "gpu", amount: 3 },
      ];
      await puhuri.usages.set({ plan_period: planPeriodUuid, usages });
      const [period] = await puhuri.resources.planPeriods(runningUuid);
      const stored = period?.components.map(({ type, usage }) => `${type} ${Number(usage)}`);
      equal(stored?.sort(), ["cpu 10", "gpu 3"]);
    },
  },
  {
    says: "reports usage, and sends nothing where nothing has changed",
    async run(stage) {
      const { puhuri, runningUuid, received } = await stage.open();
      const amounts = { cpu: 10, gpu: 3 };
      equal((await puhuri.resources.reportUsage(runningUuid, amounts)).outcome, "changed");
      equal((await puhuri.resources.reportUsage(runningUuid, amounts)).outcome, "unchanged");
      const writes = (await received()).filter(({ method }) => method === "POST");
      equal(writes.length, 1, "the number of writes");
    },
  },
  {
    says: "creates an account",
    async run(stage) {
      const { puhuri, offeringUuid, userUuid } = await stage.open();
      const account = await puhuri.offeringUsers.create({
        offering: offeringUuid,
        user: userUuid,
        username: "abc",
      });
      equal([account.username, account.offering_uuid, account.user_uuid], ["abc", offeringUuid, userUuid]);
    },
  },
  {
    says: "ensures one account, whatever is called at the same time",
    async run(stage) {
      const { puhuri, offeringUuid, userUuid } = await stage.open();
      const account = { offering: offeringUuid, user: userUuid, username: "abc" };
      const ensured = await Promise.all([1, 2, 3].map(() => puhuri.offeringUsers.ensure(account)));
      equal(ensured.map(({ outcome }) => outcome).sort(), ["created", "unchanged", "unchanged"]);
      const accounts = puhuri.offeringUsers.list({ offering_uuid: offeringUuid, user_uuid: userUuid });
      equal(await accounts.count(), 1, "the number of accounts");
    },
  },
  {
    says: "sends raw requests typed by the spec",
    async run(stage) {
      const { puhuri, received } = await stage.open();
      const { data, error } = await puhuri.api.GET("/api/marketplace-service-providers/", {
        params: { query: { page_size: 5 } },
      });
      ok(Array.isArray(data) && error === undefined, "Expected a list and no error.");
      equal((await received()).at(-1)?.query, { page_size: ["5"] }, "the query");
    },
  },
];
