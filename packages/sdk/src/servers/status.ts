import type { StatusMessage } from "./server.ts";

/** The server's word on a write it has carried out: some answer with a bare text, and some with nothing. */
export function statusOf(data: unknown): StatusMessage {
  if (typeof data === "object" && data !== null && "status" in data)
    return { ...data, status: String(data.status) };
  return { status: typeof data === "string" ? data : "" };
}
