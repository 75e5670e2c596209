import type { PuhuriClient } from "../../../src/index.ts";
import type { Contracts } from "../contract.ts";
import { exampleOf, rowsOf } from "../spec-examples.ts";
import { OFFERING, RESOURCE, USER } from "./ids.ts";

const LIST = { operation: "offering_users_list", path: "/api/marketplace-offering-users/" };
const CREATE = { operation: "offering_users_create", line: "POST /api/marketplace-offering-users/" };
const FIND = `GET /api/marketplace-offering-users/?offering_uuid=${OFFERING}&user_uuid=${USER}&page=1&page_size=300&o=-created`;
const accountOf2021 = { offering: `/api/marketplace-offerings/${OFFERING}/`, user: `/api/users/${USER}/` };
const accountOf = {
  offering: `/api/marketplace-provider-offerings/${OFFERING}/`,
  user: `/api/users/${USER}/`,
};
const [account2021] = rowsOf("offering_users_list", "2021");
const [account] = rowsOf("offering_users_list", "current");
const [withoutName] = rowsOf("offering_users_list", "withoutName");

const ONE = `/api/marketplace-offering-users/${RESOURCE}/`;
const LOOK = {
  operation: "offering_users_get",
  line: `GET ${ONE}?field=uuid&field=state&field=username&field=service_provider_comment&field=service_provider_comment_url`,
};

/** Rows as the server shows them one after the other. */
function rowsIn(...states: string[]) {
  return states.map((state) => ({
    body: { uuid: RESOURCE, state, username: "abc", service_provider_comment: "Link it." },
  }));
}

function step(action: string, body?: unknown) {
  return { operation: `offering_users_${action}`, line: `POST ${ONE}${action}/`, body };
}

/** A way from one state to another: by these steps, with a look after each. */
function way(steps: readonly (readonly [action: string, to: string, body?: unknown])[], from: string) {
  const to = steps.at(-1)?.[1] ?? from;
  return {
    wishes: { offering_users_get: rowsIn(from, ...steps.map(([, state]) => state)) },
    requests: [LOOK, ...steps.flatMap(([action, , body]) => [step(action, body), LOOK])],
    result: { outcome: steps.length === 0 ? "unchanged" : "changed", from, to, username: "abc" },
  };
}

export const offeringUserContracts: Contracts<"offeringUsers"> = {
  "offeringUsers.list": [
    {
      says: "lists accounts, oldest first",
      list: ({ offeringUsers }) => offeringUsers.list({ offering_uuid: OFFERING, user_uuid: USER }),
      "2021": {
        ...LIST,
        filters: `offering_uuid=${OFFERING}&user_uuid=${USER}`,
        besides: "o=created",
        rows: [account2021],
        countedByReading: true,
      },
      current: {
        ...LIST,
        filters: `offering_uuid=${OFFERING}&user_uuid=${USER}`,
        besides: "o=created",
        rows: [account],
      },
    },
  ],
  "offeringUsers.create": [
    {
      says: "names offering and user by URL, with the slash at the end",
      call: ({ offeringUsers }) => offeringUsers.create({ offering: OFFERING, user: USER, username: "abc" }),
      "2021": {
        requests: [{ ...CREATE, body: { ...accountOf2021, username: "abc" } }],
        result: exampleOf("offering_users_create", "2021"),
      },
      current: {
        requests: [{ ...CREATE, body: { ...accountOf, username: "abc" } }],
        result: exampleOf("offering_users_create", "current"),
      },
    },
    {
      says: "leaves out a username that is not given",
      call: ({ offeringUsers }) => offeringUsers.create({ offering: OFFERING, user: USER }),
      "2021": {
        requests: [{ ...CREATE, body: accountOf2021 }],
        result: exampleOf("offering_users_create", "2021"),
      },
      current: {
        requests: [{ ...CREATE, body: accountOf }],
        result: exampleOf("offering_users_create", "current"),
      },
    },
  ],
  "offeringUsers.ensure": [
    {
      says: "finds the account",
      call: ({ offeringUsers }) => offeringUsers.ensure({ offering: OFFERING, user: USER }),
      "2021": {
        requests: [{ operation: "offering_users_list", line: FIND }],
        result: { outcome: "unchanged", username: account2021?.username, duplicates: 0 },
      },
      current: {
        requests: [
          { operation: "offering_users_list", line: `${FIND}&field=uuid&field=username&field=state` },
        ],
        result: {
          outcome: "unchanged",
          username: account?.username,
          uuid: account?.uuid,
          duplicates: 0,
        },
      },
    },
    {
      says: "creates the account",
      call: ({ offeringUsers }) => offeringUsers.ensure({ offering: OFFERING, user: USER, username: "abc" }),
      "2021": {
        wishes: { offering_users_list: ["example=empty"] },
        requests: [
          { operation: "offering_users_list", line: FIND },
          { ...CREATE, body: { ...accountOf2021, username: "abc" } },
        ],
        result: { outcome: "created", username: account2021?.username, duplicates: 0 },
      },
      current: {
        wishes: { offering_users_list: ["example=empty"] },
        requests: [
          { operation: "offering_users_list", line: `${FIND}&field=uuid&field=username&field=state` },
          { ...CREATE, body: { ...accountOf, username: "abc" } },
        ],
        result: {
          outcome: "created",
          username: account?.username,
          uuid: account?.uuid,
          duplicates: 0,
        },
      },
    },
    {
      says: "names the account the server has made by itself",
      call: ({ offeringUsers }) => offeringUsers.ensure({ offering: OFFERING, user: USER, username: "abc" }),
      current: {
        wishes: { offering_users_list: ["example=withoutName"] },
        requests: [
          { operation: "offering_users_list", line: `${FIND}&field=uuid&field=username&field=state` },
          {
            operation: "offering_users_update",
            line: `PATCH /api/marketplace-offering-users/${withoutName?.uuid}/`,
            body: { username: "abc" },
          },
        ],
        result: { outcome: "updated", username: "abc", uuid: withoutName?.uuid, duplicates: 0 },
      },
    },
  ],
  "offeringUsers.setState": [
    {
      says: "leaves as it is what is so already",
      call: ({ offeringUsers }) => offeringUsers.setState(RESOURCE, "OK"),
      "2021": "unsupported",
      current: way([], "OK"),
    },
    {
      says: "tells the user what to do",
      call: ({ offeringUsers }) =>
        offeringUsers.setState(RESOURCE, "Pending account linking", {
          comment: "Link it.",
          commentUrl: "",
        }),
      "2021": "unsupported",
      current: way(
        [
          ["begin_creating", "Creating"],
          [
            "set_pending_account_linking",
            "Pending account linking",
            { comment: "Link it.", comment_url: "" },
          ],
        ],
        "Requested",
      ),
    },
    {
      says: "says that they have to be validated",
      call: ({ offeringUsers }) => offeringUsers.setState(RESOURCE, "Pending additional validation"),
      current: way([["set_pending_additional_validation", "Pending additional validation", {}]], "Creating"),
    },
    {
      says: "tells the user something else where it is so already",
      call: ({ offeringUsers }) =>
        offeringUsers.setState(RESOURCE, "Error creating", { comment: "No quota." }),
      current: {
        wishes: { offering_users_get: rowsIn("Error creating") },
        requests: [
          LOOK,
          {
            operation: "offering_users_update_comments",
            line: `PATCH ${ONE}update_comments/`,
            body: { service_provider_comment: "No quota." },
          },
        ],
        result: { outcome: "changed", from: "Error creating", to: "Error creating", username: "abc" },
      },
    },
    ...(
      [
        ["OK", "OK", [["set_ok", "OK"]], "Error deleting"],
        ["Error creating", "Error creating", [["set_error_creating", "Error creating"]], "Requested"],
        [
          "Deleted",
          "Deleted",
          [
            ["request_deletion", "Requested deletion"],
            ["set_deleting", "Deleting"],
            ["set_deleted", "Deleted"],
          ],
          "OK",
        ],
        ["Error deleting", "Error deleting", [["set_error_deleting", "Error deleting"]], "Deleting"],
      ] as const
    ).map(([name, target, steps, from]) => ({
      says: `brings it from ${from} to ${name}`,
      call: ({ offeringUsers }: PuhuriClient) => offeringUsers.setState(RESOURCE, target),
      "2021": "unsupported" as const,
      current: way(steps, from),
    })),
  ],
  "offeringUsers.update": [
    {
      says: "changes the user name",
      call: ({ offeringUsers }) => offeringUsers.update(RESOURCE, { username: "abc" }),
      "2021": "unsupported",
      current: {
        requests: [{ operation: "offering_users_update", line: `PATCH ${ONE}`, body: { username: "abc" } }],
        result: undefined,
      },
    },
    {
      says: "keeps the user out, and says what they have to do",
      call: ({ offeringUsers }) =>
        offeringUsers.update(RESOURCE, { is_restricted: true, runtime_state: "Pending account linking" }),
      "2021": "unsupported",
      current: {
        requests: [
          step("update_restricted", { is_restricted: true }),
          step("update_runtime_state", { runtime_state: "Pending account linking" }),
        ],
        result: undefined,
      },
    },
  ],
};
