import type { SpecDialect } from "../../src/spec/operation-index.ts";

/**
 * Requests that the recorded servers accept though the spec does not describe them, by operation and place. The spec says
 * what a client should send; these were sent to find out where the servers draw the line.
 */
export const LENIENCIES: Record<SpecDialect, Record<string, string>> = {
  "2021": {
    "resources_list query.page": "the word `last` works",
    "resources_list query.page_size": "0 falls back to 10, more than 300 is cut",
    "resources_list query.offering_uuid": "dashes are taken",
    "resources_list query.unknown_filter": "unknown filters are ignored",
    "resources_list query.format": "`json` is taken, it is the only format",
    "resources_list query.field/n": "unknown columns are dropped",
    "resources_get path.uuid": "dashes and upper case are taken",
    "resources_list query.o": "several names with commas, and the last one of several parameters",
    "resources_list query.ordering": "unknown filters are ignored",
    "resources_list query.project_uuid": "upper case is taken, and the last one of several",
    "resources_list query.name": "the last one of several counts",
    "resources_list query.backend_id": "the last one of several counts",
    "component_usages_list query.recurring": "unknown filters are ignored",
    "component_usages_list query.offering": "unknown filters are ignored",
    "component_usages_list query.field/n": "unknown columns are dropped",
    "offering_users_list query.field/n": "unknown columns are dropped",
    "users_list query.current": "an empty one counts for nothing",
    "component_usages_set_usage body/usages/n/recurring": "words and numbers for true and false are taken",
    "resources_set_state_by_provider headers.content-type": "a form is taken",
    "resources_set_backend_id body/backend_id": "a number is taken as text",
    "resources_submit_report body/report/n": "extra keys are dropped",
    "component_usages_set_usage body/usages/n/amount": "an integer may come as text",
    "component_usages_set_usage body/plan_period": "dashes are taken",
  },
  current: {
    "provider_resources_list query.page_size": "0 falls back to 10, more than 300 is cut",
    "provider_resources_list query.field/n": "unknown columns are dropped",
    "provider_resources_list query.nonsense": "unknown filters are ignored",
    "provider_resources_get path.uuid": "dashes are taken",
    "provider_resources_set_backend_id body/backend_id": "a number is taken as text",
    "component_user_usages_list query.component_usage_uuid": "unknown filters are ignored",
    "provider_resources_list query.order_state/n": "2024-10 does not know the filter",
    "component_usages_list query.field/n": "unknown columns are dropped",
    "component_usages_list query.o": "2024-10 does not look at it",
    "offering_users_list query.offering_uuid": "may be repeated on 2024-10",
  },
};
