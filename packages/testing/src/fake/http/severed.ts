import { ConnectionLost } from "./intercept.ts";

/**
 * An answer whose connection ends where its body breaks off by a lost connection, once what came before is on its
 * way. Bodies the fake itself makes are whole: they have their `Content-Length`.
 */
export function severed(response: Response, socket: { destroy(): unknown }): Response {
  if (response.body === null || response.headers.has("content-length")) return response;
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error;
        setTimeout(() => socket.destroy());
        // Nothing more comes; the closed connection cancels this.
        await new Promise(() => {});
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  // Else the server would hold everything back until it has read some of the body.
  headers.set("Transfer-Encoding", "chunked");
  return new Response(body, { status, statusText, headers });
}
