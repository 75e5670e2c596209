import {
  offering2021Fields,
  offeringFields,
  offeringStates,
  offeringUser2021Fields,
  offeringUserFields,
  orderFields,
  orderStates,
  orderTypes,
  resource2021Fields,
  resourceFields,
  resourceStates,
} from "@puhuri/api-types";
import type { OrderState, OrderType, ResourceState, TeamMember } from "@puhuri/sdk";
import { Option } from "commander";
import { asked, columnsOf, type RowOptions } from "../output/columns.ts";
import { printList, printRecord, printRows } from "../output/rows.ts";
import { allocationUuid } from "../server/allocation-name.ts";
import { connect } from "../server/connect.ts";
import type { World } from "../world.ts";
import { ALLOCATION, type PuhuriCommand, uuid } from "./command.ts";

const OFFERING = {
  usual: ["uuid", "name", "state", "type"],
  known: [...new Set([...offeringFields, ...offering2021Fields])],
} as const;

export function addOfferings(program: PuhuriCommand, world: World): void {
  program
    .command("offerings")
    .description("list the offerings that your token shows")
    .addOption(new Option("--state <state>", "only those in this state").choices(offeringStates))
    .rowOptions(OFFERING)
    .examples("puhuri offerings", "puhuri offerings --state Active --csv --fields uuid,name")
    .action(
      async ({ state, ...options }: RowOptions & { readonly state?: (typeof offeringStates)[number] }) => {
        await printList(world, options, OFFERING, ({ offerings }, fields) =>
          offerings.list({ state, ...fields }),
        );
      },
    );
}

const knownOfAllocation = [...new Set([...resourceFields, ...resource2021Fields])];
const ALLOCATION_IN_LIST = {
  usual: ["uuid", "name", "state", "backend_id", "project_name", "offering_name"],
  known: knownOfAllocation,
} as const;
const ONE_ALLOCATION = {
  usual: [
    "uuid",
    "name",
    "state",
    "backend_id",
    "offering_name",
    "project_name",
    "customer_name",
    "plan_name",
    "limits",
    "current_usages",
    "created",
    "end_date",
    "report",
  ],
  known: knownOfAllocation,
} as const;

interface AllocationOptions extends RowOptions {
  readonly state?: readonly ResourceState[];
  readonly offering?: string;
  readonly project?: string;
}

export function addAllocations(program: PuhuriCommand, world: World): void {
  program
    .command("allocations")
    .description("list the allocations that your token shows")
    .addOption(new Option("--state <states...>", "only those in one of these states").choices(resourceStates))
    .option("--offering <uuid>", "only those at this offering", uuid)
    .option("--project <uuid>", "only those of this project", uuid)
    .rowOptions(ALLOCATION_IN_LIST)
    .examples(
      "puhuri allocations",
      "puhuri allocations --state Creating OK --offering cf4eb9c29fc74af4ade667fcb53633d5",
      "puhuri allocations --csv --fields uuid,backend_id,limits",
    )
    .action(async ({ state, offering, project, ...options }: AllocationOptions) => {
      const filters = { state, offering_uuid: offering, project_uuid: project };
      await printList(world, options, ALLOCATION_IN_LIST, ({ resources }, fields) =>
        resources.list({ ...filters, ...fields }),
      );
    });
}

export function addAllocation(program: PuhuriCommand, world: World): void {
  program
    .command("allocation")
    .description("show one allocation")
    .argument("<allocation>", ALLOCATION)
    .rowOptions(ONE_ALLOCATION)
    .examples(
      "puhuri allocation a1916bd53fd04b1ab1a4e700c926607b",
      "puhuri allocation hpc-1 --fields uuid,limits",
      "puhuri allocation hpc-1 --all --json",
    )
    .action(async (name: string, options: RowOptions) => {
      const columns = columnsOf(options, ONE_ALLOCATION);
      const puhuri = await connect(world);
      const row = await puhuri.resources.get(await allocationUuid(puhuri, name), asked(options, columns));
      await printRecord(world, row, columns, options);
    });
}

const ORDER = {
  usual: ["uuid", "type", "state", "resource_name", "project_name", "created"],
  known: orderFields,
} as const;

interface OrderOptions extends RowOptions {
  readonly state?: readonly OrderState[];
  readonly type?: readonly OrderType[];
  readonly offering?: string;
  readonly allocation?: string;
}

export function addOrders(program: PuhuriCommand, world: World): void {
  program
    .command("orders")
    .description("list the orders that your token shows (current servers)")
    .addOption(new Option("--state <states...>", "only those in one of these states").choices(orderStates))
    .addOption(new Option("--type <types...>", "only those of these types").choices(orderTypes))
    .option("--offering <uuid>", "only those at this offering", uuid)
    .option("--allocation <uuid>", "only those of this allocation", uuid)
    .rowOptions(ORDER)
    .examples(
      "puhuri orders --state pending-provider",
      "puhuri orders --type Create --json --fields uuid,limits,attributes",
    )
    .action(async ({ state, type, offering, allocation, ...options }: OrderOptions) => {
      const filters = { state, type, offering_uuid: offering, resource_uuid: allocation };
      await printList(world, options, ORDER, ({ orders }, fields) => orders.list({ ...filters, ...fields }));
    });
}

const usualOfMember = [
  "uuid",
  "username",
  "full_name",
  "email",
  "role",
  "offering_user_username",
] as const satisfies (keyof TeamMember)[];
const MEMBER = {
  usual: usualOfMember,
  known: [...usualOfMember, "offering_user_state", "expiration_time", "permission", "url"],
} as const;

export function addTeam(program: PuhuriCommand, world: World): void {
  program
    .command("team")
    .description("list the members of the project that an allocation belongs to")
    .argument("<allocation>", ALLOCATION)
    .rowOptions(MEMBER)
    .examples("puhuri team hpc-1", "puhuri team hpc-1 --json --fields username,role")
    .action(async (name: string, options: RowOptions) => {
      const columns = columnsOf(options, MEMBER);
      const puhuri = await connect(world);
      const team = await puhuri.resources.team(await allocationUuid(puhuri, name));
      // The server does not select columns of this list.
      const rows = options.all ? team : team.map((member) => only(columns, member));
      await printRows(world, rows, columns, options);
    });
}

function only(columns: readonly string[], member: object): object {
  return Object.fromEntries(Object.entries(member).filter(([column]) => columns.includes(column)));
}

const USER = {
  usual: ["user_uuid", "user_username", "username", "state", "offering_name"],
  known: [...new Set([...offeringUserFields, ...offeringUser2021Fields])],
} as const;

interface UserOptions extends RowOptions {
  readonly offering?: string;
  readonly user?: string;
}

export function addUsers(program: PuhuriCommand, world: World): void {
  program
    .command("users")
    .description("list who has which user name at your offerings")
    .option("--offering <uuid>", "only those at this offering", uuid)
    .option("--user <uuid>", "only this user's", uuid)
    .rowOptions(USER)
    .examples("puhuri users", "puhuri users --offering cf4eb9c29fc74af4ade667fcb53633d5 --csv")
    .action(async ({ offering, user, ...options }: UserOptions) => {
      const filters = { offering_uuid: offering, user_uuid: user };
      await printList(world, options, USER, ({ offeringUsers }, fields) =>
        offeringUsers.list({ ...filters, ...fields }),
      );
    });
}
