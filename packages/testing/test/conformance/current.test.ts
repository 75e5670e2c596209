import { test } from "vitest";
import { createCheckedFake } from "../fake/checked.ts";
import { seedFromRecordingCurrent } from "../recorded/plant-current.ts";
import { readRecording } from "./recordings.ts";
import { replay } from "./replay.ts";
import { expectConformance } from "./report.ts";
import { rulesCurrent } from "./rules-current.ts";

test("the 2024-10 fake answers everything the recorded server of October 2024 was asked as that server did", async () => {
  const recording = readRecording("waldur-2024-10");
  let clock = Date.parse("2026-11-23T17:58:30Z");
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
  expectConformance(await replay(recording, fake, rulesCurrent), "current 2024-10");
});
