import { isDeepStrictEqual } from "node:util";
import type { PuhuriClient } from "@puhuri/sdk";
import type { GuideStep } from "./guide-steps.ts";
import type { Exchange, RecordedFetch } from "./recorded-fetch.ts";

/** How a step went. */
export interface StepOutcome {
  readonly step: GuideStep;
  readonly exchanges: readonly Exchange[];
  readonly result?: unknown;
  readonly error?: unknown;
  /** Whether it is what the guide prints. */
  readonly asPrinted: boolean;
}

/** Takes the steps one after the other; a step that fails does not stop the walk. */
export async function* walkGuide(
  steps: readonly GuideStep[],
  puhuri: PuhuriClient,
  recorded: RecordedFetch,
): AsyncGenerator<StepOutcome> {
  for (const step of steps) {
    try {
      const result = await step.run(puhuri);
      const exchanges = recorded.take();
      const compared = step.comparedWith === "result" ? result : exchanges.at(-1)?.answer;
      yield { step, exchanges, result, asPrinted: isDeepStrictEqual(compared, step.printed) };
    } catch (error) {
      yield { step, exchanges: recorded.take(), error, asPrinted: false };
    }
  }
}
