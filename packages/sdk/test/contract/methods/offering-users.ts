import type { Contracts } from "../contract.ts";
import { exampleOf, rowsOf } from "../spec-examples.ts";
import { OFFERING, USER } from "./ids.ts";

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
};
