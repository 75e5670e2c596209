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
   * The server's time zone, such as `Europe/Tallinn`. Only 8.0 and later take the month of a report in it; older ones take
   * the month in UTC, whatever their zone is.
   * @default "UTC"
   */
  timeZone?: string;
  /** Where ids of new rows come from: 32 lowercase hex digits each. Default: random. */
  newUuid?: () => string;
  /** When orders that were approved are completed (current). Default: before the approval is answered. */
  background?: BackgroundMode;
  /** Whether pages of other origins may ask. Default false, as a server without its proxy. */
  cors?: boolean;
  /** How many requests the log keeps, the newest ones. Default: all. */
  keepRequests?: number;
  /** Acts on every request and answer: see {@link Intercept}. */
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
  keepRequests: is.fit("a number from 0 on", (value) => typeof value === "number" && value >= 0),
  intercept: is.aFunction(),
};

/** A server in memory: ask it by its `fetch`, look into its `state`. */
export interface FakePuhuri {
  /** Answers in process, as `fetch` would; no socket. Any origin will do, addresses in answers follow it. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Serves the same over HTTP. `close()` of the fake ends it too. */
  listen(options?: ListenOptions): Promise<RunningServer>;
  /** Back to the seed: same ids, same tokens, same time; the request log starts anew. Servers keep listening. */
  reset(): void;
  /** Every request since the start or the last `reset()`, oldest first. */
  readonly requests: readonly LoggedRequest[];
  /** What is stored; read it, or change rows in place to set a scene. */
  readonly state: Store;
  /**
   * The token of a user.
   *
   * @throws {TestServerError} `unknown_row`: there is no such user; says which there are.
   */
  tokenOf(username: string): string;
  /** Places orders, approves and cancels them, and changes who is in a project, as the customer's people do. */
  readonly customer: Customer;
  /**
   * Lets time pass: the clock goes on by so many milliseconds, and what falls due by then is done. `reset()` sets it
   * back.
   *
   * @throws {TestServerError} `invalid_option`: no number, or one below 0.
   */
  advance(ms: number): void;
  /** What its clock shows. */
  now(): Date;
  /** Does the background work that waits, due or not, e.g. completes approved orders. */
  process(): void;
  /**
   * What the invoices of a month would charge, item by item: a month such as `2026-11`, default this one. Plan periods
   * that ended in the month are charged beside those that follow.
   *
   * @throws {TestServerError} `invalid_option`: it is no such month.
   */
  invoiced(month?: string): InvoiceItem[];
  /** What does that work: to be stopped, let go on, and made to lose tasks. */
  readonly worker: WorkerControl;
  /** Ends all servers that listen. */
  close(): Promise<void>;
}

/**
 * Creates an in-memory Puhuri Core that behaves like the real one of a generation: states, permissions,
 * refusals, paging and quirks.
 *
 * @throws {TestServerError} `invalid_option`: an unknown option, or a value that is none of its.
 * @throws {SeedError} when the seed is wrong; it names the key.
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
