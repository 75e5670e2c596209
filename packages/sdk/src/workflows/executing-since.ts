import type { OrderStanding } from "../dialects/transitions.ts";
import type { PuhuriHttp } from "../dialects/wire.ts";

/** More orders than a provider has under way; what is forgotten is only waited for longer. */
const MAX_KNOWN = 1000;

interface Since {
  readonly at: number;
  /** It is known, and not only the latest that it can be. */
  readonly isExact: boolean;
}

/**
 * Since when orders are executing, by this machine's clock, for all calls of a client: one may approve what another
 * completes, and where no answer tells the server's time, calls that end too soon wait together.
 *
 * Never too early a time: whoever closes an order before the server has begun it gets that undone.
 */
export class ExecutingSince {
  readonly #known = new Map<string, Since>();

  /** This client has approved it, and knows since `at`. */
  approved(uuid: string, at: number): void {
    this.#keep(uuid, { at, isExact: true });
  }

  /** How long an order that was read as executing has been so, at least. */
  forMs({ uuid, unchangedForMs }: Pick<OrderStanding, "uuid" | "unchangedForMs">, now: number): number {
    const known = this.#known.get(uuid);
    if (known?.isExact === true && unchangedForMs !== Number.POSITIVE_INFINITY) return now - known.at;
    const told = Number.isNaN(unchangedForMs) ? now : now - Math.max(0, unchangedForMs);
    const at = Math.min(known?.at ?? now, told);
    this.#keep(uuid, { at, isExact: unchangedForMs === Number.POSITIVE_INFINITY });
    return now - at;
  }

  #keep(uuid: string, since: Since): void {
    const [oldest] = this.#known.size < MAX_KNOWN ? [] : this.#known.keys();
    if (oldest !== undefined && !this.#known.has(uuid)) this.#known.delete(oldest);
    this.#known.set(uuid, since);
  }
}

const knownOf = new WeakMap<PuhuriHttp, ExecutingSince>();

export function executingSinceOf(http: PuhuriHttp): ExecutingSince {
  const known = knownOf.get(http) ?? new ExecutingSince();
  knownOf.set(http, known);
  return known;
}
