import type { RecordedServer } from "../recorded/recorded.ts";

const UUID = /[0-9a-f]{32}/g;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{6})?Z$/;

/**
 * What the recorded server made by itself (ids, times) and what the fake made in its place. The first sight of
 * an id binds it; from then on the pair must stay together. The seed's own ids and times must be the same.
 */
export class Bindings {
  readonly #seeded: ReadonlySet<string>;
  #ids = new Map<string, string>();
  #idsBack = new Map<string, string>();
  #times = new Map<string, string>();

  constructor(server: RecordedServer) {
    const text = JSON.stringify([server.initialState, server.scenario]);
    const times = text.match(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{6})?Z/g) ?? [];
    this.#seeded = new Set([...(text.match(UUID) ?? []), ...times]);
  }

  forget(): void {
    this.#ids.clear();
    this.#idsBack.clear();
    this.#times.clear();
  }

  /** Runs a comparison; what it bound is undone when it fails. */
  attempt<Result>(compare: () => Result, succeeded: (result: Result) => boolean): Result {
    const before = [new Map(this.#ids), new Map(this.#idsBack), new Map(this.#times)] as const;
    const result = compare();
    if (!succeeded(result)) {
      [this.#ids, this.#idsBack, this.#times] = before;
    }
    return result;
  }

  /** The recorded text as the fake has to be asked for it. */
  toFake(text: string): string {
    return text.replaceAll(UUID, (uuid) => this.#ids.get(uuid) ?? uuid);
  }

  /** Whether the fake's text stands for the recorded one. */
  stands(recorded: string, fake: string): boolean {
    if (TIME.test(recorded) && TIME.test(fake)) {
      return this.#timeStands(recorded, fake);
    }
    const [left, right] = [recorded.match(UUID) ?? [], fake.match(UUID) ?? []];
    return (
      recorded.replaceAll(UUID, "*") === fake.replaceAll(UUID, "*") &&
      left.length === right.length &&
      left.every((uuid, index) => this.#idStands(uuid, right[index] ?? ""))
    );
  }

  #idStands(recorded: string, fake: string): boolean {
    if (this.#seeded.has(recorded) || this.#seeded.has(fake)) {
      return recorded === fake;
    }
    const [forth, back] = [this.#ids.get(recorded), this.#idsBack.get(fake)];
    if (forth === undefined && back === undefined) {
      this.#ids.set(recorded, fake);
      this.#idsBack.set(fake, recorded);
    }
    return this.#ids.get(recorded) === fake && this.#idsBack.get(fake) === recorded;
  }

  /** Times the server took from its clock: the same one must stay the same, and their order must be kept. */
  #timeStands(recorded: string, fake: string): boolean {
    if (this.#seeded.has(recorded) || this.#seeded.has(fake)) {
      return recorded === fake;
    }
    for (const [left, right] of this.#times) {
      const [was, is] = [Date.parse(left) - Date.parse(recorded), Date.parse(right) - Date.parse(fake)];
      if (left === recorded ? right !== fake : was < 0 ? is > 0 : was > 0 && is < 0) {
        return false;
      }
    }
    this.#times.set(recorded, fake);
    return true;
  }
}
