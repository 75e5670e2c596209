import type { World } from "../workflows/world.ts";

/** A process that dies when so many requests have been answered and handlers have done their work. */
export class MortalProcess {
  readonly #world: World;
  readonly #diesAt: number;
  #events = 0;
  #isDead = false;
  #die = () => {};
  readonly #died: Promise<false>;

  constructor(world: World, diesAt = Number.POSITIVE_INFINITY) {
    this.#world = world;
    this.#diesAt = diesAt;
    this.#died = new Promise((resolve) => {
      this.#die = () => resolve(false);
    });
  }

  /** Does what is asked; the answer is lost with the process. A dead one asks nothing. */
  readonly call = async <T>(act: () => T | Promise<T>): Promise<T> => {
    if (this.#isDead) return new Promise<never>(() => {});
    const isLast = this.#events++ === this.#diesAt;
    if (isLast) this.#isDead = true;
    const answer = await act();
    if (isLast) this.#die();
    return this.#isDead ? new Promise<never>(() => {}) : answer;
  };

  readonly fetch = (url: string, init: RequestInit): Promise<Response> =>
    this.call(() => this.#world.fake.fetch(url, init));

  /** Makes a pass; false if it died. */
  async run(pass: () => Promise<unknown>): Promise<boolean> {
    return Promise.race([pass().then(() => true), this.#died]);
  }
}
