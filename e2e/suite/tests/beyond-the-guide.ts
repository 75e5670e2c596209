import { ensureOfferingUserMany, reportUsageMany, setBackendIdMany, setStateMany } from "@puhuri/sdk/bulk";
import { compareMembers, processAllocations, processOfferingUsers, watchAllocations } from "@puhuri/sdk/loop";
import { equal, failure } from "../expect.ts";
import type { SuiteTest } from "../harness.ts";

/** What the sdk has besides: orders, people of a provider, many at once, the provider's loop. */
export const beyondTheGuide: readonly SuiteTest[] = [
  {
    says: "finds out the server's generation",
    async run(stage) {
      const { client, runningUuid } = await stage.open();
      const puhuri = client({ dialect: "auto" });
      equal((await puhuri.server()).dialect, stage.dialect);
      const rows = await Promise.all(
        [1, 2].map(() => puhuri.resources.get(runningUuid, { fields: ["name"] })),
      );
      equal(rows, [{ name: "Running resource" }, { name: "Running resource" }]);
    },
  },
  {
    says: "approves, completes and waits for an order",
    dialects: ["current"],
    async run(stage) {
      const { puhuri, orderUuid } = await stage.open();
      const waiting = await puhuri.orders.list({ state: "pending-provider", fields: ["uuid"] }).toArray();
      equal(waiting, [{ uuid: orderUuid }], "the orders that wait");
      equal((await puhuri.orders.approve(orderUuid)).outcome, "changed");
      equal((await puhuri.orders.complete(orderUuid)).outcome, "changed");
      equal((await puhuri.orders.waitFor(orderUuid)).state, "done");
    },
  },
  {
    says: "rejects an order, and fails one",
    dialects: ["current"],
    async run(stage) {
      const rejecting = await stage.open();
      await rejecting.puhuri.orders.reject(rejecting.orderUuid, { comment: "Not eligible." });
      equal(
        (await rejecting.puhuri.orders.get(rejecting.orderUuid, { fields: ["state"] })).state,
        "rejected",
      );
      const failing = await stage.open();
      await failing.puhuri.orders.approve(failing.orderUuid);
      await failing.puhuri.orders.fail(failing.orderUuid, { message: "No quota." });
      equal((await failing.puhuri.orders.get(failing.orderUuid, { fields: ["state"] })).state, "erred");
    },
  },
  {
    says: "says that a server has no orders",
    dialects: ["2021"],
    async run(stage) {
      const { puhuri, waitingUuid } = await stage.open();
      await failure(puhuri.orders.approve(waitingUuid), "unsupported-by-server");
    },
  },
  {
    says: "reads users, keys, projects and permissions of a provider",
    dialects: ["current"],
    async run(stage) {
      const { puhuri, serviceProviderUuid: uuid, organizationUuid } = await stage.open();
      const { serviceProviders } = puhuri;
      const own = await serviceProviders.list({ customer_uuid: organizationUuid, fields: ["uuid"] }).first();
      equal(own, { uuid });
      equal((await serviceProviders.projects(uuid, { fields: ["name"] }).toArray())[0], {
        name: "Sample project",
      });
      equal(await serviceProviders.users(uuid).count(), 2, "the number of users");
      equal(await serviceProviders.sshKeys(uuid).count(), 1, "the number of keys");
      equal(await serviceProviders.projectPermissions(uuid).count(), 2, "the number of permissions");
    },
  },
  {
    says: "gives a user a name everywhere, and stores what they used",
    dialects: ["current"],
    async run(stage) {
      const { puhuri, serviceProviderUuid, runningUuid, userUuid } = await stage.open();
      const account = { user_uuid: userUuid, username: "abc" };
      await puhuri.serviceProviders.setOfferingsUsername(serviceProviderUuid, account);
      await puhuri.resources.reportUsage(runningUuid, { cpu: 10 });
      const ofAllocation = { resource_uuid: runningUuid } as const;
      const [usage] = await puhuri.usages.list({ ...ofAllocation, type: "cpu" }).toArray();
      await puhuri.usages.setForUser(usage?.uuid ?? "", { username: "alice", usage: "2.50" });
      const [part] = await puhuri.usages.listUsers(ofAllocation).toArray();
      equal([part?.username, Number(part?.usage)], ["alice", 2.5]);
    },
  },
  {
    says: "waits for a state that is there",
    async run(stage) {
      const { puhuri, runningUuid } = await stage.open();
      equal((await puhuri.resources.waitForState(runningUuid, ["OK", "Erred"])).state, "OK");
    },
  },
  {
    says: "reports, links, sets and ensures many at once",
    async run(stage) {
      const { puhuri, runningUuid, waitingUuid, offeringUuid, userUuid } = await stage.open();
      const usage = [{ resource: runningUuid, amounts: { cpu: 10, gpu: 3 } }];
      const links = [
        { resource: runningUuid, backend_id: "a" },
        { resource: waitingUuid, backend_id: "b" },
      ];
      const accounts = [{ offering: offeringUuid, user: userUuid, username: "abc" }];
      const done = [
        await reportUsageMany(puhuri, usage).finish(),
        await setBackendIdMany(puhuri, links).finish(),
        await setStateMany(puhuri, [{ resource: waitingUuid, state: "OK" }]).finish(),
        await ensureOfferingUserMany(puhuri, accounts).finish(),
      ];
      equal(
        done.map(({ total, failures }) => [total, failures.length]),
        [
          [1, 0],
          [2, 0],
          [1, 0],
          [1, 0],
        ],
      );
      equal(await puhuri.resources.get(waitingUuid, { fields: ["state", "backend_id"] }), {
        state: "OK",
        backend_id: "b",
      });
    },
  },
  {
    says: "carries out what waits for a provider, until it is stopped",
    async run(stage) {
      const { puhuri, waitingUuid, offeringUuid } = await stage.open();
      const created: string[] = [];
      const handlers = {
        create: async ({ name }: { readonly name: string }) => {
          created.push(name);
          return { backend_id: `account of ${name}` };
        },
      };
      const scope = { offering_uuid: offeringUuid };
      equal((await processAllocations(puhuri, scope, handlers, { dryRun: true }).finish()).failures, []);
      equal(created, [], "what a dry run created");
      const stop = new AbortController();
      const options = { intervalMs: 1, signal: stop.signal, onPass: () => stop.abort() };
      for await (const outcome of watchAllocations(puhuri, scope, handlers, options)) {
        if (outcome.resource.uuid === waitingUuid) equal(outcome.outcome, "done");
      }
      equal(created, ["Sample resource"], "what was created");
      equal((await puhuri.resources.get(waitingUuid, { fields: ["state"] })).state, "OK");
    },
  },
  {
    says: "gives logins to members who have none, and tells who belongs to an allocation",
    async run(stage) {
      const { puhuri, runningUuid, offeringUuid } = await stage.open();
      const create = async (_user: object, { idempotencyKey }: { readonly idempotencyKey: string }) => ({
        username: `user-${idempotencyKey.slice(0, 8)}`,
      });
      const scope = { offering_uuid: offeringUuid };
      const { done, total } = await processOfferingUsers(puhuri, scope, { create }).finish();
      equal([done, total], [2, 2]);
      equal((await processOfferingUsers(puhuri, scope, { create }).finish()).total, 0);
      const { add, remove, unnamed } = await compareMembers(puhuri, runningUuid, ["nobody"]);
      equal([add.length, remove, unnamed], [2, ["nobody"], []]);
    },
  },
];
