import type { OfferingUserState } from "@puhuri/api-types";
import type { OfferingUser, SeedBuilder } from "@puhuri/testing";
import type { OfferingUserHandlers } from "../../../src/loop/index.ts";
import { createWorld, type Generation, type World } from "../../workflows/world.ts";

export const OFFERING = "e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1";
export const SCOPE = { offering_uuid: OFFERING };

/** A provider: an offering with a project that uses it, and a directory of logins, each with the key it was made under. */
export interface UsersSite extends World {
  readonly directory: Map<string, string>;
  /** What was changed there, in its order. */
  readonly log: string[];
  /** Federated ids of users who still have to link something. */
  readonly unlinked: Set<string>;
  row(username: string): OfferingUser | undefined;
  uuidOf(username: string): string;
  /** The handlers of a process that knows nothing of earlier ones. */
  handlers(): Required<OfferingUserHandlers>;
}

export interface UsersSiteOptions {
  readonly generation: Generation;
  /** Whether the server asks for the deletion of who has left; 8.x servers. */
  readonly isAutomatic?: boolean;
  /** Members of the project, by federated id; on servers with states, in which their offering user is. */
  readonly members: Readonly<Record<string, OfferingUserState>>;
  readonly seed?: (seed: SeedBuilder) => void;
}

export function createUsersSite({
  generation,
  isAutomatic = true,
  members,
  seed,
}: UsersSiteOptions): UsersSite {
  const hasStates = generation !== "2021" && generation !== "2024-10";
  const world = createWorld({
    generation,
    seed: (builder) => {
      const names = Object.keys(members);
      for (const username of names) builder.user({ username });
      builder.offering({ uuid: OFFERING, name: "site" });
      builder.project({ name: "the project", members: names });
      builder.allocation({ name: "used", offering: OFFERING, project: "the project", state: "OK" });
      seed?.(builder);
    },
  });
  const { state } = world.fake;
  if (isAutomatic) state.offerings.get(OFFERING).plugin_options.offering_user_auto_deletion = true;
  const directory = new Map<string, string>();
  const log: string[] = [];
  const unlinked = new Set<string>();
  const uuidOf = (username: string) => {
    const user = state.userNamed(username);
    if (user === undefined) throw new Error(`There is no user ${username}.`);
    return user.uuid;
  };
  const row = (username: string) =>
    state.offeringUsers
      .where("user_uuid", uuidOf(username))
      .find(({ offering_uuid }) => offering_uuid === OFFERING);

  for (const [username, at] of Object.entries(members)) {
    const isNew = ["Requested", "Creating"].includes(at);
    if (!isNew) directory.set(`login-${username}`, uuidOf(username));
    const found = row(username);
    // A 2021 server makes none, and a login is named when it is made.
    if (found === undefined && isNew) continue;
    const made = found ?? builderRow(world, uuidOf(username));
    Object.assign(made, { username: isNew ? "" : `login-${username}`, state: hasStates ? at : "OK" });
  }

  return {
    ...world,
    directory,
    log,
    unlinked,
    row,
    uuidOf,
    handlers: () => ({
      async create({ user_uuid, user_username = "" }, { idempotencyKey }) {
        if (idempotencyKey !== user_uuid) throw new Error("The key is another user's.");
        if (unlinked.has(user_username)) {
          return {
            state: "Pending account linking",
            comment: "Link it.",
            commentUrl: "https://link.example",
          };
        }
        const [known] = [...directory].find(([, key]) => key === idempotencyKey) ?? [];
        if (known !== undefined) return { username: known };
        const username = `login-${user_username}`;
        directory.set(username, idempotencyKey);
        log.push(`made ${username}`);
        return { username };
      },
      async remove(_user, { idempotencyKey }) {
        const [name] = [...directory].find(([, key]) => key === idempotencyKey) ?? [];
        if (name !== undefined && directory.delete(name)) log.push(`removed ${name}`);
      },
    }),
  };
}

function builderRow({ fake }: World, user_uuid: string): OfferingUser {
  return fake.state.offeringUsers.add({
    uuid: user_uuid.replace(/^./, "f"),
    offering_uuid: OFFERING,
    user_uuid,
    username: "",
    state: "OK",
    runtime_state: "Active",
    service_provider_comment: "",
    service_provider_comment_url: "",
    is_restored: false,
    is_restricted: false,
    has_consent: true,
    propagation_date: null,
    created: "2026-11-20T00:00:00Z",
    modified: "2026-11-20T00:00:00Z",
  });
}
