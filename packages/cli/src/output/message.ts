import { isPuhuriError } from "@puhuri/sdk";
import { visibleLines } from "./terminal.ts";

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
  ["Set billingTimeZone", "Set PUHURI_TIME_ZONE"],
  ["check baseUrl and dialect", "check its address"],
  ["check baseUrl", "check the address"],
  ["If it was read from a file, trim it", "Check where you set it, such as in PUHURI_TOKEN"],
]);

/** What went wrong. It may quote a server, so it is made safe to show. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return visibleLines(String(error));
  // The function that gives the token is ours, and its message is meant for people.
  if (isPuhuriError(error) && error.code === "token") return wordsOf(error.cause);
  const argument = isPuhuriError(error) && error.code === "invalid-argument" ? error.argument : "";
  const names = [...SDK_NAMES, [argument, ARGUMENTS[argument] ?? argument] as const];
  return names.reduce((text, [name, here]) => text.replace(name, here), visibleLines(error.message));
}

const ARGUMENTS: Readonly<Record<string, string>> = {
  backendId: "The backend id",
  username: "The user name",
};

const HINTS: Readonly<Record<string, string>> = {
  authentication: "Is the token right, and is it for this server? Run puhuri doctor.",
  connection: "To find the cause, run puhuri doctor.",
  "permission-denied": "To see whose token it is, and what they may do, run puhuri doctor.",
};
