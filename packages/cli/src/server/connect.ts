import { createPuhuriClient, type Hooks, isPuhuriError, type PuhuriClient } from "@puhuri/sdk";
import { UsageError } from "../exit-codes.ts";
import type { World } from "../world.ts";
import { type Settings, settingsOf } from "./settings.ts";

/**
 * Makes the client of the server and the token that are set. Sends nothing yet.
 *
 * @throws {UsageError | NoTokenError} What is set cannot be used; the message says what to do.
 */
export function connect(
  world: World,
  { url, urlFrom, token, tokenFrom, timeZone }: Settings = settingsOf(world),
  hooks?: Hooks,
): PuhuriClient {
  try {
    return createPuhuriClient({
      baseUrl: url,
      token,
      dialect: "auto",
      fetch: world.fetch,
      userAgent: "puhuri-cli",
      billingTimeZone: timeZone,
      hooks,
    });
  } catch (error) {
    // The SDK speaks of options; what is in them is never printed.
    if (!isPuhuriError(error) || error.code !== "invalid-argument") throw error;
    const [where, what] = {
      baseUrl: [urlFrom, "name an https address, such as https://puhuri.example, and nothing besides"],
      token: [tokenFrom, "hold a token and nothing besides"],
      billingTimeZone: ["The time zone", "be a name such as Europe/Tallinn"],
    }[error.argument] ?? [error.message, "be changed"];
    throw new UsageError(`${where} must ${what}.`);
  }
}
