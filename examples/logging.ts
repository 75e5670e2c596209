// Writes the sdk's requests to a pino log: copy it, and pass `hooks: logHooks(log)` to your client.
import type { Hooks } from "@puhuri/sdk";
import type { Logger } from "pino";

/** Requests at debug level, what is repeated as a warning, what failed as an error. */
export function logHooks(log: Logger): Hooks {
  return {
    onRequest: (event) => log.debug(event, "request"),
    onResponse: (event) => log.debug(event, "response"),
    onRetry: (event) => log.warn(event, "retry"),
    onEnd({ error, ...event }) {
      if (error !== undefined) log.error({ ...event, err: error }, "error");
    },
  };
}
