/** Tasks that are finished one by one, by hand. */
export class ByHand {
  readonly begun: number[] = [];
  readonly aborted: number[] = [];
  readonly #open = new Map<number, { finish: () => void; fail: (error: unknown) => void }>();

  /** A task that waits to be finished, and gives up when it is aborted. */
  readonly task = (item: number, index: number, signal: AbortSignal): Promise<ItsOutcome> =>
    new Promise((resolve, reject) => {
      this.begun.push(item);
      const end = (outcome: ItsOutcome) => {
        if (this.#open.delete(item)) resolve(outcome);
      };
      this.#open.set(item, {
        finish: () => end({ outcome: "changed", item, index }),
        fail: (error) => end({ outcome: "failed", item, index, error }),
      });
      signal.addEventListener("abort", () => {
        if (!this.#open.delete(item)) return;
        this.aborted.push(item);
        reject(signal.reason);
      });
    });

  async finish(...items: number[]): Promise<void> {
    for (const item of items) this.#open.get(item)?.finish();
    await settled();
  }

  async fail(item: number, error: unknown): Promise<void> {
    this.#open.get(item)?.fail(error);
    await settled();
  }
}

export type ItsOutcome =
  | { readonly outcome: "changed"; readonly item: number; readonly index: number }
  | { readonly outcome: "failed"; readonly item: number; readonly index: number; readonly error: unknown };

export const COUNTS = { changed: 0, failed: 0 };

/** Lets everything that is due now happen. */
export async function settled(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
}
