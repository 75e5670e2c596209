import { SeedError } from "../../errors.ts";
import type {
  CourseAccount,
  Organization,
  Project,
  RoleAssignment,
  ServiceAccount,
  SshKey,
  User,
} from "../state/people.ts";
import type { RoleName, RoleScope } from "../state/words.ts";
import type { Ground, Named } from "./ground.ts";
import type {
  CourseAccountSeed,
  OrganizationSeed,
  ProjectSeed,
  Reference,
  RoleSeed,
  ServiceAccountSeed,
  SshKeySeed,
  UserSeed,
} from "./inputs.ts";

export function plantUser(ground: Ground, { full_name, ...columns }: UserSeed): User {
  const [first = columns.username, ...rest] = (full_name ?? columns.username).split(" ");
  const names = full_name === undefined ? {} : { first_name: first, last_name: rest.join(" ") };
  return ground.add(ground.store.users, { date_joined: ground.nextTime(), ...names, ...columns });
}

export function plantOrganization(ground: Ground, seed: OrganizationSeed): Organization {
  const { owners = [], service_managers = [], service_provider = false, ...columns } = seed;
  const organization = ground.add(ground.store.organizations, { created: ground.nextTime(), ...columns });
  if (service_provider !== false) {
    const own = service_provider === true ? {} : service_provider;
    const created = ground.nextTime();
    ground.store.serviceProviders.add({ organization_uuid: organization.uuid, created, ...own });
  }
  plantRoles(ground, organization, "owner", owners);
  plantRoles(ground, organization, "service_manager", service_managers);
  return organization;
}

export function plantProject(ground: Ground, seed: ProjectSeed): Project {
  const { organization, admins = [], managers = [], members = [], ...columns } = seed;
  const { organizations, serviceProviders } = ground.store;
  const consumer = ground.resolve(
    organizations,
    organization,
    "organization",
    ({ uuid }) => serviceProviders.where("organization_uuid", uuid).length === 0,
    "an organization that is not a service provider",
  );
  const project = ground.add(ground.store.projects, {
    organization_uuid: consumer.uuid,
    created: ground.nextTime(),
    ...columns,
  });
  plantRoles(ground, project, "admin", admins);
  plantRoles(ground, project, "manager", managers);
  plantRoles(ground, project, "member", members);
  return project;
}

export function plantRoles(
  ground: Ground,
  on: { uuid: string },
  role: RoleName,
  users: readonly Reference[],
): void {
  for (const user of users) {
    plantRole(ground, { user, role, on });
  }
}

export function plantRole(ground: Ground, seed: RoleSeed): RoleAssignment {
  const { store } = ground;
  const [scope, scope_uuid] = scopeOf(ground, seed.on);
  const assignment = store.roles.add({
    pk: ground.nextPermission(seed.pk),
    user_uuid: ground.resolve(store.users, seed.user, "user").uuid,
    role: seed.role,
    scope,
    scope_uuid,
    created: ground.nextTime(),
    expiration_time: seed.expiration_time ?? null,
  });
  if (scope === "offering" && ground.isOld) {
    // A user who is made manager of an offering becomes service manager of its organization too.
    plantRole(ground, {
      user: seed.user,
      role: "service_manager",
      on: store.offerings.get(scope_uuid).organization_uuid,
    });
  }
  return assignment;
}

function scopeOf(ground: Ground, on: Reference): [RoleScope, string] {
  for (const scope of ["organization", "project", "offering"] as const) {
    const found = ground.find<Named>(ground.store[`${scope}s`], on);
    if (found !== undefined) return [scope, found.uuid];
  }
  const wanted = typeof on === "string" ? on : on.uuid;
  throw new SeedError("on", `the seed has no organization, project or offering "${wanted}"`);
}

export function plantSshKey(ground: Ground, { user, ...columns }: SshKeySeed): SshKey {
  const { sshKeys, users } = ground.store;
  const { uuid: user_uuid } = ground.resolve(users, user, "user");
  return ground.add(sshKeys, { user_uuid, created: ground.nextTime(), ...columns });
}

export function plantServiceAccount(ground: Ground, { on, ...columns }: ServiceAccountSeed): ServiceAccount {
  const { organizations, projects, serviceAccounts } = ground.store;
  const organization = on === undefined ? undefined : ground.find(organizations, on);
  return ground.add(serviceAccounts, {
    scope: organization === undefined ? "project" : "organization",
    scope_uuid: organization?.uuid ?? ground.resolve(projects, on, "on").uuid,
    created: ground.nextTime(),
    ...columns,
  });
}

export function plantCourseAccount(ground: Ground, seed: CourseAccountSeed): CourseAccount {
  const { project, user, ...columns } = seed;
  const { courseAccounts, projects, users } = ground.store;
  return ground.add(courseAccounts, {
    project_uuid: ground.resolve(projects, project, "project").uuid,
    user_uuid: user === undefined ? null : ground.resolve(users, user, "user").uuid,
    created: ground.nextTime(),
    ...columns,
  });
}
