/** What a seed says. Columns left out get what an unremarkable row has; rows refer to each other by name. */

import * as is from "../../shapes.ts";
import { COMPONENT, OFFERING, OFFERING_USER, ORDER, PLAN, RESOURCE } from "../state/marketplace.ts";
import { COURSE_ACCOUNT, ORGANIZATION, PROJECT, SERVICE_ACCOUNT, SSH_KEY, USER } from "../state/people.ts";
import { ORDER_STATES, ORDER_TYPES, ROLES } from "../state/words.ts";

/** A row of the seed: its name (of a user the username), its uuid, or the row itself. */
export type Reference = string | { readonly uuid: string };

const reference: is.Shape<Reference> = {
  wrongWith: (value, path) =>
    typeof value === "string"
      ? undefined
      : is.uuid().wrongWith(is.isRecord(value) ? value.uuid : value, `${path}.uuid`),
  usual: () => "",
};
const references = is.listOf(reference);

export const user = is.rowWith(["username"], { ...USER, full_name: is.text() });
export interface UserSeed extends is.ValueOf<typeof user> {}

export const organization = is.rowWith(["name"], {
  ...ORGANIZATION,
  owners: references,
  service_managers: references,
  /** Whether it offers services; an object sets the service provider's own uuid or description. */
  service_provider: is.either(is.flag(), is.row({ uuid: is.uuid(), description: is.text() })),
});
export interface OrganizationSeed extends is.ValueOf<typeof organization> {}

export const project = is.rowWith(["name"], {
  ...is.without(PROJECT, "organization_uuid"),
  /** Default: the first organization that offers no services. */
  organization: reference,
  admins: references,
  managers: references,
  members: references,
});
export interface ProjectSeed extends is.ValueOf<typeof project> {}

const component = is.rowWith(["type"], COMPONENT);
export interface ComponentSeed extends is.ValueOf<typeof component> {}

const plan = is.rowWith(["name"], is.without(PLAN, "offering_uuid"));
export interface PlanSeed extends is.ValueOf<typeof plan> {}

export const offering = is.rowWith(["name"], {
  ...is.without(OFFERING, "organization_uuid"),
  /** The provider's organization. Default: the first one that offers services. */
  organization: reference,
  /** Default: cpu and gpu, reported by usage. */
  components: is.listOf(component),
  /** Default: one plan. */
  plans: is.listOf(plan),
  managers: references,
  /** Whether the provider may create offering users: `service_provider_can_create_offering_user`. Default true. */
  can_create_offering_user: is.flag(),
});
export interface OfferingSeed extends is.ValueOf<typeof offering> {}

const openOrder = is.row({
  uuid: is.uuid(),
  type: is.word(ORDER_TYPES, "Create"),
  state: is.word(ORDER_STATES, "executing"),
});
const period = is.row({ uuid: is.uuid(), start: is.orNull(is.time()), end: is.orNull(is.time()) });

export const allocation = is.rowWith(["name"], {
  ...is.without(RESOURCE, "offering_uuid", "project_uuid", "plan_uuid", "current_usages"),
  /** Default `Creating`. Orders and plan periods follow from it. */
  state: RESOURCE.state,
  /** Default: the first offering. */
  offering: reference,
  /** Default: the first project. */
  project: reference,
  /** One of the offering's plans. Default: its first; null for none. */
  plan: is.orNull(reference),
  /** Totals reported this month, by component type. */
  usages: is.recordOf(is.amount()),
  /** The open order, where the state leaves it open: which one, and how far it is. Null: no orders at all. */
  order: is.orNull(openOrder),
  /** Default: an open period for all but `Creating`; null for none. */
  plan_period: is.orNull(period),
});
export interface AllocationSeed extends is.ValueOf<typeof allocation> {}

export const order = is.rowWith(["type", "allocation"], {
  ...is.without(ORDER, "resource_uuid", "plan_uuid", "old_plan_uuid", "created_by_uuid"),
  allocation: reference,
  created_by: reference,
  plan: reference,
});
export interface OrderSeed extends is.ValueOf<typeof order> {}

export const offeringUser = is.rowWith(["user"], {
  ...is.without(OFFERING_USER, "offering_uuid", "user_uuid"),
  offering: reference,
  user: reference,
});
export interface OfferingUserSeed extends is.ValueOf<typeof offeringUser> {}

export const serviceAccount = is.rowWith(["username"], {
  ...is.without(SERVICE_ACCOUNT, "scope", "scope_uuid"),
  /** Whose programs use it: a project or an organization. Default: the first project. */
  on: reference,
});
export interface ServiceAccountSeed extends is.ValueOf<typeof serviceAccount> {}

export const courseAccount = is.rowWith(["username"], {
  ...is.without(COURSE_ACCOUNT, "project_uuid", "user_uuid"),
  /** Default: the first project. */
  project: reference,
  /** Who is on the course. Default: nobody who is known. */
  user: reference,
});
export interface CourseAccountSeed extends is.ValueOf<typeof courseAccount> {}

export const sshKey = is.rowWith(["user", "name"], { ...is.without(SSH_KEY, "user_uuid"), user: reference });
export interface SshKeySeed extends is.ValueOf<typeof sshKey> {}

export const role = is.rowWith(["user", "role", "on"], {
  user: reference,
  role: is.word(ROLES, "member"),
  /** The organization, project or offering. */
  on: reference,
  expiration_time: is.orNull(is.time()),
  /** Number of the permission, shown by 2021. */
  pk: is.number(),
});
export interface RoleSeed extends is.ValueOf<typeof role> {}

/** A whole seed as data; its rows are checked when they are planted. */
export const seedDocument = is.row({
  /** Start from the world of the provider guide and add to it. Default false. */
  guide: is.flag(),
  users: is.list<UserSeed>(),
  organizations: is.list<OrganizationSeed>(),
  projects: is.list<ProjectSeed>(),
  offerings: is.list<OfferingSeed>(),
  allocations: is.list<AllocationSeed>(),
  orders: is.list<OrderSeed>(),
  offering_users: is.list<OfferingUserSeed>(),
  service_accounts: is.list<ServiceAccountSeed>(),
  course_accounts: is.list<CourseAccountSeed>(),
  ssh_keys: is.list<SshKeySeed>(),
  roles: is.list<RoleSeed>(),
});

/** A whole seed as data, e.g. read from a file. */
export interface SeedDocument extends is.ValueOf<typeof seedDocument> {}
