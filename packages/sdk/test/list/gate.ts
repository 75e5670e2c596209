import { setImmediate as macrotask } from "node:timers/promises";
import type { PageRequest } from "../../src/list/pass.ts";

/** Holds every page back until it is let go. */
export class Gate {
  readonly #waiting = new Map<number, { open: () => void; fail: (error: unknown) => void }>();

  readonly before = ({ page }: PageRequest, signal: AbortSignal): Promise<void> =>
    new Promise((open, fail) => {
      this.#waiting.set(page, { open, fail });
      signal.addEventListener("abort", () => fail(signal.reason));
    });

  get waiting(): number[] {
    return [...this.#waiting.keys()];
  }

  async open(page: number): Promise<void> {
    this.#waiting.get(page)?.open();
    this.#waiting.delete(page);
    await macrotask();
  }

  async fail(page: number, error: unknown): Promise<void> {
    this.#waiting.get(page)?.fail(error);
    this.#waiting.delete(page);
    await macrotask();
  }
}
