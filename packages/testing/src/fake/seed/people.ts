import type { Organization, Project, RoleAssignment, SshKey, User } from "../entities.ts";
import * as rows from "../rows.ts";
import { uuidOf } from "../uuids.ts";
import type { RoleName, RoleScope } from "../words.ts";
import { type Ground, resolve, resolveOrFirst } from "./ground.ts";
import type { OrganizationSeed, ProjectSeed, Reference, RoleSeed, SshKeySeed, UserSeed } from "./inputs.ts";
import { SeedError } from "./seed-error.ts";

export function plantUser(ground: Ground, { full_name, ...columns }: UserSeed): User {
  const [first = columns.username, ...rest] = (full_name ?? columns.username).split(" ");
  const names = full_name === undefined ? {} : { first_name: first, last_name: rest.join(" ") };
  return ground.store.users.add(rows.user({ date_joined: ground.nextTime(), ...names, ...columns }));
}

export function plantOrganization(ground: Ground, seed: OrganizationSeed): Organization {
  const { owners = [], service_managers = [], service_provider = false, ...columns } = seed;
  const organization = ground.store.organizations.add(
    rows.organization({ created: ground.nextTime(), ...columns }),
  );
  if (service_provider !== false) {
    const own = service_provider === true ? {} : service_provider;
    ground.store.serviceProviders.add(
      rows.serviceProvider({ organization_uuid: organization.uuid, created: ground.nextTime(), ...own }),
    );
  }
  plantRoles(ground, organization, "owner", owners);
  plantRoles(ground, organization, "service_manager", service_managers);
  return organization;
}

export function plantProject(ground: Ground, seed: ProjectSeed): Project {
  const { organization, admins = [], managers = [], members = [], ...columns } = seed;
  const consumer = resolveOrFirst(
    ground.store.organizations,
    organization,
    "organization",
    ({ uuid }) => ground.store.serviceProviders.where("organization_uuid", uuid).length === 0,
  );
  const project = ground.store.projects.add(
    rows.project({ organization_uuid: consumer.uuid, created: ground.nextTime(), ...columns }),
  );
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
  const assignment: RoleAssignment = {
    pk: seed.pk ?? ground.nextPermission(),
    user_uuid: resolve(store.users, seed.user, "user").uuid,
    role: seed.role,
    scope,
    scope_uuid,
    created: ground.nextTime(),
    expiration_time: seed.expiration_time ?? null,
  };
  store.roles.push(assignment);
  if (scope === "offering" && ground.dialect === "2021") {
    // Whoever is made manager of an offering becomes service manager of its organization too.
    plantRole(ground, {
      user: seed.user,
      role: "service_manager",
      on: store.offerings.get(scope_uuid).organization_uuid,
    });
  }
  return assignment;
}

function scopeOf({ store }: Ground, on: Reference): [RoleScope, string] {
  const wanted = typeof on === "string" ? on : on.uuid;
  const scopes = [
    ["organization", store.organizations],
    ["project", store.projects],
    ["offering", store.offerings],
  ] as const;
  for (const [scope, table] of scopes) {
    const found = [...table].find(({ uuid, name }) => uuid === wanted || name === wanted);
    if (found !== undefined) {
      return [scope, found.uuid];
    }
  }
  throw new SeedError("on", `"${wanted}" is no organization, project or offering of the seed`);
}

export function plantSshKey(ground: Ground, { user: owner, ...columns }: SshKeySeed): SshKey {
  const user = resolve(ground.store.users, owner, "user");
  const uuid = uuidOf("ssh key", user.uuid, columns.name);
  return ground.store.sshKeys.add({
    uuid,
    user_uuid: user.uuid,
    public_key: `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA${uuid}${uuid.slice(0, 12)} ${user.username}`,
    fingerprint: uuid.match(/../g)?.join(":") ?? "",
    fingerprint_sha256: `SHA256:${uuid}`,
    fingerprint_sha512: `SHA512:${uuid}${uuid}`,
    is_shared: false,
    created: ground.nextTime(),
    ...columns,
  });
}
