import { TestServerError } from "../../errors.ts";
import type {
  ComponentUsage,
  ComponentUserUsage,
  Offering,
  OfferingUser,
  Order,
  Plan,
  PlanPeriod,
  Resource,
  UserUsageLimit,
} from "./marketplace.ts";
import type {
  CourseAccount,
  Organization,
  Project,
  RoleAssignment,
  ServiceAccount,
  ServiceProvider,
  SshKey,
  User,
} from "./people.ts";
import type { Json, JsonObject } from "./values.ts";

/** Rows by uuid, in the order they were added, with fast lookups by the foreign keys named at the start. */
export class Table<Row extends { uuid: string }> implements Iterable<Row> {
  readonly #rows = new Map<string, Row>();
  readonly #indexes = new Map<keyof Row, Map<unknown, Set<Row>>>();

  /** @param foreignKeys columns of which `where` keeps an index; they must not change after a row was added. */
  constructor(foreignKeys: readonly (keyof Row)[] = []) {
    for (const key of foreignKeys) {
      this.#indexes.set(key, new Map());
    }
  }

  get size(): number {
    return this.#rows.size;
  }

  [Symbol.iterator](): Iterator<Row> {
    return this.#rows.values();
  }

  all(): Row[] {
    return [...this.#rows.values()];
  }

  add(row: Row): Row {
    this.remove(row.uuid);
    this.#rows.set(row.uuid, row);
    for (const [key, index] of this.#indexes) {
      const rows = index.get(row[key]) ?? new Set();
      rows.add(row);
      index.set(row[key], rows);
    }
    return row;
  }

  remove(uuid: string): void {
    const row = this.#rows.get(uuid);
    if (row === undefined) {
      return;
    }
    this.#rows.delete(uuid);
    for (const [key, index] of this.#indexes) {
      index.get(row[key])?.delete(row);
    }
  }

  clear(): void {
    this.#rows.clear();
    for (const index of this.#indexes.values()) {
      index.clear();
    }
  }

  find(uuid: string): Row | undefined {
    return this.#rows.get(uuid);
  }

  /** The row, which must be there: a dangling reference in a seed is a mistake of the seed. */
  get(uuid: string): Row {
    const row = this.#rows.get(uuid);
    if (row === undefined) {
      const problem = `The fake's state refers to ${uuid}, but no such row is stored: remove what refers to a row with it.`;
      throw new TestServerError("unknown_row", problem);
    }
    return row;
  }

  /** The rows that have this value in a column. */
  where<Column extends keyof Row>(column: Column, value: Row[Column]): Row[] {
    const index = this.#indexes.get(column);
    return index === undefined
      ? this.all().filter((row) => row[column] === value)
      : [...(index.get(value) ?? [])];
  }
}

/** Everything a fake server knows. Tests may read and change rows in place. */
export class Store {
  readonly users = new Table<User>();
  readonly sshKeys = new Table<SshKey>(["user_uuid"]);
  readonly organizations = new Table<Organization>();
  readonly serviceProviders = new Table<ServiceProvider>(["organization_uuid"]);
  readonly roles = new Table<RoleAssignment>(["user_uuid", "scope_uuid"]);
  readonly projects = new Table<Project>(["organization_uuid"]);
  readonly offerings = new Table<Offering>(["organization_uuid"]);
  readonly plans = new Table<Plan>(["offering_uuid"]);
  readonly resources = new Table<Resource>(["offering_uuid", "project_uuid"]);
  readonly planPeriods = new Table<PlanPeriod>(["resource_uuid"]);
  readonly componentUsages = new Table<ComponentUsage>(["resource_uuid"]);
  readonly componentUserUsages = new Table<ComponentUserUsage>(["component_usage_uuid"]);
  readonly userUsageLimits = new Table<UserUsageLimit>(["resource_uuid"]);
  readonly offeringUsers = new Table<OfferingUser>(["offering_uuid", "user_uuid"]);
  readonly serviceAccounts = new Table<ServiceAccount>();
  readonly courseAccounts = new Table<CourseAccount>();
  readonly orders = new Table<Order>(["resource_uuid"]);
  /** Rows of collections of which the fake keeps what it is sent, by path: tests may put their own there. */
  readonly kept = new Map<string, JsonObject[]>();
  /** What a resource's row has shown of the order that created it, by the resource's uuid. */
  readonly shownCreationOrders = new Map<string, { form: Json; until: number }>();

  /** Forgets everything. */
  clear(): void {
    for (const table of Object.values(this)) {
      if (table instanceof Table) table.clear();
    }
    this.kept.clear();
    this.shownCreationOrders.clear();
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
