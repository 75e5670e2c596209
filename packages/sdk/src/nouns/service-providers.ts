import type {
  Project,
  ProjectPermission,
  ServiceProvider,
  ServiceProviderUser,
  SshKey,
} from "@puhuri/api-types";
import type { CallOptions } from "../http/call.ts";
import { createList, createListOf, type List, type ListOf } from "../list/methods.ts";
import { requireObject, userName } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";
import { about, CONTEXT, type Filters, Noun } from "./context.ts";

/** Filters for service providers. */
export interface ServiceProviderFilters extends Filters<"service_providers_list"> {}

/** Filters for the users of a provider's offerings. */
export interface ServiceProviderUserFilters extends Filters<"service_providers_users_list"> {}

/** Filters for the SSH keys of those users. */
export interface SshKeyFilters extends Filters<"service_providers_keys_list"> {}

/** Filters for the projects with allocations on a provider's offerings. */
export interface ProjectFilters extends Filters<"service_providers_projects_list"> {}

/** Filters for the roles in those projects. */
export interface ProjectPermissionFilters extends Filters<"service_providers_project_permissions_list"> {}

/**
 * Providers, and the people and projects that use them: `puhuri.serviceProviders`.
 *
 * Uuids here are the service provider's own, not its organization's. A 2021 server has only `list`.
 */
export class ServiceProviders extends Noun {
  /**
   * Lists service providers; filter by `customer_uuid`, the uuid of your organization, to find your own.
   *
   * @example
   * const provider = await puhuri.serviceProviders.list({ customer_uuid: organizationUuid }).first();
   * @see service_providers_list
   */
  readonly list: List<ServiceProvider, ServiceProviderFilters> = createList(
    this[CONTEXT],
    (api) => api.serviceProviders.listing,
  );

  /**
   * Lists the users of a provider's offerings.
   *
   * @throws {UnsupportedByServerError} On a 2021 server.
   * @example
   * const users = await puhuri.serviceProviders.users(serviceProviderUuid, { fields: ["uuid", "username"] }).toArray();
   * @see service_providers_users_list
   */
  readonly users: ListOf<ServiceProviderUser, ServiceProviderUserFilters> = createListOf(
    this[CONTEXT],
    (api, uuid) => api.serviceProviders.users(uuid),
  );

  /**
   * Lists the public SSH keys of those users.
   *
   * @throws {UnsupportedByServerError} On a 2021 server, and with a filter on a server before 8.x, which ignores all
   *   filters of this list.
   * @example
   * const keys = await puhuri.serviceProviders.sshKeys(serviceProviderUuid).toArray();
   * const own = keys.filter(({ user_uuid }) => user_uuid === userUuid);
   * @see service_providers_keys_list
   */
  readonly sshKeys: ListOf<SshKey, SshKeyFilters> = createListOf(this[CONTEXT], (api, uuid) =>
    api.serviceProviders.sshKeys(uuid),
  );

  /**
   * Lists the projects that have allocations on a provider's offerings.
   *
   * @throws {UnsupportedByServerError} On a 2021 server.
   * @example
   * const projects = await puhuri.serviceProviders.projects(serviceProviderUuid, { fields: ["uuid", "name"] }).toArray();
   * @see service_providers_projects_list
   */
  readonly projects: ListOf<Project, ProjectFilters> = createListOf(this[CONTEXT], (api, uuid) =>
    api.serviceProviders.projects(uuid),
  );

  /**
   * Lists who has which role in those projects.
   *
   * @throws {UnsupportedByServerError} On a 2021 server.
   * @example
   * const permissions = await puhuri.serviceProviders.projectPermissions(serviceProviderUuid).toArray();
   * @see service_providers_project_permissions_list
   */
  readonly projectPermissions: ListOf<ProjectPermission, ProjectPermissionFilters> = createListOf(
    this[CONTEXT],
    (api, uuid) => api.serviceProviders.projectPermissions(uuid),
  );

  /**
   * Gives a user one user name at all of a provider's offerings where they have an allocation.
   *
   * Safe to repeat, and retried automatically.
   *
   * @throws {BadRequestError} There is no such user.
   * @throws {UnsupportedByServerError} On a 2021 server.
   * @example
   * await puhuri.serviceProviders.setOfferingsUsername(serviceProviderUuid, { user_uuid: userUuid, username: "abc" });
   * @see service_providers_set_offerings_username
   */
  async setOfferingsUsername(
    uuid: string,
    user: { readonly user_uuid: string; readonly username: string },
    options?: CallOptions,
  ): Promise<void> {
    requireObject(user, "user");
    const userUuid = requireUuid(user.user_uuid, "user_uuid");
    const username = userName(user.username, { blank: false });
    await about(this, uuid, options, (api, id, call) =>
      api.serviceProviders.setOfferingsUsername(id, userUuid, username, call),
    );
  }
}
