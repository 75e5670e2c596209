import { createPuhuriClient } from "@puhuri/sdk";
import { startMockServer } from "@puhuri/testing";
import { guideSteps } from "./guide-steps.ts";
import { type Detail, printStep, printTotal } from "./print.ts";
import { recordedFetch } from "./recorded-fetch.ts";
import { walkGuide } from "./walk-guide.ts";

/**
 * Goes through the guide on a mock of the spec, and prints each step.
 *
 * @returns Whether every step ended as the guide prints it.
 */
export async function playGuide(detail: Detail): Promise<boolean> {
  const server = await startMockServer({ dialect: "2021" });
  try {
    const recorded = recordedFetch();
    const puhuri = createPuhuriClient({
      baseUrl: server.url,
      token: "demo",
      dialect: "2021",
      fetch: recorded.fetch,
    });
    let passed = 0;
    let number = 0;
    for await (const outcome of walkGuide(guideSteps, puhuri, recorded)) {
      printStep(outcome, ++number, detail);
      if (outcome.asPrinted) passed += 1;
    }
    printTotal(passed, guideSteps.length, "steps of the guide end as it prints them");
    return passed === guideSteps.length;
  } finally {
    await server.close();
  }
}
