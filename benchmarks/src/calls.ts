import type { paths } from "@puhuri/api-types";
import { createPuhuriClient } from "@puhuri/sdk";
import createClient from "openapi-fetch";
import { type Candidate, type Measured, measure } from "./measure.ts";

const uuid = "1".padStart(32, "0");

/** What a call of the sdk costs over raw `fetch` and over bare openapi-fetch: keep-alive, a 2 kB answer. */
export async function benchmarkCalls(
  url: string,
  inFlight: number,
  calls: number,
  rounds: number,
): Promise<Measured[]> {
  const headers = { authorization: "Token benchmark", accept: "application/json" };
  const bare = createClient<paths>({ baseUrl: url, headers });
  const puhuri = createPuhuriClient({ baseUrl: url, token: "benchmark" });
  const path = `${url}/api/marketplace-provider-resources/${uuid}/`;
  const candidates: [string, () => Promise<unknown>][] = [
    ["raw fetch", async () => (await fetch(path, { headers })).json()],
    [
      "openapi-fetch",
      async () =>
        (await bare.GET("/api/marketplace-provider-resources/{uuid}/", { params: { path: { uuid } } })).data,
    ],
    ["@puhuri/sdk", () => puhuri.resources.get(uuid)],
  ];
  return measure(
    candidates.map(([name, call]): Candidate => ({ name, run: () => repeat(call, calls, inFlight) })),
    rounds,
  );
}

async function repeat(call: () => Promise<unknown>, times: number, inFlight: number): Promise<void> {
  let left = times;
  const worker = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}
