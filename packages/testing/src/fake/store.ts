import type {
  ComponentUsage,
  ComponentUserUsage,
  Offering,
  OfferingUser,
  Order,
  Organization,
  Plan,
  PlanPeriod,
  Project,
  Resource,
  RoleAssignment,
  ServiceProvider,
  SshKey,
  User,
} from "./entities.ts";
import { Table } from "./table.ts";

/** Everything a fake server knows. Tests may read and change rows in place. */
export class Store {
  readonly users = new Table<User>();
  readonly sshKeys = new Table<SshKey, "user_uuid">(["user_uuid"]);
  readonly organizations = new Table<Organization>();
  readonly serviceProviders = new Table<ServiceProvider, "organization_uuid">(["organization_uuid"]);
  readonly projects = new Table<Project, "organization_uuid">(["organization_uuid"]);
  readonly offerings = new Table<Offering, "organization_uuid">(["organization_uuid"]);
  readonly plans = new Table<Plan, "offering_uuid">(["offering_uuid"]);
  readonly resources = new Table<Resource, "offering_uuid" | "project_uuid">([
    "offering_uuid",
    "project_uuid",
  ]);
  readonly planPeriods = new Table<PlanPeriod, "resource_uuid">(["resource_uuid"]);
  readonly componentUsages = new Table<ComponentUsage, "resource_uuid">(["resource_uuid"]);
  readonly componentUserUsages = new Table<ComponentUserUsage, "component_usage_uuid">([
    "component_usage_uuid",
  ]);
  readonly offeringUsers = new Table<OfferingUser, "offering_uuid" | "user_uuid">([
    "offering_uuid",
    "user_uuid",
  ]);
  readonly orders = new Table<Order, "resource_uuid">(["resource_uuid"]);
  roles: RoleAssignment[] = [];

  /** Forgets everything. */
  clear(): void {
    for (const table of [
      this.users,
      this.sshKeys,
      this.organizations,
      this.serviceProviders,
      this.projects,
      this.offerings,
      this.plans,
      this.resources,
      this.planPeriods,
      this.componentUsages,
      this.componentUserUsages,
      this.offeringUsers,
      this.orders,
    ]) {
      table.clear();
    }
    this.roles = [];
  }

  /** The user of that username. */
  userNamed(username: string): User | undefined {
    return this.users.all().find((user) => user.username === username);
  }

  /** The user of that token. */
  userOfToken(token: string): User | undefined {
    return this.users.all().find((user) => user.token === token);
  }

  /** The allocation of that name. */
  resourceNamed(name: string): Resource | undefined {
    return this.resources.all().find((resource) => resource.name === name);
  }
}
