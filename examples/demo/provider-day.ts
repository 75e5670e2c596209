import type { Dialect, PuhuriClient } from "@puhuri/sdk";

/** What the steps of a day act on. */
export interface Scene {
  readonly puhuri: PuhuriClient;
  /** The allocation that has arrived. */
  readonly resourceUuid: string;
  /** Its order, on servers that have orders. */
  readonly orderUuid: string;
  /** The allocation usage is reported for. */
  readonly meteredUuid: string;
  readonly offeringUuid: string;
  readonly userUuid: string;
}

/** Something a provider does. */
export interface DayStep {
  readonly title: string;
  /** The call, as a user writes it; `run` does the same. */
  readonly code: string;
  run(scene: Scene): Promise<unknown>;
}

/** A provider's day with one allocation, from its arrival to its end. */
export function providerDay(dialect: Dialect): readonly DayStep[] {
  // A 2021 server opens no plan period for what its provider sets to OK, and takes usage only where one is open.
  return dialect === "2021"
    ? [arrives, ...created, ...used("runningUuid"), getsAccess, ends]
    : [isOrdered, isApproved, ...created, ...used("resourceUuid"), getsAccess, ends];
}

const arrives: DayStep = {
  title: "An allocation arrives",
  code: `await puhuri.resources.list({ state: "Creating", fields: ["name", "state", "limits"] }).toArray()`,
  run: ({ puhuri }) =>
    puhuri.resources.list({ state: "Creating", fields: ["name", "state", "limits"] }).toArray(),
};

const isOrdered: DayStep = {
  title: "An allocation arrives, as an order",
  code: `await puhuri.orders.list({ state: "pending-provider", fields: ["type", "state", "resource_name"] }).toArray()`,
  run: ({ puhuri }) =>
    puhuri.orders.list({ state: "pending-provider", fields: ["type", "state", "resource_name"] }).toArray(),
};

const isApproved: DayStep = {
  title: "It is approved",
  code: "await puhuri.orders.approve(orderUuid)",
  run: ({ puhuri, orderUuid }) => puhuri.orders.approve(orderUuid),
};

const created: readonly DayStep[] = [
  {
    title: "It is created on the cluster, and linked to the account there",
    code: `await puhuri.resources.setBackendId(resourceUuid, "slurm-account-17")`,
    run: ({ puhuri, resourceUuid }) => puhuri.resources.setBackendId(resourceUuid, "slurm-account-17"),
  },
  {
    title: "Its users are told how to get in",
    code: `await puhuri.resources.submitReport(resourceUuid, [{ header: "Login", body: "ssh login.hpc.example" }])`,
    run: ({ puhuri, resourceUuid }) =>
      puhuri.resources.submitReport(resourceUuid, [{ header: "Login", body: "ssh login.hpc.example" }]),
  },
  {
    title: "It goes OK",
    code: `await puhuri.resources.setState(resourceUuid, "OK")`,
    run: async ({ puhuri, resourceUuid }) => changeOf(await puhuri.resources.setState(resourceUuid, "OK")),
  },
];

/** Twice: the totals of the month grow. */
function used(of: string): readonly DayStep[] {
  return [
    usage("The month's usage so far is reported", of, { cpu: 10, gpu: 3 }),
    usage("And again the next night, with totals that have grown", of, { cpu: 25, gpu: 4 }),
  ];
}

const getsAccess: DayStep = {
  title: "A user gets access",
  code: `await puhuri.offeringUsers.ensure({ offering: offeringUuid, user: userUuid, username: "abc" })`,
  run: async ({ puhuri, offeringUuid, userUuid }) => {
    const account = { offering: offeringUuid, user: userUuid, username: "abc" };
    const { username, duplicates } = await puhuri.offeringUsers.ensure(account);
    return { username, duplicates };
  },
};

const ends: DayStep = {
  title: "The allocation is terminated",
  code: `await puhuri.resources.setState(resourceUuid, "Terminated")`,
  run: async ({ puhuri, resourceUuid }) =>
    changeOf(await puhuri.resources.setState(resourceUuid, "Terminated")),
};

function usage(title: string, of: string, amounts: Readonly<Record<string, number>>): DayStep {
  const shown = Object.entries(amounts).map(([type, amount]) => `${type}: ${amount}`);
  return {
    title,
    code: `await puhuri.resources.reportUsage(${of}, { ${shown.join(", ")} })`,
    run: async ({ puhuri, meteredUuid }) => {
      const { stored, sent } = await puhuri.resources.reportUsage(meteredUuid, amounts);
      return { stored, sent };
    },
  };
}

function changeOf({ from, to }: { readonly from: string; readonly to: string }): {
  from: string;
  to: string;
} {
  return { from, to };
}
