import { createPuhuriClient, isPuhuriError } from "@puhuri/sdk";
import { createMockFetch } from "@puhuri/testing";
import { expect, it } from "vitest";
import { guideSteps } from "../../demo/guide-steps.ts";
import { recordedFetch } from "../../demo/recorded-fetch.ts";
import { type StepOutcome, walkGuide } from "../../demo/walk-guide.ts";

const mock = await createMockFetch({ dialect: "2021" });

async function walk(send: (url: string, init: RequestInit) => Promise<Response>): Promise<StepOutcome[]> {
  const recorded = recordedFetch(send);
  const puhuri = createPuhuriClient({
    baseUrl: "https://puhuri.example",
    token: "demo",
    dialect: "2021",
    fetch: recorded.fetch,
    retry: false,
  });
  const outcomes: StepOutcome[] = [];
  for await (const outcome of walkGuide(guideSteps, puhuri, recorded)) outcomes.push(outcome);
  return outcomes;
}

it("ends every step of the guide as the guide prints it", async () => {
  mock.reset();
  const outcomes = await walk(mock.fetch);
  expect(outcomes.filter(({ asPrinted }) => !asPrinted)).toEqual([]);
  expect(outcomes).toHaveLength(guideSteps.length);
  expect(mock.violations).toEqual([]);
});

it("notices an answer that is not the guide's, and goes on with the next step", async () => {
  const outcomes = await walk(async (url, init) => {
    if (!url.endsWith("/team/")) return mock.fetch(url, init);
    return Response.json([]);
  });
  const wrong = outcomes.filter(({ asPrinted }) => !asPrinted);
  expect(wrong.map(({ step }) => step.heading)).toEqual([
    "Getting a list of members in a project with active resource allocations",
  ]);
});

it("notices a request that fails", async () => {
  const outcomes = await walk(async () => new Response("<h1>Bad Gateway</h1>", { status: 502 }));
  expect(outcomes.filter(({ asPrinted }) => asPrinted)).toEqual([]);
  // The raw client returns what the others throw.
  const codes = outcomes.map(({ error }) => (isPuhuriError(error) ? error.code : "none"));
  expect(codes.filter((code) => code !== "server-error")).toEqual(["none"]);
});
