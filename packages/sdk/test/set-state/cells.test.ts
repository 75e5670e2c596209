import { describe, expect, test } from "vitest";
import { InvalidTransitionError, type SetStateResult, UnsupportedByServerError } from "../../src/index.ts";
import { errorOf } from "../http/harness.ts";
import { BASIC, createScene, type Scene, SLURM } from "../workflows/scenes.ts";
import { CURRENT } from "../workflows/world.ts";
import { CELL_ROWS, type CellRow } from "./cells.ts";

const REFUSALS: ReadonlyMap<string, object> = new Map([
  ["choose", { class: InvalidTransitionError, choices: ["approve", "reject"] }],
  ["no way", { class: InvalidTransitionError, choices: undefined }],
  ["unsupported", { class: UnsupportedByServerError, choices: undefined }],
]);

const COLUMNS = CURRENT.flatMap((generation) => [
  { name: `Slurm ${generation}`, type: SLURM, generation },
  { name: `Basic ${generation}`, type: BASIC, generation },
]);

describe.each(COLUMNS)("setState on a $name offering", ({ name, type, generation }) => {
  const rows = CELL_ROWS.map((row) => {
    const [, outcome = "", requests = ""] = /^(.*) (\d+)$/.exec(row.outcomes[name] ?? "") ?? [];
    return { ...row, outcome, requests: Number(requests) };
  });

  test.each(rows)(
    "$target $onPending from $state with $orders: $outcome, $requests requests",
    async (row) => {
      const scene = createScene({
        generation,
        type,
        state: row.state,
        orders: row.orders,
      });
      const before = scene.standing();
      const call = set(scene, row);
      const refusal = REFUSALS.get(row.outcome);
      if (refusal === undefined) expectReached(await call, row, row.outcome, scene);
      else expect(classOf(await errorOf(call))).toEqual(refusal);
      const isLeft = row.outcome === "as it is" || refusal !== undefined;
      if (isLeft) expect(scene.standing()).toEqual(before);
      expect(scene.sent()).toHaveLength(row.requests);
    },
  );
});

function set({ client, resource }: Scene, { target, onPending }: CellRow): Promise<SetStateResult> {
  return client().resources.setState(resource.uuid, target, { onPending });
}

function classOf(error: unknown): object {
  if (!(error instanceof Error)) return { error };
  return { class: error.constructor, choices: "choices" in error ? error.choices : undefined };
}

function expectReached(result: SetStateResult, { state }: CellRow, outcome: string, scene: Scene): void {
  const end = outcome === "as it is" ? state : outcome;
  const { orderUuid, ...rest } = result;
  expect(rest).toEqual({
    outcome: outcome === "as it is" ? "unchanged" : "changed",
    from: state,
    to: end,
    resource: { uuid: scene.resource.uuid, name: "it", state: end, backend_id: "" },
  });
  expect(scene.resource.state).toBe(end);
  if (orderUuid === undefined) return;
  // Whatever it did to an order, it is over with it.
  const order = scene.orders().find(({ uuid }) => uuid === orderUuid);
  expect(["done", "erred", "rejected"]).toContain(order?.state);
  expect(scene.orders().filter(({ state }) => state === "executing")).toEqual([]);
}
