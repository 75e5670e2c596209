import {
  createPuhuriClient,
  type Dialect,
  isPuhuriError,
  type PuhuriClient,
  type ServerFacts,
} from "@puhuri/sdk";
import { EXIT, exitCodeOf, NoTokenError } from "../exit-codes.ts";
import { wordsOf } from "../output/message.ts";
import { clientOptions } from "../server/connect.ts";
import { type Settings, settingsOf } from "../server/settings.ts";
import type { World } from "../world.ts";
import { type Finding, ill, well } from "./finding.ts";
import { PATIENCE, reach } from "./reach.ts";
import { offeringFindings, whoIs } from "./roles.ts";

/** Checks one thing after the other, and ends with a problem that hides all the rest. Only reads. */
export async function* diagnose(world: World): AsyncGenerator<Finding> {
  const clock = new ServerClock(world);
  let settings: Settings;
  try {
    settings = await settingsOf(world);
  } catch (error) {
    const isToken = error instanceof NoTokenError;
    yield ill(isToken ? "token" : "address", "missing or not usable", wordsOf(error), exitCodeOf(error));
    return;
  }
  const watched = { ...world, fetch: clock.fetch };
  const { findings, server } = await reach(watched, settings);
  yield* findings;
  if (server === undefined) return;
  const { dialect } = server;
  const puhuri = createPuhuriClient({ ...clientOptions(watched, settings), ...PATIENT, dialect });
  try {
    const { finding, roles } = await whoIs(puhuri, settings);
    yield finding;
    yield serverOf(server);
    yield clock.finding();
    yield zoneOf(settings, dialect);
    yield* offeringFindings(puhuri, dialect, roles);
    yield await waiting(puhuri, dialect);
  } catch (error) {
    if (!isPuhuriError(error)) throw error;
    yield ill("server", wordsOf(error), "Look again later, or ask its operator.", exitCodeOf(error));
  }
}

const PATIENT = { retry: PATIENCE.retry, totalTimeoutMs: PATIENCE.timeoutMs };

/** Compares the server's clock with this machine's, by the last answer. */
class ServerClock {
  readonly fetch: World["fetch"];
  #aheadMs: number | undefined;

  constructor({ fetch, now }: World) {
    this.fetch = async (url, init) => {
      const response = await fetch(url, init);
      const date = Date.parse(response.headers.get("date") ?? "");
      if (!Number.isNaN(date)) this.#aheadMs = now().getTime() - date;
      return response;
    };
  }

  finding(): Finding {
    if (this.#aheadMs === undefined) return well("clock", "the server does not send its time");
    const seconds = Math.round(this.#aheadMs / 1000);
    const off = `${Math.abs(seconds)} s ${seconds < 0 ? "behind" : "ahead of"} the server's`;
    if (Math.abs(seconds) <= MAX_OFF_S) return well("clock", off);
    return ill("clock", off, "Set this machine's clock (NTP): it decides when your month ends.");
  }
}

/** Less than a minute makes no difference to the month. */
const MAX_OFF_S = 60;

/** Which server it is: servers of 2024-10 tell their version to staff only. */
function serverOf({ dialect, version }: ServerFacts): Finding {
  if (dialect === "2021") return well("server", "2021: the API of the provider guide");
  if (version !== undefined) return well("server", `current, version ${version}`);
  return well("server", "current, of 2024-10: it tells its version to staff only");
}

/** The time zone in which 8.x servers count months. */
function zoneOf({ timeZone }: Settings, dialect: Dialect): Finding {
  if (timeZone !== undefined) return well("time zone", timeZone);
  if (dialect === "2021") return well("time zone", "UTC");
  const span = "from three hours before a month begins in UTC until one hour after";
  return well("time zone", `not set: an 8.x server then takes no usage ${span} (PUHURI_TIME_ZONE)`);
}

async function waiting(puhuri: PuhuriClient, dialect: Dialect): Promise<Finding> {
  if (dialect === "2021") {
    const state = ["Creating", "Terminating"] as const;
    const count = await puhuri.resources.list({ state }).count();
    return well("waits", `${plural(count, "allocation")}: puhuri allocations --state ${state.join(" ")}`);
  }
  const count = await puhuri.orders.list({ state: "pending-provider" }).count();
  return well("waits", `${plural(count, "order")} for your review: puhuri orders --state pending-provider`);
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

export const WORST_FIRST = [EXIT.unreachable, EXIT.notAllowed, EXIT.usage, EXIT.failed] as const;
