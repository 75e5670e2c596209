import type { ClientRequest, IncomingMessage, ServerResponse } from "node:http";
import { headersOf } from "./incoming.ts";
import { endToEnd } from "./upstream.ts";

/** What came back from upstream. */
export interface UpstreamAnswer {
  /** Undefined when there was no answer at all. */
  readonly status: number | undefined;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Why there is no answer, or not the whole of it. */
  readonly failure: Error | undefined;
}

/**
 * Sends a request upstream and the answer back as it is; the last piece of the answer waits for `inspect`.
 *
 * A connection that cannot be made, or breaks, breaks the client's at the same place.
 */
export async function relay(
  upstream: ClientRequest,
  requestBody: Buffer,
  outgoing: ServerResponse,
  inspect: (answer: UpstreamAnswer) => Promise<void>,
): Promise<void> {
  // Comes after a whole answer too, and does nothing then.
  outgoing.once("close", () => upstream.destroy());
  const received: Buffer[] = [];
  let message: IncomingMessage | undefined;
  let held: Buffer | undefined;
  let failure: Error | undefined;
  try {
    message = await answerTo(upstream, requestBody);
    for await (const chunk of message) {
      if (held !== undefined) await forward(message, held, outgoing);
      held = Buffer.from(chunk);
      received.push(held);
    }
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
  }
  // The client hung up: nobody waits for the rest.
  if (outgoing.destroyed) return;
  const headers = message === undefined ? {} : headersOf(message);
  await inspect({ status: message?.statusCode, headers, body: Buffer.concat(received), failure });
  if (message !== undefined && held !== undefined) await forward(message, held, outgoing);
  if (message === undefined || failure !== undefined) outgoing.destroy();
  else {
    start(message, outgoing);
    outgoing.end();
  }
}

function answerTo(upstream: ClientRequest, body: Buffer): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    upstream.once("response", resolve);
    // Stays, because a broken socket may report more than once.
    upstream.on("error", reject);
    upstream.end(body);
  });
}

function start(message: IncomingMessage, outgoing: ServerResponse): void {
  if (outgoing.headersSent) return;
  outgoing.sendDate = false;
  outgoing.writeHead(message.statusCode ?? 502, message.statusMessage, endToEnd(message.rawHeaders));
}

// Resolves when the client's socket has taken the piece, or is gone.
function forward(message: IncomingMessage, piece: Buffer, outgoing: ServerResponse): Promise<void> {
  start(message, outgoing);
  return new Promise((resolve) => {
    outgoing.once("close", resolve);
    outgoing.write(piece, () => {
      outgoing.off("close", resolve);
      resolve();
    });
  });
}
