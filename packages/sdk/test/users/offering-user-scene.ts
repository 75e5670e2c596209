import type { OfferingUser, SeedBuilder } from "@puhuri/testing";
import type { OfferingUserInput } from "../../src/index.ts";
import { createWorld, type Generation } from "../workflows/world.ts";

/** An offering that lets its provider make offering users, and a user without one. */
export function createScene(generation: Generation, seed: (seed: SeedBuilder) => void = () => {}) {
  const world = createWorld({
    generation,
    seed: (builder) => {
      builder.offering({ name: "its offering" });
      builder.user({ username: "someone" });
      seed(builder);
    },
  });
  const { state } = world.fake;
  const offering = [...state.offerings].find(({ name }) => name === "its offering");
  const user = state.userNamed("someone");
  if (offering === undefined || user === undefined) throw new Error("The seed lost its rows.");
  const input: OfferingUserInput = { offering: offering.uuid, user: user.uuid, username: "abc" };
  return {
    ...world,
    offering,
    user,
    input,
    rows: () => state.offeringUsers.where("offering_uuid", offering.uuid),
    add: (columns: Partial<OfferingUser> = {}) =>
      state.offeringUsers.add({
        uuid: "a".repeat(32),
        offering_uuid: offering.uuid,
        user_uuid: user.uuid,
        username: null,
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
        ...columns,
      }),
  };
}

type Scene = ReturnType<typeof createScene>;

export const usernames = ({ rows }: Scene) => rows().map(({ username }) => username);
export const methods = ({ sent }: Scene) => sent().map(({ method }) => method);
