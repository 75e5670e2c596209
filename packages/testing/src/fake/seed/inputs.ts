/** What a seed says. Columns left out get what an unremarkable row has; rows refer to each other by name. */
import type {
  CourseAccount,
  Offering,
  OfferingComponent,
  OfferingUser,
  Order,
  Plan,
  PlanPeriod,
  Resource,
  ServiceAccount,
} from "../state/marketplace.ts";
import type { Organization, Project, RoleAssignment, SshKey, User } from "../state/people.ts";
import type { Store } from "../state/store.ts";
import type { OrderState, OrderType, ResourceState, RoleName } from "../state/words.ts";

/** A row of the seed: its name (of a user the username), its uuid, or the row itself. */
export type Reference = string | { readonly uuid: string };

export type UserSeed = Partial<User> & Pick<User, "username"> & { full_name?: string };

export type OrganizationSeed = Partial<Organization> &
  Pick<Organization, "name"> & {
    owners?: Reference[];
    service_managers?: Reference[];
    /** Whether it offers services; an object sets the service provider's own uuid or description. */
    service_provider?: boolean | { uuid?: string; description?: string };
  };

export type ProjectSeed = Partial<Omit<Project, "organization_uuid">> &
  Pick<Project, "name"> & {
    /** Default: the first organization that offers no services. */
    organization?: Reference;
    admins?: Reference[];
    managers?: Reference[];
    members?: Reference[];
  };

export type ComponentSeed = Partial<OfferingComponent> & Pick<OfferingComponent, "type">;
export type PlanSeed = Partial<Omit<Plan, "offering_uuid">> & Pick<Plan, "name">;

export type OfferingSeed = Partial<Omit<Offering, "organization_uuid" | "components">> &
  Pick<Offering, "name"> & {
    /** The provider's organization. Default: the first one that offers services. */
    organization?: Reference;
    /** Default: cpu and gpu, reported by usage. */
    components?: ComponentSeed[];
    /** Default: one plan. */
    plans?: PlanSeed[];
    managers?: Reference[];
    /** Whether the provider may make offering users: `service_provider_can_create_offering_user`. Default true. */
    accounts?: boolean;
  };

export type AllocationSeed = Partial<
  Omit<Resource, "offering_uuid" | "project_uuid" | "plan_uuid" | "current_usages" | "state">
> &
  Pick<Resource, "name"> & {
    /** Default `Creating`. Orders and plan periods follow from it. */
    state?: ResourceState;
    /** Default: the first offering. */
    offering?: Reference;
    /** Default: the first project. */
    project?: Reference;
    /** One of the offering's plans. Default: its first; null for none. */
    plan?: Reference | null;
    /** Totals reported this month, by component type. */
    usages?: Record<string, number | string>;
    /** The open order, where the state leaves it open: which one, and how far it is. Null: no orders at all. */
    order?: { type?: OrderType; state?: OrderState; uuid?: string } | null;
    /** Default: an open period for all but `Creating`; null for none. */
    plan_period?: Partial<Pick<PlanPeriod, "uuid" | "start" | "end">> | null;
  };

export type OrderSeed = Partial<
  Omit<Order, "resource_uuid" | "plan_uuid" | "old_plan_uuid" | "created_by_uuid">
> &
  Pick<Order, "type"> & { allocation: Reference; created_by?: Reference; plan?: Reference };

export type OfferingUserSeed = Partial<Omit<OfferingUser, "offering_uuid" | "user_uuid">> & {
  offering?: Reference;
  user: Reference;
};

export type ServiceAccountSeed = Partial<Omit<ServiceAccount, "scope" | "scope_uuid">> &
  Pick<ServiceAccount, "username"> & {
    /** Whose programs use it: a project or an organization. Default: the first project. */
    on?: Reference;
  };

export type CourseAccountSeed = Partial<Omit<CourseAccount, "project_uuid" | "user_uuid">> &
  Pick<CourseAccount, "username"> & {
    /** Default: the first project. */
    project?: Reference;
    /** Who is on the course. Default: nobody who is known. */
    user?: Reference;
  };

export type SshKeySeed = Partial<Omit<SshKey, "user_uuid">> & Pick<SshKey, "name"> & { user: Reference };

export interface RoleSeed {
  user: Reference;
  role: RoleName;
  /** The organization, project or offering. */
  on: Reference;
  expiration_time?: string | null;
  /** Number of the permission, shown by 2021. */
  pk?: number;
}

/** A whole seed as data, e.g. read from a file. */
export interface SeedDocument {
  /** Start from the world of the provider guide and add to it. Default false. */
  guide?: boolean;
  users?: UserSeed[];
  organizations?: OrganizationSeed[];
  projects?: ProjectSeed[];
  offerings?: OfferingSeed[];
  allocations?: AllocationSeed[];
  orders?: OrderSeed[];
  offering_users?: OfferingUserSeed[];
  service_accounts?: ServiceAccountSeed[];
  course_accounts?: CourseAccountSeed[];
  ssh_keys?: SshKeySeed[];
  roles?: RoleSeed[];
}

/** Plants rows one by one; each method returns the stored row, for the next ones to refer to. */
export interface SeedBuilder {
  /** The world of the provider guide: what a fake has when no seed is given. */
  guide(): void;
  /** A user, with a token. */
  user(seed: UserSeed): User;
  /** An organization, with its owners and managers; a service provider if it says so. */
  organization(seed: OrganizationSeed): Organization;
  /** A project, with its members. */
  project(seed: ProjectSeed): Project;
  /** An offering, with its components and plans. */
  offering(seed: OfferingSeed): Offering;
  /** An allocation with the orders and the plan period its state implies. */
  allocation(seed: AllocationSeed): Resource;
  /** An order beside those that allocations bring with them. */
  order(seed: OrderSeed): Order;
  /** What links a user with an offering. */
  offeringUser(seed: OfferingUserSeed): OfferingUser;
  /** A service account of a project or an organization, which its programs use; 8.x servers list it. */
  serviceAccount(seed: ServiceAccountSeed): ServiceAccount;
  /** A course account, which somebody on a course uses; 8.x servers list it. */
  courseAccount(seed: CourseAccountSeed): CourseAccount;
  /** A public SSH key of a user. */
  sshKey(seed: SshKeySeed): SshKey;
  /** A role beside those that organizations and projects name. */
  role(seed: RoleSeed): RoleAssignment;
  /** What is planted so far; whole rows can be added to it. */
  readonly state: Store;
}
