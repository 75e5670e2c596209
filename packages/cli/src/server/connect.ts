import {
  createPuhuriClient,
  isPuhuriError,
  type PuhuriClient,
  type PuhuriClientOptions,
  type RetryEvent,
} from "@puhuri/sdk";
import { UsageError } from "../exit-codes.ts";
import { CLEAR } from "../output/terminal.ts";
import type { World } from "../world.ts";
import { type Settings, settingsOf } from "./settings.ts";

/**
 * Makes a client from the server and the token that are set. Sends nothing yet. In a terminal it shows retries, which may
 * take two minutes.
 *
 * @throws {UsageError | NoTokenError} What is set cannot be used; the message says what to do.
 */
export async function connect(world: World, known?: Settings): Promise<PuhuriClient> {
  const settings = known ?? (await settingsOf(world));
  const { stderr } = world;
  const onRetry = ({ reason, delayMs }: RetryEvent): void => {
    if (stderr.isTTY)
      stderr.write(`${CLEAR}Failed (${reason}). Trying again in ${Math.ceil(delayMs / 1000)} s.\n`);
  };
  try {
    return createPuhuriClient({ ...clientOptions(world, settings), hooks: { onRetry } });
  } catch (error) {
    throw inWordsOfSettings(error, settings);
  }
}

/** The options of a client. */
export function clientOptions(
  { fetch, clock }: World,
  { url, token, timeZone }: Settings,
): PuhuriClientOptions {
  const options = { baseUrl: url, token, fetch, clock, billingTimeZone: timeZone };
  return { ...options, dialect: "auto", headers: { "user-agent": "puhuri-cli" } };
}

/** Names the setting in the place of the SDK's option. Its value is never printed. */
export function inWordsOfSettings(error: unknown, { urlFrom, tokenFrom }: Settings): unknown {
  if (!isPuhuriError(error) || error.code !== "invalid-argument") return error;
  const [where, what] = {
    baseUrl: [urlFrom, "be an https address, such as https://puhuri.example, and nothing else"],
    token: [tokenFrom, "hold a token and nothing else"],
    billingTimeZone: ["The time zone", "be a name such as Europe/Tallinn"],
  }[error.argument] ?? [error.message, "be changed"];
  return new UsageError(`${where} must ${what}.`);
}
