import type { paths } from "@puhuri/api-types";
import { createPuhuriClient } from "@puhuri/sdk";
import createClient from "openapi-fetch";

/** The clients that are compared: the first is what the others are held against. */
export const clientNames = ["raw fetch", "openapi-fetch", "@puhuri/sdk"] as const;

export type ClientName = (typeof clientNames)[number];

const uuid = "1".padStart(32, "0");
const headers = { authorization: "Token benchmark", accept: "application/json" };

/** A call that gets one allocation of 2 kB. */
export function getOf(client: ClientName, baseUrl: string): () => Promise<unknown> {
  switch (client) {
    case "raw fetch": {
      const url = `${baseUrl}/api/marketplace-provider-resources/${uuid}/`;
      return async () => (await fetch(url, { headers })).json();
    }
    case "openapi-fetch": {
      const bare = createClient<paths>({ baseUrl, headers });
      const params = { path: { uuid } };
      return async () => (await bare.GET("/api/marketplace-provider-resources/{uuid}/", { params })).data;
    }
    case "@puhuri/sdk": {
      const puhuri = createPuhuriClient({ baseUrl, token: "benchmark" });
      return () => puhuri.resources.get(uuid);
    }
  }
}
