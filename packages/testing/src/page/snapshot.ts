import type { FakePuhuri } from "../fake/create-fake-puhuri.ts";
import type { Offering, OfferingUser, Order, Resource } from "../fake/state/marketplace.ts";
import type { User } from "../fake/state/people.ts";
import { fullName, rolesInWords } from "../fake/state/relations.ts";
import type { Store } from "../fake/state/store.ts";
import type { FaultSwitches } from "../faults/switches.ts";
import type { RequestLog } from "./request-log.ts";

/** What the page shows, and what its buttons act on. */
export interface Shown {
  readonly fake: FakePuhuri;
  readonly faults: FaultSwitches;
  readonly requests: RequestLog;
  /** Which server it is, such as `current, 8.1`. */
  readonly server: string;
}

/** All that the page shows, as JSON. */
export function snapshot({ fake, faults, requests, server }: Shown) {
  const store = fake.state;
  return {
    server,
    now: fake.now().toISOString(),
    offerings: store.offerings.all().map((row) => offering(store, row)),
    projects: store.projects.all().map(named),
    allocations: newest(store.resources.all(), (row) => allocation(store, row)),
    orders: newest(store.orders.all(), (row) => order(store, row)),
    users: newest(store.users.all(), (row) => user(store, row)),
    usage: usage(store),
    faults: faults.all(),
    requests: requests.recent,
  };
}

/** More rows than this nobody looks at. */
const MOST = 200;

function newest<Row, ShownRow>(rows: readonly Row[], show: (row: Row) => ShownRow) {
  return { count: rows.length, rows: rows.slice(-MOST).reverse().map(show) };
}

function named({ uuid, name }: { readonly uuid: string; readonly name: string }) {
  return { uuid, name };
}

function offering(store: Store, { uuid, name, components }: Offering) {
  const limited = components.filter(({ billing_type }) => billing_type === "limit");
  return {
    uuid,
    name,
    limits: limited.map(({ type, measured_unit: unit }) => ({ type, unit })),
    plans: store.plans.where("offering_uuid", uuid).map(named),
  };
}

function allocation(store: Store, row: Resource) {
  const offering = store.offerings.get(row.offering_uuid).name;
  return { ...row, offering, project: store.projects.get(row.project_uuid).name };
}

function order(store: Store, row: Order) {
  const allocation = store.resources.get(row.resource_uuid).name;
  return { ...row, allocation, by: store.users.get(row.created_by_uuid).username };
}

function user(store: Store, row: User) {
  const offeringUser = ({ offering_uuid, username, state }: OfferingUser) => ({
    offering: store.offerings.get(offering_uuid).name,
    username,
    state,
  });
  const roles = store.roles.where("user_uuid", row.uuid);
  const isOn = (uuid: string) => roles.some(({ scope_uuid }) => scope_uuid === uuid);
  return {
    uuid: row.uuid,
    username: row.username,
    name: fullName(row),
    roles: rolesInWords(store, row),
    projects: store.projects
      .all()
      .filter(({ uuid }) => isOn(uuid))
      .map(named),
    offeringUsers: store.offeringUsers.where("user_uuid", row.uuid).map(offeringUser),
  };
}

/** What was used of each component in each month, all allocations together. */
function usage(store: Store) {
  const totals = new Map<string, { component: string; offering: string; months: Record<string, number> }>();
  for (const { resource_uuid, component_type, billing_period, usage } of store.componentUsages) {
    const { name, uuid, components } = store.offerings.get(store.resources.get(resource_uuid).offering_uuid);
    const component = components.find(({ type }) => type === component_type);
    const words = [component?.name ?? component_type, component?.measured_unit ?? ""];
    const key = `${uuid} ${component_type}`;
    const total = totals.get(key) ?? {
      component: words.filter(Boolean).join(", "),
      offering: name,
      months: {},
    };
    const month = billing_period.slice(0, 7);
    total.months[month] = (total.months[month] ?? 0) + Number(usage);
    totals.set(key, total);
  }
  return [...totals.values()];
}
