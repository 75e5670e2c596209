import { isPuhuriError, type PuhuriError } from "@puhuri/sdk";

/** Throws unless both are the same, all the way down; what is undefined may as well be missing. */
export function equal(actual: unknown, expected: unknown, what = "the result"): void {
  const [left, right] = [shown(actual), shown(expected)];
  if (left !== right) throw new Error(`Expected ${what} to be ${right}, but it is ${left}.`);
}

/** Throws unless it holds. */
export function ok(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}

/** Returns what a promise rejects with, and throws if it does not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("Expected a rejection, but it was carried out.");
}

/** Returns the sdk's error that a promise rejects with, and throws unless it has this code. */
export async function failure<Code extends string>(
  promise: Promise<unknown>,
  code: Code,
): Promise<PuhuriError & { readonly code: Code }> {
  const error = await rejection(promise);
  if (isPuhuriError(error) && hasCode(error, code)) return error;
  throw new Error(`Expected an error "${code}".`, { cause: error });
}

function hasCode<Code extends string>(
  error: PuhuriError,
  code: Code,
): error is PuhuriError & { readonly code: Code } {
  return error.code === code;
}

/** JSON with sorted keys, which is the same for what is the same. */
function shown(value: unknown): string {
  return value === undefined ? "undefined" : JSON.stringify(value, sorted);
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
