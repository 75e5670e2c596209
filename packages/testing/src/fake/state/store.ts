import { TestServerError } from "../../errors.ts";
import { type Columns, filled, type With } from "../../shapes.ts";
import * as marketplace from "./marketplace.ts";
import * as people from "./people.ts";
import type { Json, JsonObject } from "./values.ts";

/** Rows by uuid, in the order they were added, with fast lookups by the foreign keys named at the start. */
export class Table<Row extends { uuid: string }, Needed extends keyof Row = keyof Row>
  implements Iterable<Row>
{
  readonly #columns: Columns<Row>;
  readonly #rows = new Map<string, Row>();
  readonly #indexes = new Map<keyof Row, Map<unknown, Set<Row>>>();

  /** @param foreignKeys columns of which `where` keeps an index; they must not change after a row was added. */
  constructor(columns: Columns<Row>, foreignKeys: readonly (keyof Row)[] = []) {
    this.#columns = columns;
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

  /** Adds a row, in place of the one of its uuid. Columns left out get what an unremarkable row has. */
  add(given: With<Row, Needed>): Row {
    const row = filled(this.#columns, given);
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
  readonly users = new Table<people.User, "username" | "date_joined">(people.USER);
  readonly sshKeys = new Table<people.SshKey, "user_uuid" | "name" | "created">(people.SSH_KEY, [
    "user_uuid",
  ]);
  readonly organizations = new Table<people.Organization, "name" | "created">(people.ORGANIZATION);
  readonly serviceProviders = new Table<people.ServiceProvider, "organization_uuid" | "created">(
    people.SERVICE_PROVIDER,
    ["organization_uuid"],
  );
  readonly roles = new Table<
    people.RoleAssignment,
    "pk" | "user_uuid" | "role" | "scope" | "scope_uuid" | "created"
  >(people.ROLE, ["user_uuid", "scope_uuid"]);
  readonly projects = new Table<people.Project, "name" | "organization_uuid" | "created">(people.PROJECT, [
    "organization_uuid",
  ]);
  readonly offerings = new Table<marketplace.Offering, "name" | "organization_uuid" | "created">(
    marketplace.OFFERING,
    ["organization_uuid"],
  );
  readonly plans = new Table<marketplace.Plan, "name" | "offering_uuid">(marketplace.PLAN, ["offering_uuid"]);
  readonly resources = new Table<marketplace.Resource, "name" | "offering_uuid" | "project_uuid" | "created">(
    marketplace.RESOURCE,
    ["offering_uuid", "project_uuid"],
  );
  readonly planPeriods = new Table<marketplace.PlanPeriod>(marketplace.PLAN_PERIOD, ["resource_uuid"]);
  readonly componentUsages = new Table<
    marketplace.ComponentUsage,
    "uuid" | "resource_uuid" | "component_type" | "plan_period_uuid" | "billing_period" | "date" | "created"
  >(marketplace.COMPONENT_USAGE, ["resource_uuid"]);
  readonly componentUserUsages = new Table<marketplace.ComponentUserUsage>(marketplace.COMPONENT_USER_USAGE, [
    "component_usage_uuid",
  ]);
  readonly userUsageLimits = new Table<marketplace.UserUsageLimit>(marketplace.USER_USAGE_LIMIT, [
    "resource_uuid",
  ]);
  readonly offeringUsers = new Table<
    marketplace.OfferingUser,
    "uuid" | "offering_uuid" | "user_uuid" | "created"
  >(marketplace.OFFERING_USER, ["offering_uuid", "user_uuid"]);
  readonly serviceAccounts = new Table<
    people.ServiceAccount,
    "username" | "scope" | "scope_uuid" | "created"
  >(people.SERVICE_ACCOUNT);
  readonly courseAccounts = new Table<people.CourseAccount, "username" | "project_uuid" | "created">(
    people.COURSE_ACCOUNT,
  );
  readonly orders = new Table<
    marketplace.Order,
    "uuid" | "type" | "resource_uuid" | "created_by_uuid" | "created"
  >(marketplace.ORDER, ["resource_uuid"]);
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
  userNamed(username: string): people.User | undefined {
    return this.users.all().find((user) => user.username === username);
  }

  /** The user of that token. */
  userOfToken(token: string): people.User | undefined {
    return this.users.all().find((user) => user.token === token);
  }

  /** The allocation of that name. */
  resourceNamed(name: string): marketplace.Resource | undefined {
    return this.resources.all().find((resource) => resource.name === name);
  }
}
