import type { Dialect, Offering, PuhuriClient } from "@puhuri/sdk";
import type { Settings } from "../server/settings.ts";
import { type Finding, ill, well } from "./finding.ts";
import { PATIENCE } from "./reach.ts";

/** Whose token it is. */
export interface Who {
  readonly finding: Finding;
  readonly roles: readonly Role[];
}

/** A role, on an organization, an offering or a project. */
export interface Role {
  readonly name: string;
  /** Undefined: on everything. */
  readonly scopeUuid: string | undefined;
  readonly scopeName: string;
}

/** Asks whose token it is. A 2021 server ignores `field`, and sends the token too, which is not read. */
export async function whoIs(puhuri: PuhuriClient, { tokenFrom }: Settings): Promise<Who> {
  const field = ["username", "full_name", "permissions", "is_staff"] as const;
  const { data } = await puhuri.api.GET("/api/users/me/", {
    params: { query: { field: [...field] } },
    signal: AbortSignal.timeout(PATIENCE.timeoutMs),
  });
  const user: Readonly<Record<string, unknown>> = { ...data };
  const name = `${user["full_name"] || "somebody"} (${user["username"] ?? "no name given"})`;
  return { finding: well("token", `of ${name}, from ${tokenFrom}`), roles: rolesOf(user) };
}

/** May do everything everywhere. */
export const STAFF = "staff";

function rolesOf(user: Readonly<Record<string, unknown>>): Role[] {
  const text = (row: object, key: string): string => String(Object(row)[key] ?? "");
  const rows = (key: string): object[] => (Array.isArray(user[key]) ? user[key] : []);
  return [
    ...(user["is_staff"] === true ? [{ name: STAFF, scopeUuid: undefined, scopeName: "the server" }] : []),
    ...rows("permissions").map((row) => ({
      name: text(row, "role_name"),
      scopeUuid: text(row, "scope_uuid"),
      scopeName: text(row, "scope_name"),
    })),
    ...rows("customer_permissions").map((row) => ({
      name: text(row, "role"),
      scopeUuid: text(row, "customer_uuid"),
      scopeName: text(row, "customer_name"),
    })),
  ];
}

type Row = Pick<Offering, "uuid" | "name" | "state" | "customer_uuid" | "components">;

/** Roles that may report usage, by what servers come with: theirs can be changed. */
const MAY_REPORT = ["CUSTOMER.OWNER", "OFFERING.MANAGER", "owner", STAFF];
/** Billing types of components whose usage a server stores. */
const REPORTED = ["usage", "limit"];

/** The roles on each offering, and whether its usage can be reported. */
export async function* offeringFindings(
  puhuri: PuhuriClient,
  dialect: Dialect,
  roles: readonly Role[],
): AsyncGenerator<Finding> {
  const fields = ["uuid", "name", "state", "customer_uuid", "components"] as const;
  let count = 0;
  for await (const offering of puhuri.offerings.list({ fields })) {
    const scopes = [undefined, offering.uuid, offering.customer_uuid];
    const held = roles.filter(({ scopeUuid }) => scopes.includes(scopeUuid));
    // A 2021 server lists what others offer, too.
    if (dialect === "2021" && held.length === 0) continue;
    count += 1;
    yield roleFinding(offering, held);
    if (held.length > 0) yield usageFinding(offering, held);
  }
  if (count === 0) yield ill("role", "this token shows no offering", OWNER);
}

const OWNER =
  "Have the token's user made an owner of the provider's organization, or a manager of the offering.";

function roleFinding({ name }: Row, held: readonly Role[]): Finding {
  const names = held.map((role) => `${role.name} of ${role.scopeName}`).join(", ");
  return names === "" ? ill("role", `${name}: none`, OWNER) : well("role", `${name}: ${names}`);
}

function usageFinding({ name, state, components = [] }: Row, held: readonly Role[]): Finding {
  const types = components
    .filter(({ billing_type }) => REPORTED.includes(billing_type))
    .map(({ type }) => type);
  if (types.length === 0) {
    const advice = "Have components billed by usage or by limit added to the offering.";
    return ill("usage", `${name}: nothing that can be reported`, advice);
  }
  if (state === "Draft" || state === "Archived") {
    return ill("usage", `${name}: is ${state}`, "Have the offering activated.");
  }
  if (!held.some((role) => MAY_REPORT.includes(role.name))) {
    return ill("usage", `${name}: these roles may not report it, unless this server's were changed`, OWNER);
  }
  return well("usage", `${name}: ${types.join(", ")} can be reported`);
}
