import type { Made } from "./calls.ts";
import type { Run } from "./run.ts";

/** A run as a story: what was so, what was called and said, what went over the wire, what is so now. */
export function storyOf({ plan, before, after, made, wire, unexplained }: Run): string {
  return [
    ...unexplained,
    `server ${plan.server}, worker late by ${plan.lateBy} reads, allocations ${JSON.stringify(plan.situations)}`,
    ...[...made].sort((a, b) => a.began - b.began).map(line),
    "wire:",
    ...wire.map((sent) => `  ${sent}`),
    `before: ${JSON.stringify(before)}`,
    `after:  ${JSON.stringify(after)}`,
  ].join("\n");
}

function line({ call, by, began, ended, outcome, result, error }: Made): string {
  const said = error === undefined ? JSON.stringify(result) : `${error.name}: ${error.message}`;
  return `  lane ${by} [${began}–${ended}] ${JSON.stringify(call)} ${outcome}: ${said}`;
}
