import type { Project } from "../../entities.ts";
import type { World } from "../../http/api-call.ts";
import { badRequest } from "../../http/reply.ts";

export function refuseBlocked({ store }: World, project: Project): void {
  if (store.organizations.get(project.organization_uuid).is_blocked) {
    throw badRequest(["Blocked organization is not available."]);
  }
}

/** A project ends on its last day. Newest servers let its orders through all the same. */
export function refuseExpired({ store, generation, now }: World, project: Project): void {
  const today = now().toISOString().slice(0, 10);
  if (generation === "2024-10" && project.end_date !== null && project.end_date <= today) {
    const organization = store.organizations.get(project.organization_uuid);
    throw badRequest([`Project '${project.name} | ${organization.name}' is expired.`]);
  }
}
