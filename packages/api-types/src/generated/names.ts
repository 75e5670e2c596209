// Compiled from spec/puhuri.yaml. Do not edit: change the spec and run "npx -y pnpm@12 generate".

export const resourceStates = [
  "Creating",
  "OK",
  "Erred",
  "Updating",
  "Terminating",
  "Terminated"
] as const;

export const resourceCommands = [
  "ok",
  "erred",
  "terminated"
] as const;

export const offeringStates = [
  "Draft",
  "Active",
  "Paused",
  "Archived",
  "Unavailable"
] as const;

export const orderStates = [
  "pending-consumer",
  "pending-provider",
  "pending-project",
  "pending-start-date",
  "executing",
  "done",
  "erred",
  "canceled",
  "rejected"
] as const;

export const orderTypes = [
  "Create",
  "Update",
  "Terminate",
  "Restore"
] as const;

export const runtimeStates = [
  "Active",
  "Pending account linking",
  "Pending additional validation"
] as const;

export const offeringUserStates = [
  "Requested",
  "Creating",
  "Pending account linking",
  "Pending additional validation",
  "OK",
  "Requested deletion",
  "Deleting",
  "Deleted",
  "Error creating",
  "Error deleting"
] as const;

export const billingTypes = [
  "fixed",
  "usage",
  "limit",
  "one",
  "few"
] as const;

export const limitPeriod2021s = [
  "",
  "month",
  "total"
] as const;

export const limitPeriods = [
  "",
  "month",
  "quarterly",
  "annual",
  "total"
] as const;

export const billingUnits = [
  "month",
  "quarter",
  "half_month",
  "day",
  "hour",
  "quantity"
] as const;

export const projectRoles = [
  "admin",
  "manager",
  "member"
] as const;

export const missingUsagePolicys = [
  "none",
  "reuse",
  "zero"
] as const;

export const resource2021Fields = [
  "url",
  "uuid",
  "name",
  "description",
  "state",
  "created",
  "modified",
  "end_date",
  "backend_id",
  "report",
  "current_usages",
  "limits",
  "attributes",
  "backend_metadata",
  "can_terminate",
  "is_usage_based",
  "is_limit_based",
  "scope",
  "resource_uuid",
  "resource_type",
  "offering",
  "offering_name",
  "offering_uuid",
  "offering_description",
  "offering_thumbnail",
  "offering_type",
  "offering_terms_of_service",
  "offering_shared",
  "offering_billable",
  "provider_name",
  "provider_uuid",
  "category_title",
  "category_uuid",
  "plan",
  "plan_unit",
  "plan_name",
  "plan_uuid",
  "plan_description",
  "project",
  "project_uuid",
  "project_name",
  "project_description",
  "customer_uuid",
  "customer_name"
] as const;

export const resourceFields = [
  "url",
  "uuid",
  "name",
  "slug",
  "description",
  "state",
  "created",
  "modified",
  "end_date",
  "end_date_requested_by",
  "backend_id",
  "effective_id",
  "report",
  "current_usages",
  "limits",
  "limit_usage",
  "attributes",
  "options",
  "backend_metadata",
  "can_terminate",
  "is_usage_based",
  "is_limit_based",
  "downscaled",
  "restrict_member_access",
  "paused",
  "endpoints",
  "error_message",
  "error_traceback",
  "available_actions",
  "username",
  "scope",
  "resource_uuid",
  "resource_type",
  "parent_uuid",
  "parent_name",
  "offering",
  "offering_name",
  "offering_uuid",
  "offering_description",
  "offering_image",
  "offering_thumbnail",
  "offering_type",
  "offering_terms_of_service",
  "offering_shared",
  "offering_billable",
  "offering_plugin_options",
  "offering_customer_uuid",
  "provider_name",
  "provider_uuid",
  "category_title",
  "category_uuid",
  "category_icon",
  "plan",
  "plan_unit",
  "plan_name",
  "plan_uuid",
  "plan_description",
  "project",
  "project_uuid",
  "project_name",
  "project_description",
  "project_end_date",
  "project_end_date_requested_by",
  "customer_uuid",
  "customer_name",
  "order_in_progress",
  "creation_order",
  "customer_slug",
  "last_sync",
  "offering_backend_id",
  "offering_components",
  "offering_slug",
  "offering_state",
  "parent_offering_name",
  "parent_offering_slug",
  "parent_offering_uuid",
  "project_slug",
  "provider_slug",
  "renewal_date",
  "service_settings_uuid",
  "user_requires_reconsent",
  "provider_description",
  "project_start_date",
  "project_effective_end_date",
  "resource_effective_end_date",
  "project_is_in_grace_period",
  "end_date_updated_at",
  "usage_limit_restriction",
  "has_api_keys",
  "offering_account_settings"
] as const;

export const offering2021Fields = [
  "url",
  "uuid",
  "name",
  "description",
  "full_description",
  "terms_of_service",
  "state",
  "type",
  "created",
  "customer",
  "customer_uuid",
  "customer_name",
  "category",
  "category_uuid",
  "category_title",
  "components",
  "plans",
  "plugin_options",
  "secret_options",
  "options",
  "attributes",
  "shared",
  "billable",
  "rating",
  "order_item_count",
  "native_name",
  "native_description",
  "vendor_details",
  "thumbnail",
  "screenshots",
  "files",
  "quotas",
  "scope",
  "paused_reason",
  "datacite_doi",
  "citation_count",
  "latitude",
  "longitude",
  "backend_id",
  "divisions",
  "google_calendar_is_public"
] as const;

export const offeringFields = [
  "url",
  "uuid",
  "name",
  "slug",
  "description",
  "full_description",
  "terms_of_service",
  "terms_of_service_link",
  "privacy_policy_link",
  "state",
  "type",
  "created",
  "customer",
  "customer_uuid",
  "customer_name",
  "project",
  "category",
  "category_uuid",
  "category_title",
  "components",
  "plans",
  "plugin_options",
  "secret_options",
  "service_attributes",
  "options",
  "resource_options",
  "attributes",
  "backend_metadata",
  "shared",
  "billable",
  "rating",
  "order_count",
  "native_name",
  "native_description",
  "vendor_details",
  "getting_started",
  "integration_guide",
  "thumbnail",
  "image",
  "screenshots",
  "files",
  "endpoints",
  "roles",
  "integration_status",
  "organization_groups",
  "scope",
  "paused_reason",
  "datacite_doi",
  "citation_count",
  "latitude",
  "longitude",
  "country",
  "backend_id",
  "google_calendar_is_public",
  "google_calendar_link",
  "total_customers",
  "total_cost",
  "total_cost_estimated",
  "access_url",
  "backend_id_rules",
  "billing_type_classification",
  "compliance_checklist",
  "has_compliance_requirements",
  "parent_description",
  "parent_name",
  "parent_uuid",
  "partitions",
  "project_name",
  "project_uuid",
  "quotas",
  "scope_error_message",
  "scope_name",
  "scope_state",
  "scope_uuid",
  "software_catalogs",
  "tags",
  "billing_period_applies",
  "billing_mode_components",
  "helpdesk_url",
  "documentation_url",
  "default_access_subnets",
  "qos_profiles",
  "limit_precision_advisory",
  "account_settings",
  "can_update_integration",
  "can_update_options",
  "scope_resource",
  "scope_resource_uuid",
  "scope_resource_name",
  "effective_available_limits",
  "compliance_checklist_details",
  "profile_uuid",
  "profile_name",
  "offering_group",
  "offering_group_uuid",
  "offering_group_title"
] as const;

export const orderFields = [
  "uuid",
  "type",
  "state",
  "created",
  "modified",
  "cost",
  "limits",
  "attributes",
  "backend_id",
  "output",
  "error_message",
  "error_traceback",
  "callback_url",
  "termination_comment",
  "can_terminate",
  "fixed_price",
  "activation_price",
  "old_cost_estimate",
  "new_cost_estimate",
  "issue",
  "marketplace_resource_uuid",
  "resource_name",
  "resource_uuid",
  "resource_type",
  "consumer_reviewed_by",
  "consumer_reviewed_by_full_name",
  "consumer_reviewed_at",
  "provider_reviewed_by",
  "provider_reviewed_by_full_name",
  "provider_reviewed_at",
  "created_by_full_name",
  "created_by_civil_number",
  "offering",
  "offering_name",
  "offering_uuid",
  "offering_description",
  "offering_image",
  "offering_thumbnail",
  "offering_type",
  "offering_terms_of_service",
  "offering_shared",
  "offering_billable",
  "offering_plugin_options",
  "provider_name",
  "provider_uuid",
  "category_title",
  "category_uuid",
  "category_icon",
  "plan",
  "plan_unit",
  "plan_name",
  "plan_uuid",
  "plan_description",
  "old_plan_name",
  "old_plan_uuid",
  "new_plan_name",
  "new_plan_uuid",
  "project_uuid",
  "project_name",
  "project_description",
  "project_slug",
  "customer_uuid",
  "customer_name",
  "customer_slug",
  "attachment",
  "completed_at",
  "consumer_message",
  "consumer_message_attachment",
  "consumer_rejection_comment",
  "consumer_reviewed_by_username",
  "created_by_email",
  "created_by_organization",
  "created_by_organization_registry_code",
  "created_by_username",
  "order_subtype",
  "provider_message",
  "provider_message_attachment",
  "provider_message_url",
  "provider_rejection_comment",
  "provider_reviewed_by_username",
  "provider_slug",
  "request_comment",
  "slug",
  "start_date",
  "url",
  "provider_description",
  "resource_end_date",
  "output_updated_at",
  "error_updated_at",
  "created_by_organization_country",
  "created_by_organization_vat_code",
  "created_by_organization_address",
  "old_plan_billing_mode",
  "new_plan_billing_mode",
  "provider_message_updated_at",
  "consumer_message_updated_at",
  "auto_approved",
  "auto_approved_by_rule_uuid",
  "auto_approved_cost_limit_snapshot"
] as const;

export const componentUsageFields = [
  "uuid",
  "type",
  "name",
  "measured_unit",
  "usage",
  "description",
  "created",
  "date",
  "billing_period",
  "recurring",
  "resource_uuid",
  "resource_name",
  "offering_uuid",
  "offering_name",
  "project_uuid",
  "project_name",
  "customer_uuid",
  "customer_name",
  "modified_by",
  "missing_usage_policy"
] as const;

export const componentUserUsageFields = [
  "uuid",
  "username",
  "user",
  "usage",
  "measured_unit",
  "description",
  "created",
  "modified",
  "date",
  "component_type",
  "component_usage",
  "backend_id",
  "resource_uuid",
  "resource_name",
  "offering_uuid",
  "offering_name",
  "project_uuid",
  "project_name",
  "customer_uuid",
  "customer_name",
  "billing_period"
] as const;

export const offeringUserFields = [
  "url",
  "uuid",
  "user",
  "user_uuid",
  "user_username",
  "user_full_name",
  "offering",
  "offering_uuid",
  "offering_name",
  "username",
  "created",
  "modified",
  "propagation_date",
  "customer_uuid",
  "customer_name",
  "is_restricted",
  "state",
  "service_provider_comment",
  "service_provider_comment_url",
  "has_consent",
  "requires_reconsent",
  "has_compliance_checklist",
  "consent_data",
  "is_profile_complete",
  "missing_profile_attributes",
  "user_active_isds",
  "user_affiliations",
  "user_birth_date",
  "user_civil_number",
  "user_country_of_residence",
  "user_eduperson_assurance",
  "user_email",
  "user_first_name",
  "user_gender",
  "user_identity_source",
  "user_job_title",
  "user_last_name",
  "user_nationalities",
  "user_nationality",
  "user_organization",
  "user_organization_country",
  "user_organization_registry_code",
  "user_organization_type",
  "user_personal_title",
  "user_phone_number",
  "user_place_of_birth",
  "user_address",
  "user_organization_vat_code",
  "user_organization_address",
  "user_uid_number",
  "user_primary_gid",
  "runtime_state",
  "service_provider_account_uuid",
  "service_provider_account_username",
  "offering_has_active_tos",
  "uidnumber",
  "primarygroup",
  "login_shell",
  "home_directory"
] as const;

export const serviceProviderFields = [
  "url",
  "uuid",
  "created",
  "description",
  "enable_notifications",
  "customer",
  "customer_name",
  "customer_uuid",
  "customer_image",
  "customer_abbreviation",
  "customer_native_name",
  "customer_country",
  "image",
  "offering_count",
  "organization_group",
  "customer_slug",
  "organization_groups",
  "allowed_domains",
  "account_options"
] as const;

export const serviceProviderUserFields = [
  "uuid",
  "username",
  "full_name",
  "first_name",
  "last_name",
  "email",
  "phone_number",
  "organization",
  "projects_count",
  "registration_method",
  "affiliations",
  "active_isds",
  "birth_date",
  "civil_number",
  "country_of_residence",
  "eduperson_assurance",
  "gender",
  "identity_source",
  "is_active",
  "job_title",
  "nationalities",
  "nationality",
  "organization_country",
  "organization_registry_code",
  "organization_type",
  "personal_title",
  "place_of_birth",
  "address",
  "organization_vat_code",
  "organization_address"
] as const;

export const sshKeyFields = [
  "url",
  "uuid",
  "name",
  "public_key",
  "type",
  "fingerprint",
  "fingerprint_md5",
  "fingerprint_sha256",
  "fingerprint_sha512",
  "user_uuid",
  "is_shared"
] as const;

export const projectFields = [
  "url",
  "uuid",
  "name",
  "slug",
  "description",
  "created",
  "customer",
  "customer_uuid",
  "customer_name",
  "customer_slug",
  "customer_native_name",
  "customer_abbreviation",
  "type",
  "backend_id",
  "start_date",
  "end_date",
  "end_date_requested_by",
  "oecd_fos_2007_code",
  "oecd_fos_2007_label",
  "is_industry",
  "image",
  "resources_count",
  "billing_price_estimate",
  "marketplace_resource_count",
  "customer_display_billing_info_in_projects",
  "grace_period_days",
  "is_removed",
  "kind",
  "max_service_accounts",
  "project_credit",
  "staff_notes",
  "termination_metadata",
  "type_name",
  "type_uuid",
  "user_affiliations",
  "user_email_patterns",
  "user_identity_sources",
  "end_date_updated_at",
  "project_metadata",
  "customer_grace_period_days",
  "effective_end_date",
  "is_in_grace_period",
  "affiliation",
  "affiliation_uuid",
  "affiliation_name",
  "affiliation_code",
  "science_sub_domain",
  "science_sub_domain_name",
  "science_sub_domain_code",
  "science_domain_uuid",
  "science_domain_name",
  "science_domain_code",
  "has_metrics"
] as const;

export const projectPermissionFields = [
  "role",
  "created",
  "expiration_time",
  "created_by",
  "project",
  "project_uuid",
  "project_name",
  "project_created",
  "project_end_date",
  "customer_uuid",
  "customer_name",
  "user",
  "user_uuid",
  "user_username",
  "user_full_name",
  "user_native_name",
  "user_email",
  "created_by_full_name",
  "created_by_username",
  "role_name"
] as const;

export const userFields = [
  "url",
  "uuid",
  "username",
  "slug",
  "full_name",
  "first_name",
  "last_name",
  "native_name",
  "email",
  "phone_number",
  "organization",
  "job_title",
  "affiliations",
  "civil_number",
  "registration_method",
  "date_joined",
  "agreement_date",
  "preferred_language",
  "requested_email",
  "permissions",
  "identity_provider_name",
  "identity_provider_label",
  "identity_provider_management_url",
  "identity_provider_fields",
  "identity_source",
  "image",
  "description",
  "is_staff",
  "is_active",
  "is_support",
  "active_isds",
  "attribute_sources",
  "birth_date",
  "country_of_residence",
  "eduperson_assurance",
  "gender",
  "has_active_session",
  "ip_address",
  "is_identity_manager",
  "managed_isds",
  "nationalities",
  "nationality",
  "notifications_enabled",
  "organization_country",
  "organization_registry_code",
  "organization_type",
  "personal_title",
  "place_of_birth",
  "token_expires_at",
  "token_lifetime",
  "token",
  "should_protect_user_details",
  "has_usable_password",
  "has_passkey",
  "passkey_count",
  "address",
  "organization_vat_code",
  "organization_address",
  "uid_number",
  "primary_gid",
  "can_use_personal_access_tokens",
  "deactivation_reason",
  "is_admin_deactivated",
  "details"
] as const;

export const componentUsage2021Fields = [
  "uuid",
  "type",
  "name",
  "measured_unit",
  "usage",
  "description",
  "created",
  "date",
  "billing_period",
  "recurring",
  "resource_uuid",
  "resource_name",
  "offering_uuid",
  "offering_name",
  "project_uuid",
  "project_name",
  "customer_uuid",
  "customer_name"
] as const;

export const offeringUser2021Fields = [
  "user",
  "user_uuid",
  "offering",
  "offering_uuid",
  "offering_name",
  "username",
  "created"
] as const;

export const serviceProvider2021Fields = [
  "url",
  "uuid",
  "created",
  "description",
  "enable_notifications",
  "customer",
  "customer_name",
  "customer_uuid",
  "customer_image",
  "customer_abbreviation",
  "customer_native_name",
  "customer_country",
  "image",
  "division"
] as const;

export const user2021Fields = [
  "url",
  "uuid",
  "username",
  "full_name",
  "first_name",
  "last_name",
  "native_name",
  "email",
  "phone_number",
  "organization",
  "job_title",
  "affiliations",
  "civil_number",
  "registration_method",
  "date_joined",
  "agreement_date",
  "preferred_language",
  "competence",
  "requested_email",
  "customer_permissions",
  "project_permissions",
  "description",
  "is_staff",
  "is_active",
  "is_support"
] as const;

export const resourcesListParameters = [
  "field",
  "o",
  "provider_uuid",
  "state",
  "offering_uuid",
  "offering",
  "offering_type",
  "customer_uuid",
  "project_uuid",
  "project_name",
  "category_uuid",
  "service_manager_uuid",
  "backend_id",
  "name",
  "name_exact",
  "query",
  "scope",
  "page",
  "page_size"
] as const;

export const offeringsListParameters = [
  "field",
  "o",
  "state",
  "type",
  "name",
  "name_exact",
  "description",
  "keyword",
  "customer_uuid",
  "customer",
  "category_uuid",
  "project_uuid",
  "allowed_customer_uuid",
  "service_manager_uuid",
  "shared",
  "billable",
  "attributes",
  "scope_uuid",
  "page",
  "page_size"
] as const;

export const providerResourcesListParameters = [
  "field",
  "o",
  "provider_uuid",
  "state",
  "order_state",
  "offering_uuid",
  "offering",
  "offering_slug",
  "offering_type",
  "offering_billable",
  "offering_shared",
  "parent_offering_uuid",
  "plan_uuid",
  "customer_uuid",
  "customer",
  "project_uuid",
  "project_name",
  "category_uuid",
  "service_manager_uuid",
  "backend_id",
  "name",
  "name_exact",
  "query",
  "scope",
  "created",
  "modified",
  "runtime_state",
  "downscaled",
  "paused",
  "restrict_member_access",
  "visible_to_username",
  "visible_to_providers",
  "has_terminate_date",
  "is_attached",
  "lexis_links_supported",
  "usage_based",
  "limit_based",
  "only_usage_based",
  "only_limit_based",
  "component_count",
  "limit_component_count",
  "created_before",
  "flavor_name",
  "image_name",
  "modified_before",
  "resource_attributes",
  "slug",
  "page",
  "page_size"
] as const;

export const providerOfferingsListParameters = [
  "field",
  "o",
  "state",
  "type",
  "name",
  "name_exact",
  "description",
  "keyword",
  "query",
  "customer_uuid",
  "customer",
  "category_uuid",
  "category_group_uuid",
  "project_uuid",
  "parent_uuid",
  "allowed_customer_uuid",
  "service_manager_uuid",
  "shared",
  "billable",
  "accessible_via_calls",
  "attributes",
  "scope_uuid",
  "created",
  "modified",
  "organization_group_uuid",
  "resource_customer_uuid",
  "resource_project_uuid",
  "uuid_list",
  "can_create_offering_user",
  "accessible",
  "consumer_customer_uuid",
  "created_before",
  "has_active_terms_of_service",
  "has_terms_of_service",
  "importable",
  "modified_before",
  "offering_group_uuid",
  "open_for_proposals",
  "slug",
  "tag",
  "tag_name",
  "tag_names_and",
  "tags_and",
  "user_has_consent",
  "user_has_offering_user",
  "page",
  "page_size"
] as const;

export const ordersListParameters = [
  "field",
  "o",
  "state",
  "type",
  "resource_uuid",
  "resource",
  "resource_name",
  "offering_uuid",
  "offering",
  "offering_slug",
  "offering_type",
  "parent_offering_uuid",
  "provider_uuid",
  "customer_uuid",
  "project_uuid",
  "category_uuid",
  "service_manager_uuid",
  "can_approve_as_provider",
  "can_approve_as_consumer",
  "query",
  "created",
  "modified",
  "created_before",
  "modified_before",
  "slug",
  "was_auto_approved",
  "page",
  "page_size"
] as const;

export const componentUsagesListParameters = [
  "field",
  "o",
  "resource_uuid",
  "resource",
  "offering_uuid",
  "billing_period",
  "billing_period_year",
  "billing_period_month",
  "type",
  "date_after",
  "date_before",
  "customer_uuid",
  "project_uuid",
  "missing_usage_policy",
  "page",
  "page_size"
] as const;

export const componentUserUsagesListParameters = [
  "field",
  "o",
  "resource_uuid",
  "resource",
  "offering_uuid",
  "component_usage__billing_period",
  "billing_period_year",
  "billing_period_month",
  "type",
  "username",
  "date_after",
  "date_before",
  "customer_uuid",
  "project_uuid",
  "page",
  "page_size"
] as const;

export const offeringUsersListParameters = [
  "field",
  "o",
  "offering_uuid",
  "offering",
  "offering_slug",
  "parent_offering_uuid",
  "user_uuid",
  "user_username",
  "provider_uuid",
  "state",
  "is_restricted",
  "has_consent",
  "has_complete_profile",
  "query",
  "created",
  "modified",
  "created_before",
  "is_provider_backed",
  "modified_before",
  "offering_has_active_tos",
  "runtime_state",
  "service_provider_account_uuid",
  "username",
  "page",
  "page_size"
] as const;

export const serviceProvidersListParameters = [
  "field",
  "o",
  "customer_uuid",
  "customer",
  "customer_keyword",
  "created",
  "created_before",
  "modified",
  "modified_before",
  "page",
  "page_size"
] as const;

export const serviceProvidersUsersListParameters = [
  "field",
  "o",
  "full_name",
  "username",
  "username_list",
  "user_keyword",
  "email",
  "organization",
  "job_title",
  "native_name",
  "phone_number",
  "civil_number",
  "description",
  "registration_method",
  "project_uuid",
  "customer_uuid",
  "project_roles",
  "organization_roles",
  "is_active",
  "is_staff",
  "is_support",
  "date_joined",
  "agreement_date",
  "modified",
  "query",
  "page",
  "page_size"
] as const;

export const serviceProvidersKeysListParameters = [
  "field",
  "o",
  "user_uuid",
  "name",
  "name_exact",
  "uuid",
  "is_shared",
  "fingerprint_md5",
  "fingerprint_sha256",
  "fingerprint_sha512",
  "created",
  "modified",
  "created_before",
  "modified_before",
  "page",
  "page_size"
] as const;

export const serviceProvidersProjectsListParameters = [
  "field",
  "o",
  "name",
  "name_exact",
  "slug",
  "description",
  "backend_id",
  "query",
  "customer",
  "customer_name",
  "customer_native_name",
  "customer_abbreviation",
  "can_admin",
  "can_manage",
  "is_removed",
  "conceal_finished_projects",
  "created",
  "modified",
  "affiliation_name",
  "affiliation_uuid",
  "created_before",
  "current_user_has_role",
  "has_affiliation",
  "modified_before",
  "science_domain_uuid",
  "science_sub_domain_uuid",
  "user_uuid_with_active_role",
  "page",
  "page_size"
] as const;

export const serviceProvidersProjectPermissionsListParameters = [
  "field",
  "o",
  "user",
  "user_url",
  "user_slug",
  "username",
  "full_name",
  "native_name",
  "role_name",
  "role_uuid",
  "scope_name",
  "scope_type",
  "scope_uuid",
  "expiration_time",
  "created",
  "modified",
  "created_before",
  "customer_uuid",
  "is_active",
  "modified_before",
  "page",
  "page_size"
] as const;

export const usersListParameters = [
  "field",
  "o",
  "full_name",
  "username",
  "username_list",
  "user_keyword",
  "email",
  "organization",
  "job_title",
  "native_name",
  "phone_number",
  "civil_number",
  "description",
  "registration_method",
  "project_uuid",
  "customer_uuid",
  "project_roles",
  "organization_roles",
  "is_active",
  "is_staff",
  "is_support",
  "date_joined",
  "agreement_date",
  "modified",
  "query",
  "page",
  "page_size"
] as const;

export const keysListParameters = [
  "field",
  "o",
  "user_uuid",
  "name",
  "name_exact",
  "uuid",
  "is_shared",
  "fingerprint_md5",
  "fingerprint_sha256",
  "fingerprint_sha512",
  "created",
  "modified",
  "created_before",
  "modified_before",
  "page",
  "page_size"
] as const;

export const providerResourcesListUsersListParameters = [
  "user",
  "page",
  "page_size"
] as const;

export const providerOfferingsListProjectServiceAccountsListParameters = [
  "page",
  "page_size"
] as const;

export const providerOfferingsListCustomerServiceAccountsListParameters = [
  "page",
  "page_size"
] as const;

export const providerOfferingsListCourseAccountsListParameters = [
  "page",
  "page_size"
] as const;

export const componentUserUsageLimitsListParameters = [
  "component_type",
  "offering_uuid",
  "resource",
  "resource_uuid",
  "username",
  "page",
  "page_size"
] as const;

export const eventConsumersListParameters = [
  "is_global",
  "user_username",
  "user_uuid",
  "page",
  "page_size"
] as const;

export const siteAgentIdentitiesListParameters = [
  "last_restarted",
  "name",
  "offering_uuid",
  "orphaned",
  "version",
  "page",
  "page_size"
] as const;

export const posixIdPoolsListParameters = [
  "customer_uuid",
  "offering_uuid",
  "service_provider_uuid",
  "page",
  "page_size"
] as const;

export const serviceProviderAccountsListParameters = [
  "created",
  "created_before",
  "customer_uuid",
  "is_restricted",
  "modified",
  "modified_before",
  "provider_uuid",
  "query",
  "runtime_state",
  "state",
  "user_username",
  "user_uuid",
  "username",
  "page",
  "page_size"
] as const;

export const serviceProviderProjectGroupsListParameters = [
  "created",
  "created_before",
  "customer_uuid",
  "gid",
  "in_use",
  "modified",
  "modified_before",
  "name",
  "offering_uuid",
  "project_uuid",
  "provider_offering_uuid",
  "query",
  "service_provider_uuid",
  "page",
  "page_size"
] as const;

export const resourceApiKeysListParameters = [
  "has_pending_action",
  "modified_before",
  "offering_uuid",
  "pending_action",
  "resource_uuid",
  "state",
  "user_uuid",
  "page",
  "page_size"
] as const;

export const providerResourceProjectsListParameters = [
  "name",
  "resource",
  "resource_uuid",
  "page",
  "page_size"
] as const;

export const providerResourceProjectsListUsersListParameters = [
  "user",
  "page",
  "page_size"
] as const;

export const robotAccountsListParameters = [
  "created",
  "created_before",
  "customer_uuid",
  "modified",
  "modified_before",
  "project_uuid",
  "provider_uuid",
  "resource",
  "resource_uuid",
  "responsible_user_uuid",
  "state",
  "type",
  "user_email",
  "username",
  "page",
  "page_size"
] as const;

export const backendResourceRequestsListParameters = [
  "created",
  "created_before",
  "finished",
  "modified",
  "modified_before",
  "offering_uuid",
  "started",
  "state",
  "page",
  "page_size"
] as const;

export const backendResourcesListParameters = [
  "backend_id",
  "created",
  "created_before",
  "modified",
  "modified_before",
  "name",
  "name_exact",
  "offering_uuid",
  "project_uuid",
  "page",
  "page_size"
] as const;

export const maintenanceAnnouncementsListParameters = [
  "maintenance_type",
  "scheduled_end_after",
  "scheduled_end_before",
  "scheduled_start_after",
  "scheduled_start_before",
  "service_provider_uuid",
  "state",
  "timing_bucket",
  "page",
  "page_size"
] as const;

export const maintenanceAnnouncementOfferingsListParameters = [
  "page",
  "page_size"
] as const;

export const slurmPeriodicUsagePoliciesListParameters = [
  "scope",
  "scope_uuid",
  "page",
  "page_size"
] as const;

export const personalAccessTokensListParameters = [
  "page",
  "page_size"
] as const;

export const personalAccessTokensAvailableScopesListParameters = [
  "page",
  "page_size"
] as const;

export const providerResourcesListNewFilters = [
  "order_state",
  "offering_slug",
  "offering_shared",
  "parent_offering_uuid",
  "plan_uuid",
  "visible_to_providers",
  "has_terminate_date",
  "is_attached",
  "lexis_links_supported",
  "usage_based",
  "limit_based",
  "only_usage_based",
  "only_limit_based",
  "component_count",
  "limit_component_count",
  "created_before",
  "flavor_name",
  "image_name",
  "modified_before",
  "resource_attributes",
  "slug"
] as const;

export const providerOfferingsListNewFilters = [
  "organization_group_uuid",
  "resource_customer_uuid",
  "resource_project_uuid",
  "uuid_list",
  "can_create_offering_user",
  "accessible",
  "consumer_customer_uuid",
  "created_before",
  "has_active_terms_of_service",
  "has_terms_of_service",
  "importable",
  "modified_before",
  "offering_group_uuid",
  "open_for_proposals",
  "slug",
  "tag",
  "tag_name",
  "tag_names_and",
  "tags_and",
  "user_has_consent",
  "user_has_offering_user"
] as const;

export const ordersListNewFilters = [
  "resource_name",
  "offering_slug",
  "parent_offering_uuid",
  "can_approve_as_consumer",
  "created_before",
  "modified_before",
  "slug",
  "was_auto_approved"
] as const;

export const componentUsagesListNewFilters = [
  "o",
  "missing_usage_policy"
] as const;

export const componentUserUsagesListNewFilters = [
  "o"
] as const;

export const offeringUsersListNewFilters = [
  "offering_slug",
  "parent_offering_uuid",
  "state",
  "has_consent",
  "has_complete_profile",
  "created_before",
  "is_provider_backed",
  "modified_before",
  "offering_has_active_tos",
  "runtime_state",
  "service_provider_account_uuid",
  "username"
] as const;

export const serviceProvidersListNewFilters = [
  "created",
  "created_before",
  "modified",
  "modified_before"
] as const;

export const serviceProvidersUsersListNewFilters = [
  "username_list"
] as const;

export const serviceProvidersKeysListNewFilters = [
  "created_before",
  "modified_before"
] as const;

export const serviceProvidersProjectsListNewFilters = [
  "slug",
  "is_removed",
  "affiliation_name",
  "affiliation_uuid",
  "created_before",
  "current_user_has_role",
  "has_affiliation",
  "modified_before",
  "science_domain_uuid",
  "science_sub_domain_uuid",
  "user_uuid_with_active_role"
] as const;

export const serviceProvidersProjectPermissionsListNewFilters = [
  "created_before",
  "customer_uuid",
  "is_active",
  "modified_before"
] as const;

export const usersListNewFilters = [
  "username_list"
] as const;

export const keysListNewFilters = [
  "created_before",
  "modified_before"
] as const;

export const serviceProviderAccountsListNewFilters = [
  "created",
  "created_before",
  "modified",
  "modified_before"
] as const;

export const serviceProviderProjectGroupsListNewFilters = [
  "created",
  "created_before",
  "modified",
  "modified_before"
] as const;

export const resourceApiKeysListNewFilters = [
  "modified_before"
] as const;

export const robotAccountsListNewFilters = [
  "created",
  "created_before",
  "modified",
  "modified_before"
] as const;

export const backendResourceRequestsListNewFilters = [
  "created",
  "created_before",
  "modified",
  "modified_before"
] as const;

export const backendResourcesListNewFilters = [
  "created",
  "created_before",
  "modified",
  "modified_before"
] as const;

export const repeatableFilters: Readonly<Record<string, readonly string[]>> = {
  "resources_list": [
    "state"
  ],
  "offerings_list": [
    "state",
    "type"
  ],
  "provider_resources_list": [
    "state",
    "order_state"
  ],
  "provider_offerings_list": [
    "state",
    "type",
    "tag",
    "tag_name"
  ],
  "orders_list": [
    "state",
    "type",
    "offering_type"
  ],
  "component_usages_list": [
    "missing_usage_policy"
  ],
  "offering_users_list": [
    "state",
    "runtime_state"
  ],
  "service_providers_projects_list": [
    "affiliation_uuid",
    "current_user_has_role"
  ],
  "service_provider_accounts_list": [
    "runtime_state",
    "state"
  ],
  "resource_api_keys_list": [
    "pending_action",
    "state"
  ],
  "backend_resource_requests_list": [
    "state"
  ],
  "maintenance_announcements_list": [
    "state"
  ]
};

export const upsertActions = [
  "check_unique_backend_id",
  "refresh_last_sync",
  "register",
  "register_processor",
  "register_queue",
  "register_service",
  "report_usage",
  "set_backend_id",
  "set_backend_metadata",
  "set_effective_id",
  "set_end_date",
  "set_end_date_by_provider",
  "set_endpoints",
  "set_gid",
  "set_key",
  "set_limits",
  "set_membership_sync_statuses",
  "set_network_acl",
  "set_offerings_username",
  "set_posix_attributes",
  "set_provider_info",
  "set_state",
  "set_statistics",
  "set_usage",
  "set_user_usage",
  "set_user_usages",
  "submit_report",
  "sync_resources",
  "sync_user_roles",
  "update_backend_id_rules",
  "update_offering_component",
  "update_options_direct",
  "update_restricted",
  "update_runtime_state",
  "update_user",
  "{uuid}"
] as const;

export const createActions = [
  "add_user",
  "import_groups",
  "import_resource",
  "report_created",
  "restore",
  "rotate",
  "terminate"
] as const;
