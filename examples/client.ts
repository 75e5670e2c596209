// What all examples begin with: a client of the server that the environment names.
import { createPuhuriClient } from "@puhuri/sdk";

const { PUHURI_URL = "", PUHURI_TOKEN = "" } = process.env;

export const server = { baseUrl: PUHURI_URL, token: PUHURI_TOKEN, dialect: "auto" } as const;

export const puhuri = createPuhuriClient(server);
