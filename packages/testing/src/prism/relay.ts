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
 * Sends a request upstream and, once `inspect` has seen it, the answer back as it is.
 *
 * A connection that cannot be made, or breaks, breaks the client's at the same place; a client that hangs up hangs up on the
 * server, which has its whole request by then. `inspect` gets undefined when nobody waited for the answer.
 */
export async function relay(
  upstream: ClientRequest,
  requestBody: Buffer,
  outgoing: ServerResponse,
  inspect: (answer: UpstreamAnswer | undefined) => Promise<void>,
): Promise<void> {
  hangUpWith(outgoing, upstream);
  const received: Buffer[] = [];
  let message: IncomingMessage | undefined;
  let failure: Error | undefined;
  try {
    message = await answerTo(upstream, requestBody);
    for await (const chunk of message) received.push(Buffer.from(chunk));
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
  }
  if (outgoing.closed) return inspect(undefined);

  const body = Buffer.concat(received);
  const headers = message === undefined ? {} : headersOf(message);
  await inspect({ status: message?.statusCode, headers, body, failure });
  if (message === undefined) {
    outgoing.destroy();
    return;
  }
  outgoing.sendDate = false;
  outgoing.writeHead(message.statusCode ?? 502, message.statusMessage, endToEnd(message.rawHeaders));
  if (failure === undefined) outgoing.end(body);
  else outgoing.write(body, () => outgoing.destroy());
}

function hangUpWith(outgoing: ServerResponse, upstream: ClientRequest): void {
  const hangUp = () => {
    if (upstream.writableFinished) upstream.destroy();
    else upstream.once("finish", () => upstream.destroy());
  };
  // Comes after a whole answer too, and does nothing then.
  if (outgoing.closed) hangUp();
  else outgoing.once("close", hangUp);
}

function answerTo(upstream: ClientRequest, body: Buffer): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    upstream.once("response", resolve);
    // Stays, because a broken socket may report more than once.
    upstream.on("error", reject);
    upstream.end(body);
  });
}
