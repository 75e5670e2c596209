import { ConnectionLost } from "../fake/http/exchange.ts";
import { checkOptions } from "../known-options.ts";
import type { Fault, FaultTools } from "./fault.ts";

/** The server does its work, and half of its JSON arrives, as if that were all. */
export function truncatedJson(): Fault {
  return changedAnswer("truncated-json", (bytes) =>
    isJsonText(bytes) ? bytes.slice(0, Math.ceil(bytes.byteLength / 2)) : undefined,
  );
}

/** The server does its work, and its answer arrives without the body. */
export function emptyBody(): Fault {
  return changedAnswer("empty-body", () => "");
}

/** The server does its work, and its answer says that it is something else; the body is as it was. */
export function wrongContentType(contentType = "text/html; charset=utf-8"): Fault {
  return {
    name: "wrong-content-type",
    async inject(_exchange, next) {
      const response = await next();
      const headers = new Headers(response.headers);
      headers.set("Content-Type", contentType);
      return new Response(response.body, {
        status: response.status,
        statusText: response.statusText,
        headers,
      });
    },
  };
}

/** Objects, lists and texts: half of any of them is not JSON. */
function isJsonText([first]: Uint8Array): boolean {
  return first !== undefined && '{["'.includes(String.fromCharCode(first));
}

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

/** What a body is replaced with; undefined leaves the answer as it is. */
type Change = (bytes: Uint8Array<ArrayBuffer>, request: Request, tools: FaultTools) => BodyInit | undefined;

/**
 * A fault that lets the server do its work and changes the body of its answer. Answers without one, as those to
 * HEAD, stay as they are.
 */
function changedAnswer(name: string, change: Change): Fault {
  return {
    name,
    async inject({ request }, next, tools) {
      const response = await next();
      if (request.method === "HEAD" || response.body === null) return undefined;
      const bytes = new Uint8Array(await response.clone().arrayBuffer());
      const body = bytes.byteLength === 0 ? undefined : change(bytes, request, tools);
      return body === undefined ? undefined : withBody(response, body);
    },
  };
}

function withBody({ status, statusText, headers: before }: Response, body: BodyInit): Response {
  const headers = new Headers(before);
  // They describe the body that was there.
  headers.delete("content-length");
  headers.delete("content-encoding");
  return new Response(body, { status, statusText, headers });
}
