import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../exit-codes.ts";
import { whyNot } from "../files.ts";

/** Another agent serves the offering, or a program of one that was killed is still at work. */
export class LockedError extends Error {
  override readonly name = "LockedError";
  readonly code = "locked";
}

/** The lock of an offering. Programs inherit it as an open file, so it is held as long as one of them runs. */
export interface Lock {
  readonly fd: number;
  release(): void;
}

/**
 * Takes the lock of an offering. The system releases it when all processes that hold it have ended, even if they crashed.
 *
 * The lock belongs to the open file, not to the process `flock`, which ends at once.
 *
 * @throws {LockedError} Somebody else holds it.
 * @throws {UsageError} The folder cannot be written.
 */
export async function takeLock(stateDir: string, offeringUuid: string): Promise<Lock> {
  const file = join(stateDir, `${offeringUuid}.lock`);
  const fd = openLock(stateDir, file);
  const release = () => closeSync(fd);
  try {
    const flock = spawn("flock", ["--exclusive", "--nonblock", "3"], {
      stdio: ["ignore", "ignore", "ignore", fd],
    });
    const [code] = await once(flock, "exit");
    if (code === 0) return { fd, release };
    throw new LockedError(
      `Another agent serves the offering ${offeringUuid}, or a program that it started is still running: ${file} is locked.`,
    );
  } catch (error) {
    release();
    if (error instanceof LockedError) throw error;
    throw new Error("The command flock (of util-linux) is needed to lock an offering.", { cause: error });
  }
}

function openLock(stateDir: string, file: string): number {
  try {
    mkdirSync(stateDir, { recursive: true });
    return openSync(file, "a");
  } catch (error) {
    throw new UsageError(`state_dir: ${stateDir} cannot be written (${whyNot(error)}).`);
  }
}
