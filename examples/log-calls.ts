// Writes every request of a few calls to a pino log: log-calls [level]
import { createPuhuriClient, NotFoundError } from "@puhuri/sdk";
import { pino } from "pino";
import { server } from "./client.ts";
import { logHooks } from "./logging.ts";

const [level = "debug"] = process.argv.slice(2);
const puhuri = createPuhuriClient({ ...server, hooks: logHooks(pino({ level })) });

await puhuri.resources.list({ state: "OK", fields: ["uuid", "name"] }).first();
await puhuri.resources.get("0".repeat(32)).catch((error: unknown) => {
  if (!(error instanceof NotFoundError)) throw error;
});
