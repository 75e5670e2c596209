import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ApiError, UnexpectedResponseError } from "../../src/errors.ts";
import { errorOf, scriptedHttp } from "./harness.ts";

interface Recorded {
  readonly title?: string;
  readonly request?: { readonly method: string; readonly path: string };
  readonly response?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly bodyText?: string;
  };
}

/** What real servers answered that is not a success, each body and status once. */
function recordedErrors(folder: string): [title: string, response: NonNullable<Recorded["response"]>][] {
  const directory = new URL(`../../../testing/recordings/${folder}/`, import.meta.url);
  const found = new Map<string, [string, NonNullable<Recorded["response"]>]>();
  for (const file of readdirSync(directory)) {
    const { exchanges = [] }: { exchanges?: Recorded[] } = JSON.parse(
      readFileSync(new URL(file, directory), "utf8"),
    );
    for (const { title = "", request, response } of exchanges) {
      if (request === undefined || response === undefined || response.status < 300) continue;
      const { status, body, bodyText } = response;
      found.set(JSON.stringify([status, body, bodyText]), [
        `${status} to ${request.method}, ${title}`,
        response,
      ]);
    }
  }
  return [...found.values()];
}

const CODES: Readonly<Record<number, string>> = {
  400: "bad-request",
  401: "authentication",
  403: "permission-denied",
  404: "not-found",
  405: "bad-request",
  406: "bad-request",
  409: "conflict",
  415: "bad-request",
  500: "server-error",
};

/** Every sentence in a JSON body. */
function sentencesOf(body: unknown): string[] {
  if (typeof body === "string") return [body];
  return typeof body === "object" && body !== null ? Object.values(body).flatMap(sentencesOf) : [];
}

describe.each(["waldur-2021-08", "waldur-2024-10"])("errors recorded from %s", (folder) => {
  const errors = recordedErrors(folder);

  test("are there", () => {
    expect(errors.length).toBeGreaterThan(20);
  });

  test.each(errors)("%s", async (_, { status, headers, body, bodyText }) => {
    const text = bodyText ?? (body === undefined ? "" : JSON.stringify(body));
    const { approve } = scriptedHttp([new Response(text, { status, headers })]);
    const error = await errorOf(approve({ retry: false }));
    if (status < 400) {
      expect(error).toBeInstanceOf(UnexpectedResponseError);
      return;
    }
    if (!(error instanceof ApiError)) throw error;
    expect(error).toMatchObject({ status, code: CODES[status] });
    // Nothing the server says is lost, and nothing is made up.
    const said = [
      ...(error.detail === undefined ? [] : [error.detail]),
      ...Object.values(error.fieldErrors).flat(),
    ];
    expect(said.sort()).toEqual(sentencesOf(body).sort());
    expect(error.body).toEqual(body ?? (text === "" ? undefined : expect.any(String)));
    expect("routeMissing" in error && error.routeMissing).toBe(
      status === 404 && text.includes("<h1>Not Found</h1>"),
    );
  });
});
