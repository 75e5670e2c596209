import { offeringUserStates } from "@puhuri/api-types";
import { describe, expect, test } from "vitest";
import {
  InvalidTransitionError,
  type OfferingUserState,
  type OfferingUserTarget,
  UnsupportedByServerError,
} from "../../src/index.ts";
import { errorOf } from "../http/harness.ts";
import { badGateway } from "../workflows/faults.ts";
import { createScene, methods } from "./offering-user-scene.ts";

const TARGETS = offeringUserStates.filter((state): state is OfferingUserTarget => state !== "Requested");

/** From where each can be reached, and how many steps that takes. */
const WAYS: Readonly<Record<OfferingUserTarget, Readonly<Partial<Record<OfferingUserState, number>>>>> = {
  Creating: { Requested: 1, "Error creating": 1 },
  "Pending account linking": {
    Requested: 2,
    Creating: 1,
    "Error creating": 1,
    "Pending additional validation": 1,
  },
  "Pending additional validation": {
    Requested: 2,
    Creating: 1,
    "Error creating": 1,
    "Pending account linking": 1,
  },
  OK: {
    Requested: 1,
    Creating: 1,
    "Pending account linking": 1,
    "Pending additional validation": 1,
    "Error creating": 1,
    "Error deleting": 1,
  },
  "Error creating": {
    Requested: 1,
    Creating: 1,
    "Pending account linking": 1,
    "Pending additional validation": 1,
  },
  "Requested deletion": { OK: 1 },
  Deleting: { OK: 2, "Requested deletion": 1, "Error deleting": 1 },
  Deleted: { OK: 3, "Requested deletion": 2, Deleting: 1, "Error deleting": 2 },
  "Error deleting": { OK: 2, "Requested deletion": 1, Deleting: 1 },
};

function createOne(state: OfferingUserState) {
  const scene = createScene("8.1");
  return { ...scene, row: scene.add({ username: "abc", state }) };
}

describe.each(TARGETS)("offeringUsers.setState to %s", (target) => {
  test.each(offeringUserStates)("from %s gets there or says that there is no way", async (from) => {
    const scene = createOne(from);
    const { offeringUsers } = scene.client();
    const steps = from === target ? 0 : WAYS[target][from];
    if (steps === undefined) {
      const error = await errorOf(offeringUsers.setState(scene.row.uuid, target));
      expect(error).toBeInstanceOf(InvalidTransitionError);
      const why =
        from === "Deleted" ? "once the user is back in the project" : "A provider cannot take this step";
      expect(error).toMatchObject({ from, to: target, maybeApplied: false });
      expect(error).toHaveProperty("message", expect.stringContaining(why));
      expect(scene.row.state).toBe(from);
      expect(methods(scene)).toEqual(["GET"]);
      return;
    }
    const outcome = steps === 0 ? "unchanged" : "changed";
    const result = await offeringUsers.setState(scene.row.uuid, target);
    expect(result).toEqual({ outcome, from, to: target, username: "abc" });
    expect(scene.row.state).toBe(target);
    expect(methods(scene)).toEqual(["GET", ...Array(steps).fill(["POST", "GET"]).flat()]);
    expect(await offeringUsers.setState(scene.row.uuid, target)).toMatchObject({ outcome: "unchanged" });
  });

  test.each(["before", "after"] as const)(
    "is settled by a look if answers are lost %s the server acts",
    async (when) => {
      for (const from of offeringUserStates) {
        if (WAYS[target][from] === undefined) continue;
        const scene = createOne(from);
        for (const { action } of STEPS)
          scene.intercepts.push(badGateway(`offering_users_${action}`, when, 1));
        const result = await scene.client({ retry: false }).offeringUsers.setState(scene.row.uuid, target);
        expect(result).toMatchObject({ outcome: "changed", from, to: target });
        expect(scene.row.state).toBe(target);
      }
    },
  );
});

const STEPS = [
  "begin_creating",
  "set_pending_account_linking",
  "set_pending_additional_validation",
  "set_ok",
  "set_error_creating",
  "request_deletion",
  "set_deleting",
  "set_deleted",
  "set_error_deleting",
].map((action) => ({ action }));

describe("the comment for the user", () => {
  const comment = "Confirm your user name.";
  const commentUrl = "https://link.example";

  test("goes with the step, is written once, and changed where it differs", async () => {
    const scene = createOne("Requested");
    const { offeringUsers } = scene.client();
    const tell = (more: object) =>
      offeringUsers.setState(scene.row.uuid, "Pending account linking", { comment, commentUrl, ...more });
    expect(await tell({})).toMatchObject({ outcome: "changed" });
    expect(methods(scene)).toEqual(["GET", "POST", "GET", "POST", "GET"]);
    expect(scene.row).toMatchObject({
      service_provider_comment: comment,
      service_provider_comment_url: commentUrl,
    });
    expect(await tell({ comment: `${comment} `, commentUrl: `${commentUrl} ` })).toMatchObject({
      outcome: "unchanged",
    });
    expect(methods(scene)).toEqual(["GET"]);
    expect(await tell({ comment: "Now." })).toMatchObject({ outcome: "changed" });
    expect(scene.row).toMatchObject({ service_provider_comment: "Now.", state: "Pending account linking" });
    expect(await tell({ comment: undefined })).toMatchObject({ outcome: "unchanged" });
    const more = { comment: "Now.", commentUrl: `${commentUrl}/now` };
    expect(await tell(more)).toMatchObject({ outcome: "changed" });
    expect(scene.row.service_provider_comment_url).toBe(more.commentUrl);
  });

  test("is stored for a state that has no comment of its own, too", async () => {
    const scene = createOne("Creating");
    await scene.client().offeringUsers.setState(scene.row.uuid, "Error creating", { comment: "No quota." });
    expect(scene.row).toMatchObject({ service_provider_comment: "No quota.", state: "Error creating" });
  });

  test("may be lost while the state is set: the error says so", async () => {
    const scene = createOne("Creating");
    scene.intercepts.push(async ({ operationId }, next) =>
      operationId === "offering_users_update_comments"
        ? Response.json({ detail: "No." }, { status: 400 })
        : next(),
    );
    const { offeringUsers } = scene.client();
    const error = await errorOf(
      offeringUsers.setState(scene.row.uuid, "Error creating", { comment: "No quota." }),
    );
    expect(error).toMatchObject({ code: "bad-request", maybeApplied: true });
  });
});

test("a member who comes back on the way keeps what they have", async () => {
  for (const step of ["offering_users_set_deleting", "offering_users_set_deleted"]) {
    const scene = createOne("OK");
    scene.intercepts.push(async ({ operationId }, next) => {
      if (operationId === step) Object.assign(scene.row, { state: "OK", is_restored: true });
      return next();
    });
    const error = await errorOf(scene.client().offeringUsers.setState(scene.row.uuid, "Deleted"));
    expect(error).toBeInstanceOf(InvalidTransitionError);
    expect(error).toMatchObject({ from: "OK", to: "Deleted", maybeApplied: true });
    expect(error).toHaveProperty("message", expect.stringContaining("has come back"));
    expect(scene.row.state).toBe("OK");
  }
});

test("a member whose deletion shows late has not come back", async () => {
  const scene = createOne("OK");
  let requests = 0;
  scene.intercepts.push(async ({ operationId }, next) =>
    operationId === "offering_users_request_deletion" && requests++ === 0 ? Response.json({}) : next(),
  );
  expect(await scene.client().offeringUsers.setState(scene.row.uuid, "Deleted")).toMatchObject({
    outcome: "changed",
    from: "OK",
  });
});

test("what somebody else has done in the meantime counts", async () => {
  const scene = createOne("Deleting");
  scene.intercepts.push(async ({ operationId }, next) => {
    if (operationId === "offering_users_set_deleted") scene.row.state = "Deleted";
    return next();
  });
  expect(await scene.client().offeringUsers.setState(scene.row.uuid, "Deleted")).toMatchObject({
    outcome: "changed",
    from: "Deleting",
    to: "Deleted",
  });
});

test.each(["2024-10", "2021"] as const)("%s has no states to set", async (generation) => {
  const scene = createScene(generation);
  const row = scene.add();
  const error = await errorOf(scene.client().offeringUsers.setState(row.uuid, "OK"));
  expect(error).toBeInstanceOf(UnsupportedByServerError);
});

describe("offeringUsers.update", () => {
  test("makes each change by its own request", async () => {
    const scene = createOne("Creating");
    const { offeringUsers } = scene.client();
    await offeringUsers.update(scene.row.uuid, { is_restricted: true, runtime_state: "Active" });
    expect(scene.row).toMatchObject({ is_restricted: true, runtime_state: "Active", state: "Creating" });
    await offeringUsers.update(scene.row.uuid, { username: " new ", is_restricted: false });
    expect(scene.row).toMatchObject({ username: "new", is_restricted: false, state: "OK" });
    expect(methods(scene)).toEqual(["POST", "POST", "PATCH", "POST"]);
  });

  test("takes a user name away, and touches nothing else", async () => {
    const scene = createOne("OK");
    await scene.client().offeringUsers.update(scene.row.uuid, { username: " " });
    expect(scene.row.username).toBe("");
    expect(methods(scene)).toEqual(["PATCH"]);
  });

  test("says of a failure that what came before it was done", async () => {
    const scene = createOne("Deleted");
    const { offeringUsers } = scene.client();
    const changes = { is_restricted: true, runtime_state: "Active" } as const;
    const error = await errorOf(offeringUsers.update(scene.row.uuid, changes));
    expect(error).toMatchObject({ code: "bad-request", maybeApplied: true });
    const first = await errorOf(offeringUsers.update(scene.row.uuid, { runtime_state: "Active" }));
    expect(first).toMatchObject({ code: "bad-request", maybeApplied: false });
  });
});
