import type { Store } from "../store.ts";
import type { Dialect } from "../words.ts";
import type { RecordedServer } from "./recorded.ts";
import { seedFromRecording2021 } from "./recording-2021.ts";

/** What a fake starts from. */
export type Seed = RecordedSeed;

/** A server's seeded state as it was recorded over the API. */
export interface RecordedSeed {
  readonly recorded: RecordedServer;
}

export interface Ground {
  readonly store: Store;
  readonly dialect: Dialect;
  readonly now: Date;
}

/** Fills an empty store. */
export function plant(ground: Ground, seed: Seed | undefined): void {
  if (seed !== undefined) {
    seedFromRecording2021(ground.store, seed.recorded);
  }
}
