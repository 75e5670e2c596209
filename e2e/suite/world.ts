import type { Dialect } from "@puhuri/sdk";

/** What a test asks for: a fake of a generation, and what goes wrong on it. Plain data, for it travels. */
export interface WorldRequest {
  readonly dialect: Dialect;
  /** Allocations that wait besides the one of the guide. */
  readonly moreAllocations?: number;
  readonly troubles?: readonly Trouble[];
}

/** Something that goes wrong with requests to one operation, or all; with the `first` so many, or every one. */
export interface Trouble {
  readonly kind: TroubleKind;
  readonly method?: "GET" | "POST";
  readonly first?: number;
  /** How many requests are spared before. */
  readonly skip?: number;
  /** Where `redirected` leads. */
  readonly to?: string;
}

export type TroubleKind =
  | "bad-gateway"
  | "throttled"
  | "throttled-for-long"
  | "answer-lost"
  | "body-lost"
  | "truncated-json"
  | "html-page"
  | "redirected"
  | "silent";

/** Seconds that `throttled-for-long` asks a client to wait. */
export const LONG_WAIT_S = 3600;

/** A fake that listens, and what is in it: the world of the provider guide. */
export interface WorldFacts {
  readonly id: number;
  readonly url: string;
  /** Of a user who owns the provider's organization. */
  readonly token: string;
  /** Of a user who may see nothing. */
  readonly outsiderToken: string;
  /** An allocation that waits. */
  readonly waitingUuid: string;
  /** Its order, on current servers. */
  readonly orderUuid: string;
  /** An allocation that runs. */
  readonly runningUuid: string;
  readonly planPeriodUuid: string;
  readonly offeringUuid: string;
  readonly organizationUuid: string;
  readonly serviceProviderUuid: string;
  /** A user without an account. */
  readonly userUuid: string;
}

/** A request as the fake got it. */
export interface ReceivedRequest {
  readonly operation: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}
