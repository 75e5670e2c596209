const encoder = new TextEncoder();

/** Pages that are open: each is told, by server-sent events, that something has changed. */
export class Watchers {
  readonly #open = new Set<ReadableStreamDefaultController<Uint8Array>>();

  /** An answer that stays open as long as its page. */
  stream(): Response {
    let own: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        own = controller;
        this.#open.add(own);
        own.enqueue(encoder.encode("retry: 1000\n\n"));
      },
      cancel: () => {
        this.#open.delete(own);
      },
    });
    return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
  }

  tell(): void {
    for (const controller of this.#open) controller.enqueue(encoder.encode("data: changed\n\n"));
  }
}
