import type { Change } from "./judge.ts";

export type Bump = "major" | "minor" | "patch" | "none";

/** The part of the version that the changes ask for. Below 1.0.0 what breaks is a minor, all else a patch: `^0.2.0` ends at 0.3.0. */
export function suggestBump(changes: readonly Change[], version: string): Bump {
  const isUnstable = version.startsWith("0.");
  const has = (meaning: Change["meaning"]) => changes.some((change) => change.meaning === meaning);
  if (has("breaking")) return isUnstable ? "minor" : "major";
  if (has("added")) return isUnstable ? "patch" : "minor";
  return changes.length > 0 ? "patch" : "none";
}
