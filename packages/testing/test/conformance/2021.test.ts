import { expect, test } from "vitest";
import { createCheckedFake } from "../fake/checked.ts";
import { seedFromRecording2021 } from "../recorded/plant-2021.ts";
import { readRecording } from "./recordings.ts";
import { type Rules, replay } from "./replay.ts";
import { expectConformance } from "./report.ts";
import { rules2021 } from "./rules-2021.ts";

test.each([
  ["waldur-2021-08", "2026-11-23T17:56:00.250Z"],
  ["waldur-2021-08-billing", "2026-11-30T15:41:00.250Z"],
])("the 2021 fake answers everything in %s as the recorded server did", async (folder, time) => {
  const recording = readRecording(folder);
  let clock = Date.parse(time);
  const setup: Rules["setup"] = (step, given) => {
    const isMonthly = step.setup?.includes("monthly task") === true;
    const times = JSON.stringify(step.rows ?? {}).match(/\d{4}-\d\d-\d\dT[\d:.]+(?=\+00:00)/g) ?? [];
    const now = Math.max(clock, ...times.map((time) => Date.parse(`${time}Z`)));
    if (isMonthly) clock = Date.parse("2026-10-31T12:00:00Z");
    expect(given.worker.waiting).toBe(0);
    given.invoiced();
    rules2021.setup(step, given);
    // The month turns, and the server copies what is recurring.
    clock = now + 100;
    given.invoiced();
  };
  const fake = createCheckedFake({
    dialect: "2021",
    seed: ({ state }) => seedFromRecording2021(state, recording.server),
    now: () => new Date(clock),
    intercept: (_exchange, next) => {
      clock += 100;
      return next();
    },
  });
  expectConformance(await replay(recording, fake, { ...rules2021, setup }), folder);
});
