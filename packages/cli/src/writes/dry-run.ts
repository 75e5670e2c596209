import type { CallOptions } from "@puhuri/sdk";

/** The options of every command that writes. */
export interface WriteOptions {
  readonly dryRun?: boolean;
}

/**
 * Refuses in a dry run what the SDK would refuse. It checks arguments before it sends anything: so a call that is aborted
 * from the start does nothing else.
 *
 * @throws {InvalidArgumentError} The write would not be sent.
 */
export async function checkWrite(write: (options: CallOptions) => Promise<unknown>): Promise<void> {
  const signal = AbortSignal.abort();
  await write({ signal }).catch((error: unknown) => {
    if (error !== signal.reason) throw error;
  });
}
