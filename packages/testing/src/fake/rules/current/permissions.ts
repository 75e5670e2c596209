import type { User } from "../../entities.ts";
import { type ApiCall, callerOf } from "../../http/api-call.ts";
import { forbidden } from "../../http/reply.ts";
import type { Store } from "../../store.ts";
import type { RoleName } from "../../words.ts";
import { hasRole } from "../roles.ts";
import type { Scope } from "./scopes.ts";

/** Permissions by the server's names; the ones the operations here ask for. */
export type Permission =
  | "ORDER.APPROVE"
  | "ORDER.REJECT"
  | "ORDER.CANCEL"
  | "RESOURCE.SET_BACKEND_ID"
  | "RESOURCE.SET_STATE"
  | "RESOURCE.SET_USAGE"
  | "RESOURCE.SUBMIT_REPORT"
  | "RESOURCE.TERMINATE"
  | "OFFERING.CREATE_USER"
  | "OFFERING.UPDATE_USER"
  | "OFFERING.DELETE_USER";

/** What the stock roles may do on what they are held on. */
const HOLDERS: Readonly<Record<Permission, readonly RoleName[]>> = {
  "ORDER.APPROVE": ["owner"],
  "ORDER.REJECT": ["owner"],
  "ORDER.CANCEL": ["owner", "admin", "manager"],
  "RESOURCE.SET_BACKEND_ID": ["owner", "service_manager", "offering_manager"],
  "RESOURCE.SET_STATE": ["owner"],
  "RESOURCE.SET_USAGE": ["owner", "offering_manager"],
  "RESOURCE.SUBMIT_REPORT": ["owner", "service_manager"],
  "RESOURCE.TERMINATE": ["owner", "admin", "manager"],
  "OFFERING.CREATE_USER": ["owner"],
  "OFFERING.UPDATE_USER": ["owner"],
  "OFFERING.DELETE_USER": ["owner"],
};

/** Whether a role of the user on one of the scopes gives the permission. Staff may do everything. */
export function has(store: Store, user: User, permission: Permission, ...scopes: Scope[]): boolean {
  return (
    user.is_staff || scopes.some(({ kind, uuid }) => hasRole(store, user, kind, uuid, ...HOLDERS[permission]))
  );
}

/** Refuses with 403 who has the permission on none of the scopes. */
export function demand(call: ApiCall, permission: Permission, ...scopes: Scope[]): void {
  if (!has(call.store, callerOf(call), permission, ...scopes)) {
    throw forbidden();
  }
}

export function demandStaff(call: ApiCall): void {
  if (!callerOf(call).is_staff) {
    throw forbidden();
  }
}
