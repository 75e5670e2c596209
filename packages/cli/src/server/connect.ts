import {
  createPuhuriClient,
  isPuhuriError,
  type PuhuriClient,
  type PuhuriClientOptions,
  type RetryEvent,
} from "@puhuri/sdk";
import { UsageError } from "../exit-codes.ts";
import { CLEAR } from "../output/progress.ts";
import type { World } from "../world.ts";
import { type Settings, settingsOf } from "./settings.ts";

/**
 * Makes the client of the server and the token that are set. Sends nothing yet. Whoever looks is told of retries, which
 * may take two minutes.
 *
 * @throws {UsageError | NoTokenError} What is set cannot be used; the message says what to do.
 */
export function connect(world: World, settings: Settings = settingsOf(world)): PuhuriClient {
  const { stderr } = world;
  const onRetry = ({ reason, delayMs }: RetryEvent): void => {
    if (stderr.isTTY)
      stderr.write(`${CLEAR}No success yet (${reason}); again in ${Math.ceil(delayMs / 1000)} s.\n`);
  };
  try {
    return createPuhuriClient({ ...clientOptions(world, settings), hooks: { onRetry } });
  } catch (error) {
    throw inWordsOfSettings(error, settings);
  }
}

/** What a client is made of. */
export function clientOptions(
  { fetch, clock }: World,
  { url, token, timeZone }: Settings,
): PuhuriClientOptions {
  const options = { baseUrl: url, token, fetch, clock, billingTimeZone: timeZone };
  return { ...options, dialect: "auto", headers: { "user-agent": "puhuri-cli" } };
}

/** The SDK speaks of options; what is in them is never printed. */
export function inWordsOfSettings(error: unknown, { urlFrom, tokenFrom }: Settings): unknown {
  if (!isPuhuriError(error) || error.code !== "invalid-argument") return error;
  const [where, what] = {
    baseUrl: [urlFrom, "be an https address, such as https://puhuri.example, and nothing else"],
    token: [tokenFrom, "hold a token and nothing else"],
    billingTimeZone: ["The time zone", "be a name such as Europe/Tallinn"],
  }[error.argument] ?? [error.message, "be changed"];
  return new UsageError(`${where} must ${what}.`);
}
