import { existsSync, readFileSync } from "node:fs";
import {
  BAD_DAY,
  type FaultKind,
  isKind,
  KINDS,
  type NamedRule,
  parseRules,
} from "../faults/named-faults.ts";
import { createFaultSwitches, type FaultSwitches } from "../faults/switches.ts";
import { UsageError } from "./command.ts";

const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/;

/** A clock that shows the moment of `--now` at the start, and runs on from there. */
export function clockFrom(text: string, realTime: () => number = Date.now): () => Date {
  const moment = MOMENT.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(moment)) {
    throw new UsageError(`--now must be a time such as 2026-11-30T23:50:00Z, not "${text}"`);
  }
  const ahead = moment - realTime();
  return () => new Date(realTime() + ahead);
}

/** What `--faults` turns on: kinds by their names, `bad-day`, or the rules of a file. */
export function faultsFrom(text: string | undefined): FaultSwitches {
  if (text === undefined) return createFaultSwitches([], []);
  const names = text.split(",").map((name) => name.trim());
  const kinds = names.flatMap<FaultKind>((name) =>
    name === "bad-day" ? BAD_DAY : isKind(name) ? [name] : [],
  );
  if (names.every((name) => name === "bad-day" || isKind(name))) return createFaultSwitches(kinds, []);
  return createFaultSwitches([], rulesOf(text));
}

function rulesOf(file: string): NamedRule[] {
  if (!existsSync(file)) {
    throw new UsageError(`--faults ${file} is neither a file nor a list of bad-day, ${KINDS.join(", ")}`);
  }
  return parseRules(readFileSync(file, "utf8"), file);
}
