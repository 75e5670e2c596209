/** The columns a seed may give, kind by kind: those of the stored rows, by what an unremarkable row has in them. */
import * as rows from "../state/rows.ts";
import {
  ACCOUNT_STATES,
  BILLING_TYPES,
  OFFERING_STATES,
  OFFERING_USER_STATES,
  ORDER_STATES,
  ORDER_TYPES,
  RESOURCE_STATES,
  ROLES,
  RUNTIME_STATES,
} from "../state/words.ts";
import * as is from "./shapes.ts";

const reference = is.either(is.text, (value) => !is.isRecord(value), isRow);
const references = is.listOf(reference);
const textOrNull = is.orNull(is.text);
const numberOrNull = is.orNull(is.number);
const times = { created: is.time, modified: is.time };
const some = { name: "", uuid: "", created: "", organization_uuid: "", offering_uuid: "", project_uuid: "" };
/** A seed refers to these rows by name, or cannot say at all whose a row is. */
const told = { organization_uuid: undefined, offering_uuid: undefined, project_uuid: undefined };

const user = is.columnsOf(rows.user({ username: "", date_joined: "" }), {
  uuid: is.uuid,
  full_name: is.text,
  civil_number: textOrNull,
  agreement_date: is.orNull(is.time),
  date_joined: is.time,
  token_lifetime: numberOrNull,
  token_used_at: is.time,
});

const organization = is.columnsOf(rows.organization(some), {
  ...told,
  uuid: is.uuid,
  created: is.time,
  owners: references,
  service_managers: references,
  service_provider: is.either(
    is.flag,
    (value) => typeof value === "boolean",
    is.shaped({ uuid: is.uuid, description: is.text }),
  ),
});

const project = is.columnsOf(rows.project(some), {
  ...told,
  uuid: is.uuid,
  organization: reference,
  start_date: textOrNull,
  end_date: textOrNull,
  created: is.time,
  admins: references,
  managers: references,
  members: references,
});

const component = is.columnsOf(rows.component({ uuid: "", type: "" }), {
  uuid: is.uuid,
  billing_type: is.oneOfWords(BILLING_TYPES),
  limit_period: textOrNull,
  limit_amount: numberOrNull,
  max_value: numberOrNull,
  min_value: numberOrNull,
  max_available_limit: numberOrNull,
  default_limit: numberOrNull,
  factor: numberOrNull,
});

const numbers = is.recordOf(is.number);

const plan = is.columnsOf(rows.plan(some), {
  ...told,
  uuid: is.uuid,
  prices: numbers,
  quotas: numbers,
  max_amount: numberOrNull,
});

const offering = is.columnsOf(rows.offering(some), {
  ...told,
  uuid: is.uuid,
  organization: reference,
  category_uuid: is.uuid,
  state: is.oneOfWords(OFFERING_STATES),
  created: is.time,
  components: is.listOf(is.shaped(component, ["type"])),
  plans: is.listOf(is.shaped(plan, ["name"])),
  managers: references,
  accounts: is.flag,
  exposed: is.orNull(is.listOf(is.text)),
});

const openOrder: is.Shape = {
  uuid: is.uuid,
  type: is.oneOfWords(ORDER_TYPES),
  state: is.oneOfWords(ORDER_STATES),
};

const allocation = is.columnsOf(rows.resource(some), {
  ...told,
  ...times,
  uuid: is.uuid,
  state: is.oneOfWords(RESOURCE_STATES),
  offering: reference,
  project: reference,
  plan: is.orNull(reference),
  plan_uuid: undefined,
  plugin_object: is.orNull(is.object),
  current_usages: undefined,
  cost: textOrNull,
  limits: numbers,
  usages: is.recordOf(is.amount),
  report: is.orNull(is.listOf(is.shaped({ header: is.text, body: is.text }, ["header", "body"]))),
  options: is.orNull(is.object),
  end_date: textOrNull,
  order: is.orNull(is.shaped(openOrder)),
  plan_period: is.orNull(is.shaped({ uuid: is.uuid, start: is.orNull(is.time), end: is.orNull(is.time) })),
});

const order = is.columnsOf(
  rows.order({ uuid: "", created: "", type: "Create", resource_uuid: "", created_by_uuid: "" }),
  {
    ...openOrder,
    ...times,
    allocation: reference,
    created_by: reference,
    plan: reference,
    resource_uuid: undefined,
    created_by_uuid: undefined,
    plan_uuid: undefined,
    old_plan_uuid: undefined,
    limits: numbers,
    cost: textOrNull,
    callback_url: textOrNull,
    termination_comment: textOrNull,
    start_date: textOrNull,
    consumer_reviewed_by_uuid: is.orNull(is.uuid),
    consumer_reviewed_at: is.orNull(is.time),
    provider_reviewed_by_uuid: is.orNull(is.uuid),
    provider_reviewed_at: is.orNull(is.time),
    completed_at: is.orNull(is.time),
  },
);

const offeringUser = is.columnsOf(
  rows.offeringUser({ uuid: "", created: "", offering_uuid: "", user_uuid: "" }),
  {
    ...times,
    uuid: is.uuid,
    offering: reference,
    offering_uuid: undefined,
    user: reference,
    user_uuid: undefined,
    username: textOrNull,
    state: is.oneOfWords(OFFERING_USER_STATES),
    runtime_state: is.oneOfWords(RUNTIME_STATES),
    propagation_date: is.orNull(is.time),
  },
);

const sharedAccount = {
  uuid: is.uuid,
  username: is.text,
  description: is.text,
  email: is.text,
  state: is.oneOfWords(ACCOUNT_STATES),
  error_message: is.text,
  error_traceback: is.text,
  ...times,
};
const serviceAccount = { ...sharedAccount, on: reference, preferred_identifier: is.text };
const courseAccount = { ...sharedAccount, project: reference, user: reference };

const role = {
  user: reference,
  role: is.oneOfWords(ROLES),
  on: reference,
  expiration_time: is.orNull(is.time),
  pk: is.number,
};

const sshKey = {
  uuid: is.uuid,
  user: reference,
  name: is.text,
  public_key: is.text,
  fingerprint: is.text,
  fingerprint_sha256: is.text,
  fingerprint_sha512: is.text,
  is_shared: is.flag,
  created: is.time,
};

/** A row of a seed, whether it stands in a file or in code. */
export const checkRow = {
  user: is.shaped(user, ["username"]),
  organization: is.shaped(organization, ["name"]),
  project: is.shaped(project, ["name"]),
  offering: is.shaped(offering, ["name"]),
  allocation: is.shaped(allocation, ["name"]),
  order: is.shaped(order, ["type", "allocation"]),
  offeringUser: is.shaped(offeringUser, ["user"]),
  serviceAccount: is.shaped(serviceAccount, ["username"]),
  courseAccount: is.shaped(courseAccount, ["username"]),
  sshKey: is.shaped(sshKey, ["user", "name"]),
  role: is.shaped(role, ["user", "role", "on"]),
} satisfies Record<string, is.Check>;

/** A whole seed as data; its rows are checked when they are planted. */
export const checkSeed: is.Check = is.shaped({
  guide: is.flag,
  users: is.list,
  organizations: is.list,
  projects: is.list,
  offerings: is.list,
  allocations: is.list,
  orders: is.list,
  offering_users: is.list,
  service_accounts: is.list,
  course_accounts: is.list,
  ssh_keys: is.list,
  roles: is.list,
});

/** A row that was planted before, to refer to it. */
function isRow(value: unknown, path: string): void {
  is.uuid(is.isRecord(value) ? value.uuid : value, path === "" ? "uuid" : `${path}.uuid`);
}
