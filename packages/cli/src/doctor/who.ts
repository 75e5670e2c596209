import type { PuhuriClient, ServerFacts } from "@puhuri/sdk";
import type { Settings } from "../server/settings.ts";
import { type Finding, well } from "./finding.ts";
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

/** Which server it is: servers of 2024-10 tell their version to staff only. */
export function serverOf({ dialect, version }: ServerFacts): Finding {
  if (dialect === "2021") return well("server", "2021: the API of the provider guide");
  if (version !== undefined) return well("server", `current, version ${version}`);
  return well("server", "current, of 2024-10: it tells its version to staff only");
}
