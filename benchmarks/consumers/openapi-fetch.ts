// The least that sends a typed request: what bare openapi-fetch weighs.
import type { paths } from "@puhuri/api-types";
import createClient from "openapi-fetch";

export function client(baseUrl: string): ReturnType<typeof createClient<paths>> {
  return createClient<paths>({ baseUrl });
}
