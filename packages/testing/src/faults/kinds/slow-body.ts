import { ConnectionLost } from "../../fake/http/intercept.ts";
import { checkOptions } from "../../known-options.ts";
import type { Fault } from "../fault.ts";
import { changedAnswer } from "./changed-answer.ts";

export interface SlowBodyOptions {
  /** How long the body takes in all, in milliseconds. Default 1,000. */
  readonly ms?: number;
  /** In how many pieces it comes, with a pause before each. Default 4. */
  readonly pieces?: number;
}

/** The server does its work and its headers come at once; the body drips in. */
export function slowBody(options: SlowBodyOptions = {}): Fault {
  checkOptions("slowBody", options, { ms: true, pieces: true });
  const { ms = 1000, pieces = 4 } = options;
  return changedAnswer("slow-body", (bytes, { signal }, { sleep }) =>
    dripping(cut(bytes, pieces), () => sleep(ms / pieces, signal)),
  );
}

/** The server does its work, and the connection is reset in the middle of the body. */
export function bodyLost(): Fault {
  return changedAnswer("body-lost", (bytes) => {
    const half = bytes.slice(0, Math.ceil(bytes.byteLength / 2));
    return dripping([half], async () => {}, new ConnectionLost("The connection was reset within the body."));
  });
}

function dripping(
  pieces: readonly Uint8Array<ArrayBuffer>[],
  pause: () => Promise<void>,
  end?: Error,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      const piece = pieces[sent];
      sent += 1;
      if (piece !== undefined) {
        await pause();
        controller.enqueue(piece);
      } else if (end === undefined) {
        controller.close();
      } else {
        controller.error(end);
      }
    },
  });
}

function cut(bytes: Uint8Array<ArrayBuffer>, pieces: number): Uint8Array<ArrayBuffer>[] {
  const size = Math.max(1, Math.ceil(bytes.byteLength / pieces));
  return Array.from({ length: Math.ceil(bytes.byteLength / size) }, (_, i) =>
    bytes.slice(i * size, (i + 1) * size),
  );
}
