import { isPuhuriError } from "@puhuri/sdk";
import { visibleLines } from "./visible.ts";

/** What went wrong, and where to look, for people. */
export function messageOf(error: unknown): string {
  const hint = isPuhuriError(error) ? HINTS[error.code] : undefined;
  return hint === undefined ? wordsOf(error) : `${wordsOf(error)}\n${hint}`;
}

/** What went wrong; servers are quoted in it. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return visibleLines(String(error));
  // The function that gives the token is ours: what it says is meant for people.
  return isPuhuriError(error) && error.code === "token" ? wordsOf(error.cause) : visibleLines(error.message);
}

const HINTS: Readonly<Record<string, string>> = {
  authentication: "Is the token right, and for this server? puhuri doctor looks.",
  connection: "puhuri doctor looks for the cause.",
  "permission-denied": "puhuri doctor shows whose token it is, and what they may do.",
};
