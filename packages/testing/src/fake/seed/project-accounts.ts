import type { CourseAccount, ServiceAccount } from "../state/marketplace.ts";
import type { With } from "../state/rows.ts";
import { uuidOf } from "../state/values.ts";
import { firstOf, type Ground } from "./ground.ts";
import type { CourseAccountSeed, Reference, ServiceAccountSeed } from "./inputs.ts";

export function plantServiceAccount(ground: Ground, { on, ...columns }: ServiceAccountSeed): ServiceAccount {
  const { organizations, serviceAccounts } = ground.store;
  const organization = on === undefined ? undefined : ground.find(organizations, on);
  const scope =
    organization === undefined
      ? { scope: "project" as const, scope_uuid: projectUuid(ground, on, "on") }
      : { scope: "organization" as const, scope_uuid: organization.uuid };
  return serviceAccounts.add(serviceAccount({ created: ground.nextTime(), ...scope, ...columns }));
}

export function plantCourseAccount(
  ground: Ground,
  { project, user, ...columns }: CourseAccountSeed,
): CourseAccount {
  const { courseAccounts, users } = ground.store;
  const row = courseAccount({
    created: ground.nextTime(),
    project_uuid: projectUuid(ground, project, "project"),
    user_uuid: user === undefined ? null : ground.resolve(users, user, "user").uuid,
    ...columns,
  });
  return courseAccounts.add(row);
}

function projectUuid(ground: Ground, project: Reference | undefined, path: string): string {
  const { projects } = ground.store;
  return (project === undefined ? firstOf(projects, path) : ground.resolve(projects, project, path)).uuid;
}

function serviceAccount(
  row: With<ServiceAccount, "username" | "scope" | "scope_uuid" | "created">,
): ServiceAccount {
  return {
    uuid: uuidOf("service account", row.scope_uuid, row.username),
    preferred_identifier: "",
    ...sharedAccount(row),
    ...row,
  };
}

function courseAccount(row: With<CourseAccount, "username" | "project_uuid" | "created">): CourseAccount {
  return {
    uuid: uuidOf("course account", row.project_uuid, row.username),
    user_uuid: null,
    ...sharedAccount(row),
    ...row,
  };
}

function sharedAccount({ created }: { readonly created: string }) {
  return {
    description: "",
    email: "",
    state: "OK" as const,
    error_message: "",
    error_traceback: "",
    modified: created,
  };
}
