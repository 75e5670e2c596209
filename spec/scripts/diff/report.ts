import { suggestBump } from "./bump.ts";
import type { Change } from "./judge.ts";

const SIGNS = { added: "+", removed: "-", modified: "~" } as const;

/** The changes as lines to read, breaking ones marked, the suggested bump at the end. */
export function report(changes: readonly Change[], version: string): string[] {
  const listed = changes.filter(({ meaning }) => meaning !== "wording");
  const wordings = changes.length - listed.length;
  const operations = listed.filter(({ isOperation }) => isOperation);
  const fields = listed.filter(({ isOperation }) => !isOperation);
  return [
    ...section("Operations", operations),
    ...section("Fields, parameters and answers", fields),
    ...(wordings > 0 ? [`Descriptions and examples: ${wordings} changed`, ""] : []),
    bumpLine(changes, version),
  ];
}

function section(title: string, changes: readonly Change[]): string[] {
  return changes.length === 0 ? [] : [title, ...changes.map(lineOf), ""];
}

function lineOf({ kind, meaning, place, note }: Change): string {
  const tail = [meaning === "breaking" ? "BREAKING" : "", note].filter((text) => text !== "").join(": ");
  return `  ${SIGNS[kind]} ${place}${tail === "" ? "" : `  ${tail}`}`;
}

function bumpLine(changes: readonly Change[], version: string): string {
  const bump = suggestBump(changes, version);
  if (bump === "none") return "Nothing changed: no bump needed.";
  const stable = suggestBump(changes, "1.0.0");
  const breaking = changes.filter(({ meaning }) => meaning === "breaking").length;
  const why = breaking > 0 ? `${breaking} breaking` : "nothing breaks";
  return `Suggested bump of ${version}: ${bump} (${why}${bump === stable ? "" : `; from 1.0.0 on: ${stable}`})`;
}
