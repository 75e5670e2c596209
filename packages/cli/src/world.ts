import type { Clock } from "@puhuri/sdk";

/** Where text goes: a stream of the process, or a test's. */
export interface Output {
  write(text: string): unknown;
  /** Whether a person is looking. */
  readonly isTTY?: boolean | undefined;
  /** Characters per line, if it is a terminal; 0 if the terminal does not say. */
  readonly columns?: number | undefined;
}

/** Everything that the program takes from outside, so that a test can replace it. */
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
  /** The clock of the client; the machine's own by default. */
  readonly clock?: Clock;
  /** Aborted by Ctrl-C or SIGTERM: what is in flight is finished, nothing new begins. */
  readonly interrupted: AbortSignal;
}
