import { isPuhuriError } from "@puhuri/sdk";
import { visibleLines } from "./visible.ts";

/** What went wrong, and where to look, for people. */
export function messageOf(error: unknown): string {
  const hint = isPuhuriError(error) ? HINTS[error.code] : undefined;
  return hint === undefined ? wordsOf(error) : `${wordsOf(error)}\n${hint}`;
}

/** What the SDK calls its options, and what they are called here. */
export const SDK_NAMES: ReadonlyMap<string, string> = new Map([
  ['rounding: "down" or "half-even"', "--rounding down or half-even"],
  ['onDecrease: "send"', "--allow-decrease"],
  ['missingUsers: "zero"', "--missing-users zero"],
  ["; force: true sends it anyway", ""],
  [
    "Tell the client that zone (billingTimeZone; the server's operators know it)",
    "Set PUHURI_TIME_ZONE to that zone (the server's operators know it)",
  ],
  ["check baseUrl", "check PUHURI_URL"],
  ["If it was read from a file, trim it", "Look at it where you set it, such as in PUHURI_TOKEN"],
]);

/** What went wrong; servers are quoted in it. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return visibleLines(String(error));
  // The function that gives the token is ours, and its message is meant for people.
  if (isPuhuriError(error) && error.code === "token") return wordsOf(error.cause);
  return [...SDK_NAMES].reduce((text, [name, here]) => text.replace(name, here), visibleLines(error.message));
}

const HINTS: Readonly<Record<string, string>> = {
  authentication: "Is the token right, and for this server? puhuri doctor looks.",
  connection: "puhuri doctor looks for the cause.",
  "permission-denied": "puhuri doctor shows whose token it is, and what they may do.",
};
