// The client that all examples use, for the server that the environment names.
import { createPuhuriClient } from "@puhuri/sdk";

const { PUHURI_URL = "", PUHURI_TOKEN = "", PUHURI_TIME_ZONE } = process.env;

export const server = {
  baseUrl: PUHURI_URL,
  token: PUHURI_TOKEN,
  dialect: "auto",
  // The server's own time zone. Without it, no usage is reported around the end of a month.
  billingTimeZone: PUHURI_TIME_ZONE,
} as const;

export const puhuri = createPuhuriClient(server);
