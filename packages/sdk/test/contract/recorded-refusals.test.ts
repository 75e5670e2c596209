import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ApiError, createPuhuriClient, NotFoundError } from "../../src/index.ts";
import { RESOURCE } from "./methods/ids.ts";
import { TOKEN } from "./mocked-client.ts";

// Every refusal that real servers of both generations were recorded with, read by the sdk.

interface Recorded {
  readonly title: string;
  readonly request?: { readonly method: string };
  readonly response?: {
    readonly status: number;
    readonly headers?: Record<string, string>;
    readonly body?: unknown;
    readonly bodyText?: string;
  };
}
interface Refusal {
  readonly title: string;
  readonly method: string;
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
  readonly text: string;
}

const recordings = new URL("../../../testing/recordings/", import.meta.url);

function refusalsOf(folder: string): Refusal[] {
  const files = readdirSync(new URL(folder, recordings)).filter((name) => /^\d\d-/.test(name));
  return files.flatMap((name) => {
    const file: { exchanges?: Recorded[] } = JSON.parse(
      readFileSync(new URL(`${folder}${name}`, recordings), "utf8"),
    );
    return (file.exchanges ?? []).flatMap(({ title, request, response }) => {
      if (request === undefined || response === undefined || response.status < 400) return [];
      const { status, headers = {}, body, bodyText } = response;
      const contentType =
        Object.entries(headers).find(([key]) => key.toLowerCase() === "content-type")?.[1] ?? "";
      const text = bodyText ?? (body === undefined ? "" : JSON.stringify(body));
      return [{ title, method: request.method, status, contentType, body, text }];
    });
  });
}

/** Reads with a read, and writes with a write: what was answered is read the same way everywhere. */
function errorOf({ method, status, contentType, text }: Refusal): Promise<unknown> {
  const puhuri = createPuhuriClient({
    baseUrl: "https://puhuri.test",
    token: TOKEN,
    retry: false,
    fetch: async () => new Response(text, { status, headers: { "content-type": contentType } }),
  });
  const call =
    method === "GET" ? puhuri.resources.get(RESOURCE) : puhuri.resources.setBackendId(RESOURCE, "x");
  return call.then(
    (value) => ({ value }),
    (error: unknown) => error,
  );
}

/** All sentences a server sent, wherever they stand. */
function sentencesIn(body: unknown): string[] {
  if (typeof body === "string") return [body];
  return typeof body === "object" && body !== null ? Object.values(body).flatMap(sentencesIn) : [];
}

const CODES: Record<number, string> = {
  401: "authentication",
  403: "permission-denied",
  404: "not-found",
  409: "conflict",
  429: "rate-limited",
};

describe.each([
  ["2021", "waldur-2021-08/", 130],
  ["2024-10", "waldur-2024-10/", 190],
])("a server of %s", (_, folder, atLeast) => {
  const refusals = refusalsOf(folder).filter(({ method }) => method !== "HEAD");

  it("was recorded refusing often enough to tell", () => {
    console.log(`${folder} ${refusals.length} refusals read`);
    expect(refusals.length).toBeGreaterThanOrEqual(atLeast);
  });

  it("is understood each time: the class, and every sentence", async () => {
    for (const refusal of refusals) {
      const { title, status, body, contentType } = refusal;
      const error = await errorOf(refusal);
      if (!(error instanceof ApiError)) throw new Error(`${title}: ${String(error)}`);
      const code = CODES[status] ?? (status >= 500 ? "server-error" : "bad-request");
      expect([error.code, error.status], title).toEqual([code, status]);
      const said = [error.detail ?? "", ...Object.values(error.fieldErrors).flat()].join("\n");
      for (const sentence of sentencesIn(body)) expect(said, title).toContain(sentence);
      if (error instanceof NotFoundError)
        expect(error.routeMissing, title).toBe(contentType.startsWith("text/html"));
    }
  });
});
