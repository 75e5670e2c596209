import type { FakePuhuri } from "../fake/create-fake-puhuri.ts";
import type { Offering, OfferingUser, Order, Resource } from "../fake/state/marketplace.ts";
import type { Project, User } from "../fake/state/people.ts";
import { fullName, rolesInWords } from "../fake/state/relations.ts";
import type { Store } from "../fake/state/store.ts";
import type { FaultSwitches } from "../faults/switches.ts";
import type { RequestLog } from "./request-log.ts";

/** What the page shows of. */
export interface Shown {
  readonly fake: FakePuhuri;
  readonly faults: FaultSwitches;
  readonly requests: RequestLog;
  /** Which server it is, such as `current, 8.1`. */
  readonly server: string;
}

/** More rows than this nobody looks at. */
const MOST = 200;

/** How many months of usage the page shows. */
const MONTHS = 6;

/** All that the page shows, as JSON. Newest rows come first. */
export function snapshot({ fake, faults, requests, server }: Shown) {
  const store = fake.state;
  return {
    server,
    now: fake.now().toISOString(),
    offerings: store.offerings.all().map((row) => offering(store, row)),
    projects: store.projects.all().map((row) => project(store, row)),
    allocations: newest(store.resources.all()).map((row) => allocation(store, row)),
    allocationCount: store.resources.size,
    orders: newest(store.orders.all()).map((row) => order(store, row)),
    orderCount: store.orders.size,
    users: store.users
      .all()
      .slice(0, MOST)
      .map((row) => user(store, row)),
    userCount: store.users.size,
    usage: usage(store, fake.now()),
    faults: faults.all(),
    requests: requests.recent,
  };
}

function newest<Row>(rows: readonly Row[]): Row[] {
  return rows.slice(-MOST).reverse();
}

function offering(store: Store, { uuid, name, components }: Offering) {
  return {
    uuid,
    name,
    components: components.map(({ type, name, measured_unit, billing_type }) => ({
      type,
      name,
      unit: measured_unit,
      isLimit: billing_type === "limit",
    })),
    plans: store.plans.where("offering_uuid", uuid).map(({ uuid, name }) => ({ uuid, name })),
  };
}

function project(store: Store, { uuid, name }: Project) {
  const members = store.roles
    .where("scope_uuid", uuid)
    .map(({ user_uuid, role }) => ({ uuid: user_uuid, username: store.users.get(user_uuid).username, role }));
  return { uuid, name, members };
}

function allocation(store: Store, row: Resource) {
  const { uuid, name, state, offering_uuid, limits, current_usages, backend_id, error_message } = row;
  return {
    uuid,
    name,
    state,
    offering_uuid,
    offering: store.offerings.get(offering_uuid).name,
    project: store.projects.get(row.project_uuid).name,
    limits,
    usages: current_usages,
    backend_id,
    error_message,
  };
}

function order(store: Store, row: Order) {
  const { uuid, type, state, resource_uuid, limits, start_date, created, error_message } = row;
  return {
    uuid,
    type,
    state,
    allocation: store.resources.get(resource_uuid).name,
    limits,
    start_date,
    created,
    error_message,
    by: store.users.get(row.created_by_uuid).username,
  };
}

function user(store: Store, row: User) {
  const offeringUser = ({ offering_uuid, username, state }: OfferingUser) => ({
    offering: store.offerings.get(offering_uuid).name,
    username,
    state,
  });
  return {
    uuid: row.uuid,
    username: row.username,
    name: fullName(row),
    roles: rolesInWords(store, row),
    offeringUsers: store.offeringUsers.where("user_uuid", row.uuid).map(offeringUser),
  };
}

/** What was used of each component in each of the last months, all allocations together. */
function usage(store: Store, now: Date) {
  const months = lastMonths(now);
  const totals = new Map<string, { offering: string; component: string; unit: string; amounts: number[] }>();
  for (const { resource_uuid, component_type, billing_period, usage } of store.componentUsages) {
    const month = months.indexOf(billing_period.slice(0, 7));
    if (month < 0) continue;
    const { name, uuid, components } = store.offerings.get(store.resources.get(resource_uuid).offering_uuid);
    const component = components.find(({ type }) => type === component_type);
    const total = totals.get(`${uuid} ${component_type}`) ?? {
      offering: name,
      component: component?.name ?? component_type,
      unit: component?.measured_unit ?? "",
      amounts: months.map(() => 0),
    };
    total.amounts[month] = (total.amounts[month] ?? 0) + Number(usage);
    totals.set(`${uuid} ${component_type}`, total);
  }
  return { months, totals: [...totals.values()] };
}

function lastMonths(now: Date): string[] {
  return Array.from({ length: MONTHS }, (_, i) => {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS + 1 + i));
    return month.toISOString().slice(0, 7);
  });
}
