import type { Clock } from "@puhuri/sdk";

/** Where text goes: a stream of the process, or a test's. */
export interface Output {
  write(text: string): unknown;
  /** Whether a person is looking. */
  readonly isTTY?: boolean | undefined;
  /** Characters in a line, where it is a terminal; 0 where that does not tell. */
  readonly columns?: number | undefined;
}

/** What the program takes from outside, so that a test can play all of it. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<string | Uint8Array> & { readonly isTTY?: boolean | undefined };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** The folder that file names start from. */
  readonly folder: string;
  /** The home folder, where the config file is. */
  readonly home: string;
  readonly now: () => Date;
  /** What the client waits and counts by; the machine's own unless given. */
  readonly clock?: Clock;
  /** Aborted by Ctrl-C or SIGTERM: what is in flight is finished, nothing new begins. */
  readonly interrupted: AbortSignal;
}
