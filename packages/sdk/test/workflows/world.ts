import {
  createFakePuhuri,
  type FakePuhuri,
  type FakePuhuriOptions,
  type Intercept,
  type LoggedRequest,
  type SeedBuilder,
} from "@puhuri/testing";
import { createPuhuriClient, type PuhuriClient, type PuhuriClientOptions } from "../../src/index.ts";
import { FakeClock } from "../http/harness.ts";

/** Servers that have orders. */
export const CURRENT = ["8.1", "8.0", "2024-10"] as const;
/** Servers whose own worker takes a part in orders of Slurm offerings: those of 8.1 leave them to the provider. */
export const WITH_WORKER = ["8.0", "2024-10"] as const;
/** One server of each kind, where 8.0 does as 8.1. */
export const GENERATIONS = ["8.1", "2024-10", "2021"] as const;
export type Generation = (typeof GENERATIONS)[number] | (typeof CURRENT)[number];

export interface World {
  readonly generation: Generation;
  readonly fake: FakePuhuri;
  readonly clock: FakeClock;
  readonly intercepts: Intercept[];
  /** A client of its own, with its own transport and its own memory. */
  client(options?: Partial<PuhuriClientOptions> & { as?: string }): PuhuriClient;
  /** What was sent since the start or the last call. */
  sent(): LoggedRequest[];
}

interface WorldOptions extends Pick<FakePuhuriOptions, "background" | "timeZone"> {
  readonly generation: Generation;
  readonly seed?: (seed: SeedBuilder) => void;
  readonly at?: string;
}

/** A fake server whose clock is the clients' too: it moves only while they wait. */
export function createWorld({
  generation,
  seed,
  at = "2026-11-23T12:00:00Z",
  background,
  timeZone,
}: WorldOptions): World {
  const clock = new FakeClock();
  clock.time = Date.parse(at);
  const intercepts: Intercept[] = [];
  const fake = createFakePuhuri({
    dialect: generation === "2021" ? "2021" : "current",
    ...(generation === "2021" ? {} : { generation }),
    ...(background === undefined ? {} : { background }),
    ...(timeZone === undefined ? {} : { timeZone }),
    now: () => new Date(clock.time),
    seed: (builder) => {
      builder.guide();
      seed?.(builder);
    },
    // The last one added is the outermost: it sees a request first.
    intercept: (exchange, next) =>
      intercepts.reduce<() => Promise<Response>>(
        (inner, intercept) => () => intercept(exchange, inner),
        next,
      )(),
  });
  let seen = 0;
  return {
    generation,
    fake,
    clock,
    intercepts,
    client: ({ as = "owner", ...options } = {}) =>
      createPuhuriClient({
        baseUrl: "https://puhuri.test",
        token: fake.tokenOf(as),
        dialect: generation === "2021" ? "2021" : "current",
        fetch: fake.fetch,
        clock,
        random: () => 0.5,
        ...options,
      }),
    sent() {
      const sent = fake.requests.slice(seen);
      seen = fake.requests.length;
      return sent;
    },
  };
}
