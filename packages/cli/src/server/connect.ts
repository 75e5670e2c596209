import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createPuhuriClient, type PuhuriClient } from "@puhuri/sdk";
import { NoTokenError, UsageError } from "../exit-codes.ts";
import type { World } from "../world.ts";

/** Makes the client of the server and token that the environment names. Sends nothing yet. */
export function connect({ env, fetch, folder }: World): PuhuriClient {
  const { PUHURI_URL, PUHURI_TOKEN, PUHURI_TOKEN_FILE, PUHURI_TIME_ZONE } = env;
  if (!PUHURI_URL) {
    throw new UsageError("Which server? Set PUHURI_URL to its address, as in https://puhuri.example.");
  }
  if (!PUHURI_TOKEN && !PUHURI_TOKEN_FILE) {
    throw new NoTokenError("No token: set PUHURI_TOKEN_FILE to a file that holds it, or PUHURI_TOKEN.");
  }
  return createPuhuriClient({
    baseUrl: PUHURI_URL,
    // The file is read anew each time: tokens are changed under programs that run for long.
    token: PUHURI_TOKEN || (() => readFileSync(resolve(folder, PUHURI_TOKEN_FILE ?? ""), "utf8").trim()),
    dialect: "auto",
    fetch,
    userAgent: "puhuri-cli",
    billingTimeZone: PUHURI_TIME_ZONE || undefined,
  });
}
