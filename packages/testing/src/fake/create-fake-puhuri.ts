import { TestServerError } from "../errors.ts";
import { checkOptions } from "../known-options.ts";
import type { ListenOptions, RunningServer } from "../running-server.ts";
import * as is from "../shapes.ts";
import { type Customer, createCustomer, rowOf } from "./customer.ts";
import type { World } from "./http/call.ts";
import type { Intercept, LoggedRequest } from "./http/exchange.ts";
import { createServer, inProcessFetch } from "./http/server.ts";
import { type InvoiceItem, invoiceItems, turnMonths } from "./money/invoices.ts";
import { startDueOrders } from "./orders/life.ts";
import { endpointsAt } from "./routes.ts";
import { plant, type Seed } from "./seed/builder.ts";
import { Store } from "./state/store.ts";
import { isTimeZone, monthOf, randomUuid, timestamp } from "./state/values.ts";
import {
  CURRENT_GENERATIONS,
  type CurrentGeneration,
  type Dialect,
  type Generation,
  isSince,
  NEWEST,
} from "./state/words.ts";
import { type BackgroundMode, Worker, type WorkerControl } from "./worker.ts";

/** Which server the fake is, and what is in it. */
export interface FakePuhuriOptions {
  /** Which server to be: the API the guide documents, or a current one. */
  dialect: Dialect;
  /**
   * Which current server: the oldest one (2024-10, no `set_as_ok`), 8.0 or 8.1.
   * @default "8.1"
   */
  generation?: CurrentGeneration;
  /** What is there at the start and after every `reset()`. Default: the world of the provider guide. */
  seed?: Seed;
  /** The server's clock; the billing month comes from it. Default: the real one. */
  now?: () => Date;
  /**
   * The server's time zone, such as `Europe/Tallinn`. Servers from 8.0 on decide by it which month a report belongs to;
   * older ones use UTC.
   * @default "UTC"
   */
  timeZone?: string;
  /** Makes the ids of new rows: 32 lowercase hex digits each. Default: random. */
  newUuid?: () => string;
  /** When current servers complete approved orders. Default: before the approval is answered. */
  background?: BackgroundMode;
  /** Whether pages of other origins may send requests. Default: false, as a server without a proxy in front of it. */
  cors?: boolean;
  /** How many of the newest requests `requests` keeps. Default: all. */
  keepRequests?: number;
  /** Sees every request and can change its answer: see {@link Intercept}. */
  intercept?: Intercept;
}

const KNOWN: Readonly<Record<keyof FakePuhuriOptions, true | is.Shape<unknown>>> = {
  dialect: is.word(["2021", "current"], "current"),
  generation: is.word(CURRENT_GENERATIONS, NEWEST),
  seed: true,
  now: is.aFunction(),
  newUuid: is.aFunction(),
  timeZone: is.fit('a time zone such as "Europe/Tallinn"', isTimeZone),
  background: is.either(
    is.word(["at-once", "when-told"], "at-once"),
    is.row({ lagMs: is.number(), afterReads: is.number(), takesMs: is.number() }),
  ),
  cors: is.flag(),
  keepRequests: is.numberThat("a number from 0 on", (value) => value >= 0),
  intercept: is.aFunction(),
};

/** A server in memory: send requests with its `fetch`, look at its rows in `state`. */
export interface FakePuhuri {
  /** Works like the global `fetch`, without a socket. Any origin will do; the addresses in answers use the same. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Serves the same over HTTP. `close()` of the fake ends it too. */
  listen(options?: ListenOptions): Promise<RunningServer>;
  /** Goes back to the seed: same ids, same tokens, same time, no requests. Servers keep listening. */
  reset(): void;
  /** Every request since the start or the last `reset()`, oldest first. */
  readonly requests: readonly LoggedRequest[];
  /** What is stored; read it, or change rows in place to set a scene. */
  readonly state: Store;
  /**
   * The token of a user.
   *
   * @throws {TestServerError} `unknown_row`: there is no such user; the message lists the users.
   */
  tokenOf(username: string): string;
  /** Places orders, approves and cancels them, and changes who is in a project, as the customer's people do. */
  readonly customer: Customer;
  /**
   * Lets time pass: moves the clock on by `ms` milliseconds, and does what falls due by then. `reset()` sets the clock
   * back.
   *
   * @throws {TestServerError} `invalid_option`: no number, or one below 0.
   */
  advance(ms: number): void;
  /** The time by the fake's clock. */
  now(): Date;
  /** Does all background work that waits, due or not, such as completing approved orders. */
  process(): void;
  /**
   * The items that the invoices of a month would charge. The month is written like `2026-11`; default: this one. Plan
   * periods that ended in the month are charged beside those that follow.
   *
   * @throws {TestServerError} `invalid_option`: that is no month.
   */
  invoiced(month?: string): InvoiceItem[];
  /** The worker that does the background work: stop it, let it continue, or make it lose its tasks. */
  readonly worker: WorkerControl;
  /** Ends all servers that listen. */
  close(): Promise<void>;
}

/**
 * Creates an in-memory Puhuri Core that behaves like the real one of a generation: states, permissions,
 * refusals, paging and quirks.
 *
 * @throws {TestServerError} `invalid_option`: an unknown option, or a value that it cannot have.
 * @throws {SeedError} the seed is wrong; the message names the key.
 * @example
 * const fake = createFakePuhuri({ dialect: "current" });
 * const response = await fake.fetch("https://puhuri.test/api/marketplace-provider-resources/", {
 *   headers: { Authorization: `Token ${fake.tokenOf("owner")}` },
 * });
 */
export function createFakePuhuri(options: FakePuhuriOptions): FakePuhuri {
  checkOptions("createFakePuhuri", options, KNOWN, "dialect");
  if (options.dialect === "2021" && options.generation !== undefined) {
    throw new TestServerError(
      "invalid_option",
      'generation works with the dialect "current" only; leave it out.',
    );
  }
  let advancedMs = 0;
  const now = (): Date => {
    const time = new Date(Number(options.now?.() ?? Date.now()) + advancedMs);
    if (!Number.isNaN(time.getTime())) return time;
    throw new TestServerError("invalid_option", "now must return a valid Date.");
  };
  const store = new Store();
  const worker = new Worker(options.background ?? "at-once", now);
  const generation: Generation = options.dialect === "2021" ? "2021" : (options.generation ?? NEWEST);
  const world: World = {
    store,
    worker,
    generation,
    since: (first) => isSince(generation, first),
    now,
    timestamp: () => timestamp(now()),
    today: () => now().toISOString().slice(0, 10),
    month: (time = now()) => monthOf(time, isSince(generation, "8.0") ? options.timeZone : "UTC"),
    newUuid: options.newUuid ?? randomUuid,
  };
  const requests: LoggedRequest[] = [];
  let month = world.month();
  let day = world.today();
  const passTime = (): void => {
    month = turnMonths(world, month);
    if (day !== world.today()) {
      day = world.today();
      startDueOrders(world);
    }
    worker.catchUp();
  };
  const respond = createServer({
    endpoints: endpointsAt(generation),
    world,
    passTime,
    log: requests,
    keepRequests: options.keepRequests ?? Number.POSITIVE_INFINITY,
    intercept: options.intercept,
    cors: options.cors ?? false,
  });
  const listening = new Set<RunningServer>();

  const reset = (): void => {
    requests.length = 0;
    worker.reset();
    advancedMs = 0;
    month = world.month();
    day = world.today();
    store.clear();
    plant(world, options.seed);
  };
  reset();

  return {
    fetch: inProcessFetch(respond),
    async listen(listenOptions) {
      const { serve } = await import("./http/serve.ts");
      const opened = await serve(respond, listenOptions);
      listening.add(opened);
      return opened;
    },
    reset,
    requests,
    get state() {
      passTime();
      return store;
    },
    worker,
    customer: createCustomer(world, passTime),
    now,
    advance(ms) {
      if (!Number.isFinite(ms) || ms < 0) {
        const problem = `advance takes 0 or more milliseconds, not ${ms}: only reset() can turn back time.`;
        throw new TestServerError("invalid_option", problem);
      }
      advancedMs += ms;
      passTime();
    },
    invoiced(wanted) {
      if (wanted !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(wanted)) {
        throw new TestServerError(
          "invalid_option",
          `invoiced takes a month such as 2026-11, not "${wanted}".`,
        );
      }
      passTime();
      return invoiceItems(world, wanted === undefined ? world.month() : `${wanted}-01`);
    },
    tokenOf: (username) => rowOf("user", store.users, username).token,
    process: () => worker.runAll(),
    async close() {
      await Promise.all([...listening].map((server) => server.close()));
      listening.clear();
    },
  };
}
