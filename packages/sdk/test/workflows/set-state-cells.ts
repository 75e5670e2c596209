import type { TargetState } from "../../src/index.ts";
import { RESOURCE_STATES, wordOf } from "./scenes.ts";
import type { ResourceState } from "./stored.ts";

/**
 * What setState comes to on current servers, for every situation an allocation can be in: where it ends and how many
 * requests it takes when nothing goes wrong. "choose": refused, onPending is to be given. "no way" and "unsupported":
 * refused as InvalidTransitionError and UnsupportedByServerError, and nothing is changed.
 */
const TABLE = `
allocation: its orders                          | setState      | Slurm 8.x     | Slurm 2024-10 | Basic 8.x     | Basic 2024-10
Creating: Create pending-provider               | ok            | OK 6          | OK 6          | OK 5          | OK 5
Creating: Create pending-provider               | erred         | choose 2      | choose 2      | choose 2      | choose 2
Creating: Create pending-provider               | erred approve | Erred 8       | Erred 8       | Erred 7       | unsupported 3
Creating: Create pending-provider               | erred reject  | Terminated 3  | Terminated 3  | Terminated 3  | Terminated 3
Creating: Create pending-provider               | terminated    | Terminated 3  | Terminated 3  | Terminated 3  | Terminated 3
Creating: Create executing                      | ok            | OK 3          | OK 3          | OK 3          | OK 3
Creating: Create executing                      | erred         | Erred 5       | Erred 5       | Erred 4       | unsupported 4
Creating: Create executing                      | terminated    | Terminated 12 | Terminated 12 | unsupported 3 | unsupported 3
Creating: Create pending-consumer               | ok            | no way 2      | no way 2      | no way 2      | no way 2
Creating: Create pending-consumer               | erred         | no way 2      | no way 2      | no way 2      | no way 2
Creating: Create pending-consumer               | terminated    | no way 2      | no way 2      | no way 2      | no way 2
Creating: Create pending-project                | ok            | no way 2      | no way 2      | no way 2      | no way 2
Creating: Create pending-project                | erred         | no way 2      | no way 2      | no way 2      | no way 2
Creating: Create pending-project                | terminated    | no way 2      | no way 2      | no way 2      | no way 2
Creating: Create pending-start-date             | ok            | no way 2      | no way 2      | no way 2      | no way 2
Creating: Create pending-start-date             | erred         | no way 2      | no way 2      | no way 2      | no way 2
Creating: Create pending-start-date             | terminated    | no way 2      | no way 2      | no way 2      | no way 2
Creating: Create canceled                       | ok            | OK 5          | unsupported 5 | OK 5          | unsupported 5
Creating: Create canceled                       | erred         | Erred 5       | unsupported 5 | Erred 5       | unsupported 5
Creating: Create canceled                       | terminated    | Terminated 12 | unsupported 5 | Terminated 11 | unsupported 5
Creating:                                       | ok            | OK 5          | unsupported 5 | OK 5          | unsupported 5
Creating:                                       | erred         | Erred 5       | unsupported 5 | Erred 5       | unsupported 5
Creating:                                       | terminated    | Terminated 12 | unsupported 5 | Terminated 11 | unsupported 5
OK: Create done                                 | ok            | as it is 2    | as it is 2    | as it is 2    | as it is 2
OK: Create done                                 | erred         | Erred 3       | unsupported 3 | Erred 3       | unsupported 3
OK: Create done                                 | terminated    | Terminated 9  | Terminated 9  | Terminated 8  | Terminated 8
OK: Create done, Update pending-consumer        | ok            | as it is 2    | as it is 2    | as it is 2    | as it is 2
OK: Create done, Update pending-consumer        | erred         | Erred 3       | unsupported 3 | Erred 3       | unsupported 3
OK: Create done, Update pending-consumer        | terminated    | no way 2      | no way 2      | no way 2      | no way 2
OK: Create done, Update pending-provider        | ok            | OK 6          | OK 6          | OK 5          | OK 5
OK: Create done, Update pending-provider        | erred         | choose 2      | choose 2      | choose 2      | choose 2
OK: Create done, Update pending-provider        | erred approve | Erred 6       | Erred 6       | Erred 7       | unsupported 3
OK: Create done, Update pending-provider        | erred reject  | OK 5          | OK 5          | OK 5          | OK 5
OK: Create done, Update pending-provider        | terminated    | Terminated 12 | Terminated 12 | Terminated 11 | Terminated 11
OK: Create done, Update executing               | ok            | OK 3          | OK 3          | OK 3          | OK 3
OK: Create done, Update executing               | erred         | Erred 3       | Erred 3       | Erred 4       | unsupported 4
OK: Create done, Update executing               | terminated    | Terminated 10 | Terminated 10 | Terminated 10 | Terminated 10
OK: Create done, Terminate pending-consumer     | ok            | as it is 2    | as it is 2    | as it is 2    | as it is 2
OK: Create done, Terminate pending-consumer     | erred         | no way 2      | no way 2      | no way 2      | no way 2
OK: Create done, Terminate pending-consumer     | terminated    | no way 2      | no way 2      | no way 2      | no way 2
OK: Create done, Terminate pending-provider     | ok            | OK 5          | OK 5          | OK 5          | OK 5
OK: Create done, Terminate pending-provider     | erred         | no way 2      | no way 2      | no way 2      | no way 2
OK: Create done, Terminate pending-provider     | erred approve | no way 2      | no way 2      | no way 2      | no way 2
OK: Create done, Terminate pending-provider     | erred reject  | no way 2      | no way 2      | no way 2      | no way 2
OK: Create done, Terminate pending-provider     | terminated    | Terminated 6  | Terminated 6  | Terminated 5  | Terminated 5
OK: Create done, Terminate executing            | erred         | no way 2      | no way 2      | no way 2      | no way 2
OK: Create done, Terminate executing            | terminated    | Terminated 3  | Terminated 3  | Terminated 3  | Terminated 3
Updating: Create done, Update executing         | ok            | OK 3          | OK 3          | OK 3          | OK 3
Updating: Create done, Update executing         | erred         | Erred 3       | Erred 3       | Erred 4       | unsupported 4
Updating: Create done, Update executing         | terminated    | Terminated 10 | Terminated 10 | Terminated 10 | Terminated 10
Updating: Create done                           | ok            | OK 5          | unsupported 5 | OK 5          | unsupported 5
Updating: Create done                           | erred         | Erred 5       | unsupported 5 | Erred 5       | unsupported 5
Updating: Create done                           | terminated    | Terminated 12 | unsupported 5 | Terminated 11 | unsupported 5
Terminating: Create done, Terminate executing   | ok            | OK 5          | OK 5          | unsupported 3 | unsupported 3
Terminating: Create done, Terminate executing   | erred         | no way 2      | no way 2      | no way 2      | no way 2
Terminating: Create done, Terminate executing   | terminated    | Terminated 3  | Terminated 3  | Terminated 3  | Terminated 3
Terminating: Create done                        | ok            | OK 5          | unsupported 5 | OK 5          | unsupported 5
Terminating: Create done                        | erred         | Erred 5       | unsupported 5 | Erred 5       | unsupported 5
Terminating: Create done                        | terminated    | Terminated 12 | unsupported 5 | Terminated 11 | unsupported 5
Erred: Create erred                             | ok            | OK 3          | OK 5          | OK 3          | unsupported 4
Erred: Create erred                             | erred         | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create erred                             | terminated    | Terminated 9  | Terminated 9  | Terminated 8  | Terminated 8
Erred: Create done                              | ok            | OK 3          | unsupported 3 | OK 3          | unsupported 3
Erred: Create done                              | erred         | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create done                              | terminated    | Terminated 9  | Terminated 9  | Terminated 8  | Terminated 8
Erred: Create done, Update erred                | ok            | OK 3          | OK 5          | OK 3          | unsupported 4
Erred: Create done, Update erred                | erred         | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create done, Update erred                | terminated    | Terminated 9  | Terminated 9  | Terminated 8  | Terminated 8
Erred: Create done, Update erred, Update done   | ok            | OK 3          | unsupported 3 | OK 3          | unsupported 3
Erred: Create done, Update erred, Update done   | erred         | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create done, Update erred, Update done   | terminated    | Terminated 9  | Terminated 9  | Terminated 8  | Terminated 8
Erred: Create executing                         | ok            | OK 3          | OK 3          | OK 3          | OK 3
Erred: Create executing                         | erred         | Erred 5       | Erred 5       | as it is 3    | as it is 3
Erred: Create executing                         | terminated    | Terminated 12 | Terminated 12 | unsupported 3 | unsupported 3
Erred: Create pending-provider                  | ok            | OK 6          | OK 6          | OK 5          | OK 5
Erred: Create pending-provider                  | erred         | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create pending-provider                  | erred approve | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create pending-provider                  | erred reject  | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create pending-provider                  | terminated    | Terminated 3  | Terminated 3  | Terminated 3  | Terminated 3
Erred: Create erred, Terminate pending-provider | ok            | OK 5          | OK 5          | OK 5          | OK 5
Erred: Create erred, Terminate pending-provider | erred         | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create erred, Terminate pending-provider | erred approve | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create erred, Terminate pending-provider | erred reject  | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create erred, Terminate pending-provider | terminated    | Terminated 6  | Terminated 6  | Terminated 5  | Terminated 5
Erred: Create done, Update pending-consumer     | ok            | OK 3          | no way 3      | OK 3          | no way 3
Erred: Create done, Update pending-consumer     | erred         | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create done, Update pending-consumer     | terminated    | no way 2      | no way 2      | no way 2      | no way 2
Terminated: Create rejected                     | ok            | no way 2      | no way 2      | no way 2      | no way 2
Terminated: Create rejected                     | erred         | Erred 3       | unsupported 3 | Erred 3       | unsupported 3
Terminated: Create rejected                     | terminated    | as it is 2    | as it is 2    | as it is 2    | as it is 2
Terminated: Create done, Terminate done         | ok            | no way 2      | no way 2      | no way 2      | no way 2
Terminated: Create done, Terminate done         | erred         | Erred 3       | unsupported 3 | Erred 3       | unsupported 3
Terminated: Create done, Terminate done         | terminated    | as it is 2    | as it is 2    | as it is 2    | as it is 2
`;

export interface CellRow {
  readonly state: ResourceState;
  readonly orders: readonly string[];
  readonly target: TargetState;
  readonly onPending: "approve" | "reject" | undefined;
  /** By column, such as `Slurm 8.x`. */
  readonly outcomes: Readonly<Record<string, string>>;
}

const TARGETS: readonly TargetState[] = ["ok", "erred", "terminated"];
const CHOICES: readonly ("approve" | "reject")[] = ["approve", "reject"];

const [head = [], ...body] = TABLE.trim()
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()));

export const CELL_ROWS: readonly CellRow[] = body.map(([situation = "", wish = "", ...outcomes]) => {
  const [state = "", orders = ""] = situation.split(":");
  const [target = "", onPending] = wish.split(" ");
  return {
    state: wordOf(RESOURCE_STATES, state),
    orders: orders.split(",").flatMap((order) => order.trim() || []),
    target: wordOf(TARGETS, target),
    onPending: onPending === undefined ? undefined : wordOf(CHOICES, onPending),
    outcomes: Object.fromEntries(outcomes.map((outcome, i) => [head[i + 2], outcome])),
  };
});
