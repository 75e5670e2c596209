import { AllocationFailed, OfferingUserFailed } from "@puhuri/sdk/loop";
import { z } from "zod";
import type { OfferingConfig, ProgramName } from "../config.ts";
import type { Log, LogFields } from "../log.ts";
import type { Execute, Execution } from "./execute.ts";

/** The exit codes of programs that mean something. */
export const PROGRAM_EXIT = { done: 0, tellUsers: 65, tryLater: 75 } as const;

/** Why a program has not done its work. */
export type ProgramProblem =
  | "exit"
  | "try-later"
  | "time-limit"
  | "not-started"
  | "killed"
  | "bad-output"
  | "stopped";

/** A program of the provider has not done its work. This is for the log and the metrics, and never shown to users. */
export class ProgramError extends Error {
  override readonly name = "ProgramError";
  readonly code: `program-${ProgramProblem}`;

  constructor(program: ProgramName, problem: ProgramProblem, message: string, options?: ErrorOptions) {
    super(`The program ${program} ${message}`, options);
    this.code = `program-${problem}`;
  }
}

/** What the programs of an offering are run with. */
export interface Programs {
  readonly offering: OfferingConfig;
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly lock: number | undefined;
  readonly execute: Execute;
  readonly log: Log;
  /** Called with how each run of a program has ended. */
  readonly onRun?: (program: ProgramName, ended: string) => void;
}

/** The output of a program that has nothing to say. */
export const nothing = z.unknown().transform(() => undefined);

/** The errors that users read, for programs whose work they wait for. */
const REFUSALS: Partial<Record<ProgramName, new (message: string) => Error>> = {
  create: AllocationFailed,
  update: AllocationFailed,
  terminate: AllocationFailed,
  "user-create": OfferingUserFailed,
  "user-remove": OfferingUserFailed,
};

/** The input of a program. */
interface Input {
  readonly allocation?: { readonly uuid: string };
  readonly user?: { readonly user_uuid: string };
  readonly [key: string]: unknown;
}

/** Not for programs, which have nothing to do with Puhuri. */
const SECRET = /^(PUHURI_TOKEN|PUHURI_TOKEN_FILE|CREDENTIALS_DIRECTORY|NOTIFY_SOCKET)$/;

/**
 * Runs one program: JSON on its standard input, JSON on its standard output.
 *
 * @throws {AllocationFailed | OfferingUserFailed} It ended with 65. Users wait for it, and read what it printed.
 * @throws {ProgramError} It ended in any other way, except with 0 and valid output.
 */
export async function callProgram<T>(
  { offering, folder, env, lock, execute, log, onRun }: Programs,
  program: ProgramName,
  input: Input,
  output: z.ZodType<T>,
): Promise<T> {
  const command = offering.programs[program];
  if (command === undefined) throw new TypeError(`There is no program ${program}.`);
  const about = { allocation: input.allocation?.uuid, user: input.user?.user_uuid, program };
  log("debug", "program begins", about);
  const given = Object.fromEntries(Object.entries(env).filter(([name]) => !SECRET.test(name)));
  const execution = await execute(command, `${JSON.stringify({ program, ...input })}\n`, {
    folder,
    // So that months begin for programs when they begin for the server.
    env: { ...given, TZ: offering.timeZone, ...offering.env },
    timeLimitMs: offering.timeLimitMs,
    lock,
    onStderr: (line) => log("info", line, { ...about, from: "stderr" }),
  });
  const ended = execution.ended === "exit" ? `exit ${execution.code}` : execution.ended;
  log("debug", "program ended", { ...about, ended });
  onRun?.(program, ended);
  return readOutput(program, requireDone(program, execution, offering.timeLimitMs), output);
}

/** Returns `wait` for a program that asks to be tried later: nothing has failed, and the next pass runs it again. */
export async function orWait<T>({ log }: Programs, about: LogFields, work: Promise<T>): Promise<T | "wait"> {
  return work.catch((error: unknown) => {
    if (!(error instanceof ProgramError) || error.code !== "program-try-later") throw error;
    log("info", error.message, about);
    return "wait" as const;
  });
}

function requireDone(program: ProgramName, execution: Execution, timeLimitMs: number): string {
  const failed = (problem: ProgramProblem, what: string, options?: ErrorOptions) =>
    new ProgramError(program, problem, what, options);
  const Refusal = REFUSALS[program];
  switch (execution.ended) {
    case "exit": {
      const { code, stdout } = execution;
      if (code === PROGRAM_EXIT.done) return stdout;
      if (code === PROGRAM_EXIT.tellUsers && Refusal) throw new Refusal(messageOf(stdout));
      throw code === PROGRAM_EXIT.tryLater
        ? failed("try-later", "asked to be tried again later (exit code 75).")
        : failed("exit", `ended with exit code ${code}; the log has what it wrote.`);
    }
    case "time-limit": {
      const after = `took longer than ${timeLimitMs / 1000} seconds and was killed`;
      throw failed("time-limit", `${after}. Raise time_limit if it needs longer.`);
    }
    case "killed":
      throw failed("killed", `was killed by ${execution.signal}.`);
    case "too-long":
      throw failed("bad-output", "printed too much, and was killed.");
    case "not-started":
      throw failed("not-started", "could not be started.", { cause: execution.error });
  }
}

/** For the users. If the program prints no message, the SDK has one. */
function messageOf(stdout: string): string {
  try {
    const { message } = Object(JSON.parse(stdout));
    return typeof message === "string" ? message : "";
  } catch {
    return "";
  }
}

function readOutput<T>(program: ProgramName, stdout: string, output: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = stdout.trim() === "" ? {} : JSON.parse(stdout);
  } catch (cause) {
    const what = "must print JSON, and nothing else, on its standard output.";
    throw new ProgramError(program, "bad-output", what, { cause });
  }
  const parsed = output.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const what = `printed JSON that does not fit: ${issue?.path.join(".")}: ${issue?.message}`;
  throw new ProgramError(program, "bad-output", what);
}
