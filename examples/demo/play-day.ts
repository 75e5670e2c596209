import { createPuhuriClient, type Dialect, isPuhuriError, type PuhuriClientOptions } from "@puhuri/sdk";
import { createFakePuhuri, type FakePuhuri, type FaultInjector, type InjectedFault } from "@puhuri/testing";
import { type EndState, endStateOf } from "./end-state.ts";
import { type DayStep, providerDay, type Scene } from "./provider-day.ts";
import { type Exchange, recordedFetch } from "./recorded-fetch.ts";

/** A request of the day, and the fault that struck it. */
export interface DayExchange extends Exchange {
  readonly fault?: InjectedFault;
}

/** How a step of the day went. */
export interface DayOutcome {
  readonly step: DayStep;
  readonly exchanges: readonly DayExchange[];
  readonly result?: unknown;
  readonly error?: unknown;
  /** Whether it failed for now: then the job is run again next. */
  readonly isRunAgain: boolean;
}

export interface DayOptions {
  readonly dialect: Dialect;
  /** What goes wrong between client and server. */
  readonly trouble?: FaultInjector;
  /** Further options of the client, such as a clock. */
  readonly client?: Partial<PuhuriClientOptions>;
}

/** How often the job of a step is started, as a cron job would be. */
const RUNS = 3;

/** Plays a provider's day on a new fake, over HTTP, and returns what is stored in the end. A step that fails ends it. */
export async function* playDay({
  dialect,
  trouble,
  client,
}: DayOptions): AsyncGenerator<DayOutcome, EndState> {
  const fake = createFakePuhuri({ dialect, ...(trouble && { intercept: trouble.intercept }) });
  const { url } = await fake.listen();
  const recorded = recordedFetch();
  const puhuri = createPuhuriClient({
    baseUrl: url,
    token: fake.tokenOf("owner"),
    dialect,
    billingTimeZone: "UTC", // the fake's: without it nothing is reported in the hours around the end of a month
    fetch: recorded.fetch,
    retry: { baseDelayMs: 50 },
    ...client,
  });
  let seen = 0;
  const unseen = new Set<InjectedFault>();
  const takeExchanges = (): DayExchange[] => {
    for (const fault of trouble?.log.slice(seen) ?? []) unseen.add(fault);
    seen = trouble?.log.length ?? 0;
    return recorded.take().map((exchange) => withFault(exchange, unseen));
  };

  async function play(step: DayStep, scene: Scene): Promise<Omit<DayOutcome, "step" | "exchanges">> {
    try {
      return { result: await step.run(scene), isRunAgain: false };
    } catch (error) {
      return { error, isRunAgain: isPuhuriError(error) && PASSING.includes(error.code) };
    }
  }

  try {
    const scene: Scene = { puhuri, ...castOf(fake, dialect) };
    for (const step of providerDay(dialect)) {
      for (let run = 1; ; run++) {
        const played = await play(step, scene);
        const isRunAgain = played.isRunAgain && run < RUNS;
        yield { step, exchanges: takeExchanges(), ...played, isRunAgain };
        if (isRunAgain) continue;
        if (played.error !== undefined) return endStateOf(fake.state);
        break;
      }
    }
    return endStateOf(fake.state);
  } finally {
    await fake.close();
  }
}

/** Codes of failures that may be over when the job is run again. */
const PASSING: readonly string[] = ["connection", "timeout", "server-error", "rate-limited"];

/** Finds the fault that struck an exchange, and takes it off the list. */
function withFault(exchange: Exchange, unseen: Set<InjectedFault>): DayExchange {
  const { method, url, status } = exchange;
  const [path] = url.split("?");
  const fault = [...unseen].find(
    (it) =>
      it.method === method &&
      it.path === path &&
      (status === undefined ? it.fault.endsWith("-lost") : it.fault === String(status)),
  );
  if (fault === undefined) return exchange;
  unseen.delete(fault);
  return { ...exchange, fault };
}

function castOf({ state }: FakePuhuri, dialect: Dialect): Omit<Scene, "puhuri"> {
  const arrived = state.resourceNamed("Sample resource");
  const metered = dialect === "2021" ? state.resourceNamed("Running resource") : arrived;
  return {
    resourceUuid: arrived?.uuid ?? "",
    orderUuid: state.orders.where("resource_uuid", arrived?.uuid ?? "")[0]?.uuid ?? "",
    meteredUuid: metered?.uuid ?? "",
    offeringUuid: arrived?.offering_uuid ?? "",
    userUuid: state.userNamed("newcomer")?.uuid ?? "",
  };
}
