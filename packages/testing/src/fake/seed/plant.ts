import type { Store } from "../store.ts";
import type { Dialect } from "../words.ts";
import { createSeedBuilder } from "./create-seed-builder.ts";
import { Ground } from "./ground.ts";
import type { SeedDocument } from "./inputs.ts";
import type { RecordedServer } from "./recorded.ts";
import { seedFromRecording2021 } from "./recording-2021.ts";
import { seedFromRecordingCurrent } from "./recording-current.ts";
import type { SeedBuilder } from "./seed-builder.ts";
import { plantDocument } from "./seed-document.ts";

/** What a fake starts from: code that plants rows, the same as data, or a server's recorded state. */
export type Seed = ((seed: SeedBuilder) => void) | SeedDocument | RecordedSeed;

/** A server's seeded state as it was recorded over the API. */
export interface RecordedSeed {
  readonly recorded: RecordedServer;
}

/** Fills an empty store; without a seed with the world of the provider guide. */
export function plant(store: Store, dialect: Dialect, now: Date, seed: Seed = { guide: true }): void {
  const ground = new Ground(store, dialect, now);
  if (typeof seed === "function") {
    seed(createSeedBuilder(ground));
  } else if ("recorded" in seed) {
    const plantRecording = dialect === "2021" ? seedFromRecording2021 : seedFromRecordingCurrent;
    plantRecording(store, seed.recorded);
  } else {
    plantDocument(createSeedBuilder(ground), seed);
  }
}
