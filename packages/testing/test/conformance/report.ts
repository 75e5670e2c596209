import { expect } from "vitest";
import type { Outcome } from "./replay.ts";

/** Prints `conformant N of M (server)` and what lies outside, and expects N = M. */
export function expectConformance(outcomes: readonly Outcome[], server: string): void {
  const counted = outcomes.filter(({ outside }) => outside === undefined);
  const failed = counted.filter((outcome) => outcome.difference !== undefined);
  const outside = outcomes.filter((outcome) => outcome.outside !== undefined);
  const lines = [
    `conformant ${counted.length - failed.length} of ${counted.length} (${server})`,
    ...outside.map((outcome) => `  outside the spec: ${outcome.name}`),
  ];
  console.log(lines.join("\n"));
  expect(failed.map((outcome) => `${outcome.name}\n  ${outcome.difference}`)).toEqual([]);
  expect(counted.length).toBeGreaterThan(0);
}
