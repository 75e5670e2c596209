import type { TargetState } from "../../src/index.ts";
import { RESOURCE_STATES, wordOf } from "../workflows/scenes.ts";
import type { ResourceState } from "../workflows/stored.ts";

/**
 * What setState comes to on current servers, for every situation an allocation can be in: where it ends and how many
 * requests it takes when nothing goes wrong. "choose": refused, onPending is to be given. "no way" and "unsupported":
 * refused as InvalidTransitionError and UnsupportedByServerError, and nothing is changed. On 8.1 an allocation that is OK shows
 * an order for a change or its end; one that is not shown is from before the server was updated.
 */
const TABLE = `
allocation: its orders                               | setState      | Slurm 8.1     | Slurm 8.0     | Slurm 2024-10 | Basic 8.1     | Basic 8.0     | Basic 2024-10
Creating: Create pending-provider                    | OK            | OK 5          | OK 5          | OK 6          | OK 5          | OK 5          | OK 5
Creating: Create pending-provider                    | Erred         | choose 2      | choose 2      | choose 2      | choose 2      | choose 2      | choose 2
Creating: Create pending-provider                    | Erred approve | Terminated 7  | Erred 7       | Erred 7       | Erred 6       | Erred 6       | unsupported 2
Creating: Create pending-provider                    | Erred reject  | Terminated 3  | Terminated 3  | Terminated 3  | Terminated 3  | Terminated 3  | Terminated 3
Creating: Create pending-provider                    | Terminated    | Terminated 3  | Terminated 3  | Terminated 3  | Terminated 3  | Terminated 3  | Terminated 3
Creating: Create executing                           | OK            | OK 3          | OK 3          | OK 4          | OK 3          | OK 3          | OK 3
Creating: Create executing                           | Erred         | Terminated 5  | Erred 5       | Erred 5       | Erred 4       | Erred 4       | unsupported 4
Creating: Create executing                           | Terminated    | Terminated 5  | Terminated 12 | Terminated 12 | unsupported 3 | unsupported 3 | unsupported 3
Creating: Create pending-consumer                    | OK            | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
Creating: Create pending-consumer                    | Erred         | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
Creating: Create pending-consumer                    | Terminated    | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
Creating: Create pending-project                     | OK            | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
Creating: Create pending-project                     | Erred         | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
Creating: Create pending-project                     | Terminated    | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
Creating: Create pending-start-date                  | OK            | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
Creating: Create pending-start-date                  | Erred         | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
Creating: Create pending-start-date                  | Terminated    | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
Creating: Create canceled                            | OK            | OK 5          | OK 5          | unsupported 4 | OK 5          | OK 5          | unsupported 4
Creating: Create canceled                            | Erred         | Erred 5       | Erred 5       | unsupported 5 | Erred 5       | Erred 5       | unsupported 5
Creating: Create canceled                            | Terminated    | Terminated 13 | Terminated 12 | unsupported 5 | Terminated 11 | Terminated 11 | unsupported 5
Creating:                                            | OK            | OK 5          | OK 5          | unsupported 4 | OK 5          | OK 5          | unsupported 4
Creating:                                            | Erred         | Erred 5       | Erred 5       | unsupported 5 | Erred 5       | Erred 5       | unsupported 5
Creating:                                            | Terminated    | Terminated 13 | Terminated 12 | unsupported 5 | Terminated 11 | Terminated 11 | unsupported 5
OK: Create done                                      | OK            | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2
OK: Create done                                      | Erred         | Erred 3       | Erred 3       | unsupported 3 | Erred 3       | Erred 3       | unsupported 3
OK: Create done                                      | Terminated    | Terminated 9  | Terminated 9  | Terminated 9  | Terminated 8  | Terminated 8  | Terminated 8
OK: Create done, Update pending-consumer             | OK            | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2
OK: Create done, Update pending-consumer             | Erred         | Erred 3       | Erred 3       | unsupported 3 | Erred 3       | Erred 3       | unsupported 3
OK: Create done, Update pending-consumer             | Terminated    | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
OK: Create done, Update pending-provider             | OK            | OK 7          | OK 6          | OK 8          | OK 5          | OK 5          | OK 5
OK: Create done, Update pending-provider             | Erred         | choose 2      | choose 2      | choose 2      | choose 2      | choose 2      | choose 2
OK: Create done, Update pending-provider             | Erred approve | Erred 7       | Erred 6       | Erred 6       | Erred 6       | Erred 6       | unsupported 2
OK: Create done, Update pending-provider             | Erred reject  | OK 5          | OK 5          | OK 5          | OK 5          | OK 5          | OK 5
OK: Create done, Update pending-provider             | Terminated    | Terminated 12 | Terminated 12 | Terminated 12 | Terminated 11 | Terminated 11 | Terminated 11
OK: Create done, Update executing                    | OK            | OK 3          | OK 3          | OK 4          | OK 3          | OK 3          | OK 3
OK: Create done, Update executing                    | Erred         | Erred 3       | Erred 3       | Erred 3       | Erred 4       | Erred 4       | unsupported 4
OK: Create done, Update executing                    | Terminated    | Terminated 11 | Terminated 10 | Terminated 10 | Terminated 10 | Terminated 10 | Terminated 10
OK: Create done, Terminate pending-consumer          | OK            | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2
OK: Create done, Terminate pending-consumer          | Erred         | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
OK: Create done, Terminate pending-consumer          | Terminated    | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
OK: Create done, Terminate pending-provider          | OK            | OK 5          | OK 5          | OK 5          | OK 5          | OK 5          | OK 5
OK: Create done, Terminate pending-provider          | Erred         | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
OK: Create done, Terminate pending-provider          | Erred approve | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
OK: Create done, Terminate pending-provider          | Erred reject  | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
OK: Create done, Terminate pending-provider          | Terminated    | Terminated 7  | Terminated 6  | Terminated 6  | Terminated 5  | Terminated 5  | Terminated 5
OK: Create done, Terminate executing                 | OK            | OK 6          | OK 6          | no way 2      | unsupported 3 | unsupported 3 | unsupported 3
OK: Create done, Terminate executing                 | Erred         | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
OK: Create done, Terminate executing                 | Terminated    | Terminated 3  | Terminated 3  | Terminated 3  | Terminated 3  | Terminated 3  | Terminated 3
Updating: Create done, Update pending-consumer       | OK            | OK 3          | OK 3          | no way 2      | OK 3          | OK 3          | no way 2
Updating: Create done, Update pending-consumer       | Erred         | Erred 3       | Erred 3       | unsupported 3 | Erred 3       | Erred 3       | unsupported 3
Updating: Create done, Update pending-consumer       | Terminated    | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
Updating: Create done, Update pending-provider       | OK            | OK 6          | OK 6          | OK 8          | OK 5          | OK 5          | OK 5
Updating: Create done, Update pending-provider       | Erred         | choose 2      | choose 2      | choose 2      | choose 2      | choose 2      | choose 2
Updating: Create done, Update pending-provider       | Erred approve | Erred 6       | Erred 6       | Erred 6       | Erred 6       | Erred 6       | unsupported 2
Updating: Create done, Update pending-provider       | Erred reject  | OK 5          | OK 5          | OK 5          | OK 5          | OK 5          | OK 5
Updating: Create done, Update pending-provider       | Terminated    | Terminated 12 | Terminated 12 | Terminated 12 | Terminated 11 | Terminated 11 | Terminated 11
Updating: Create done, Update executing              | OK            | OK 3          | OK 3          | OK 4          | OK 3          | OK 3          | OK 3
Updating: Create done, Update executing              | Erred         | Erred 3       | Erred 3       | Erred 3       | Erred 4       | Erred 4       | unsupported 4
Updating: Create done, Update executing              | Terminated    | Terminated 11 | Terminated 10 | Terminated 10 | Terminated 10 | Terminated 10 | Terminated 10
Updating: Create done                                | OK            | OK 5          | OK 5          | unsupported 4 | OK 5          | OK 5          | unsupported 4
Updating: Create done                                | Erred         | Erred 5       | Erred 5       | unsupported 5 | Erred 5       | Erred 5       | unsupported 5
Updating: Create done                                | Terminated    | Terminated 13 | Terminated 12 | unsupported 5 | Terminated 11 | Terminated 11 | unsupported 5
Terminating: Create done, Terminate pending-consumer | OK            | OK 3          | OK 3          | no way 2      | OK 3          | OK 3          | no way 2
Terminating: Create done, Terminate pending-consumer | Terminated    | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
Terminating: Create done, Terminate pending-provider | OK            | OK 5          | OK 5          | OK 5          | OK 5          | OK 5          | OK 5
Terminating: Create done, Terminate pending-provider | Erred         | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
Terminating: Create done, Terminate pending-provider | Terminated    | Terminated 6  | Terminated 6  | Terminated 6  | Terminated 5  | Terminated 5  | Terminated 5
Terminating: Create done, Terminate executing        | OK            | OK 5          | OK 5          | OK 5          | unsupported 3 | unsupported 3 | unsupported 3
Terminating: Create done, Terminate executing        | Erred         | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
Terminating: Create done, Terminate executing        | Terminated    | Terminated 3  | Terminated 3  | Terminated 3  | Terminated 3  | Terminated 3  | Terminated 3
Terminating: Create done                             | OK            | OK 5          | OK 5          | unsupported 4 | OK 5          | OK 5          | unsupported 4
Terminating: Create done                             | Erred         | Erred 5       | Erred 5       | unsupported 5 | Erred 5       | Erred 5       | unsupported 5
Terminating: Create done                             | Terminated    | Terminated 13 | Terminated 12 | unsupported 5 | Terminated 11 | Terminated 11 | unsupported 5
Erred: Create erred                                  | OK            | OK 3          | OK 3          | OK 5          | OK 3          | OK 3          | unsupported 3
Erred: Create erred                                  | Erred         | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create erred                                  | Terminated    | Terminated 10 | Terminated 9  | Terminated 9  | Terminated 8  | Terminated 8  | Terminated 8
Erred: Create done                                   | OK            | OK 3          | OK 3          | unsupported 2 | OK 3          | OK 3          | unsupported 2
Erred: Create done                                   | Erred         | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create done                                   | Terminated    | Terminated 10 | Terminated 9  | Terminated 9  | Terminated 8  | Terminated 8  | Terminated 8
Erred: Create done, Update erred                     | OK            | OK 3          | OK 3          | OK 5          | OK 3          | OK 3          | unsupported 3
Erred: Create done, Update erred                     | Erred         | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create done, Update erred                     | Terminated    | Terminated 10 | Terminated 9  | Terminated 9  | Terminated 8  | Terminated 8  | Terminated 8
Erred: Create done, Update erred, Update done        | OK            | OK 3          | OK 3          | unsupported 2 | OK 3          | OK 3          | unsupported 2
Erred: Create done, Update erred, Update done        | Erred         | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create done, Update erred, Update done        | Terminated    | Terminated 10 | Terminated 9  | Terminated 9  | Terminated 8  | Terminated 8  | Terminated 8
Erred: Create executing                              | OK            | OK 3          | OK 3          | OK 4          | OK 3          | OK 3          | OK 3
Erred: Create executing                              | Erred         | Erred 5       | Erred 5       | Erred 5       | as it is 3    | as it is 3    | as it is 3
Erred: Create executing                              | Terminated    | Terminated 13 | Terminated 12 | Terminated 12 | unsupported 3 | unsupported 3 | unsupported 3
Erred: Create pending-provider                       | OK            | OK 5          | OK 5          | OK 6          | OK 5          | OK 5          | OK 5
Erred: Create pending-provider                       | Erred         | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create pending-provider                       | Erred approve | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create pending-provider                       | Erred reject  | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create pending-provider                       | Terminated    | Terminated 3  | Terminated 3  | Terminated 3  | Terminated 3  | Terminated 3  | Terminated 3
Erred: Create erred, Terminate pending-provider      | OK            | OK 5          | OK 5          | OK 5          | OK 5          | OK 5          | OK 5
Erred: Create erred, Terminate pending-provider      | Erred         | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create erred, Terminate pending-provider      | Erred approve | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create erred, Terminate pending-provider      | Erred reject  | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create erred, Terminate pending-provider      | Terminated    | Terminated 7  | Terminated 6  | Terminated 6  | Terminated 5  | Terminated 5  | Terminated 5
Erred: Create done, Update pending-consumer          | OK            | OK 3          | OK 3          | no way 2      | OK 3          | OK 3          | no way 2
Erred: Create done, Update pending-consumer          | Erred         | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2
Erred: Create done, Update pending-consumer          | Terminated    | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
Terminated: Create rejected                          | OK            | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
Terminated: Create rejected                          | Erred         | Erred 3       | Erred 3       | unsupported 3 | Erred 3       | Erred 3       | unsupported 3
Terminated: Create rejected                          | Terminated    | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2
Terminated: Create done, Terminate done              | OK            | no way 2      | no way 2      | no way 2      | no way 2      | no way 2      | no way 2
Terminated: Create done, Terminate done              | Erred         | Erred 3       | Erred 3       | unsupported 3 | Erred 3       | Erred 3       | unsupported 3
Terminated: Create done, Terminate done              | Terminated    | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2    | as it is 2
`;

export interface CellRow {
  readonly state: ResourceState;
  readonly orders: readonly string[];
  readonly target: TargetState;
  readonly onPending: "approve" | "reject" | undefined;
  /** By column, such as `Slurm 8.1`. */
  readonly outcomes: Readonly<Record<string, string>>;
}

const TARGETS: readonly TargetState[] = ["OK", "Erred", "Terminated"];
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
