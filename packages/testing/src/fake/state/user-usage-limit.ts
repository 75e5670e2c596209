/** What a user may use of a component of a resource. */
export interface UserUsageLimit {
  uuid: string;
  resource_uuid: string;
  component_uuid: string;
  offering_user_uuid: string;
  limit: string;
}
