import { test } from "vitest";
import { createCheckedFake } from "../fake/checked.ts";
import { seedFromRecordingCurrent } from "../recorded/plant-current.ts";
import { readRecording } from "./recordings.ts";
import { type Rules, replay } from "./replay.ts";
import { expectConformance } from "./report.ts";
import { rulesCurrent } from "./rules-current.ts";

test.each([
  ["waldur-2024-10", "2026-11-23T17:58:30Z"],
  ["waldur-2024-10-worker", "2026-11-30T15:40:00Z"],
])("the 2024-10 fake answers everything in %s as the recorded server did", async (folder, time) => {
  const recording = readRecording(folder);
  let clock = Date.parse(time);
  const setup: Rules["setup"] = (step, given) => {
    clock += 100;
    rulesCurrent.setup(step, given);
  };
  const fake = createCheckedFake({
    dialect: "current",
    generation: "2024-10",
    seed: ({ state }) => seedFromRecordingCurrent(state, recording.server),
    now: () => new Date(clock),
    intercept: (_exchange, next) => {
      clock += 100;
      return next();
    },
  });
  expectConformance(await replay(recording, fake, { ...rulesCurrent, setup }), folder);
});
