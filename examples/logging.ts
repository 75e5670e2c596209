// Writes the SDK's requests to a pino log: copy it, and pass `hooks: logHooks(log)` to your client.
import type { Hooks } from "@puhuri/sdk";
import type { Logger } from "pino";

/** Logs requests at level debug, retries as warnings, failures as errors. */
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
