import type { Provider } from "../dialects/provider.ts";
import type { PuhuriHttp } from "../dialects/wire.ts";

/** What every noun works with. */
export interface Context {
  readonly http: PuhuriHttp;
  readonly provider: Provider;
  /** The time zone in which the server counts its months. */
  readonly billingTimeZone: string;
  readonly random: () => number;
}
