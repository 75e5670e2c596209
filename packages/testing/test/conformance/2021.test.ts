import { test } from "vitest";
import { createCheckedFake } from "../fake/checked.ts";
import { seedFromRecording2021 } from "../recorded/plant-2021.ts";
import { readRecording } from "./recordings.ts";
import { replay } from "./replay.ts";
import { expectConformance } from "./report.ts";
import { rules2021 } from "./rules-2021.ts";

test("the 2021 fake answers everything the recorded server of August 2021 was asked as that server did", async () => {
  const recording = readRecording("waldur-2021-08");
  let clock = Date.parse("2026-11-23T17:56:00.250Z");
  const fake = createCheckedFake({
    dialect: "2021",
    seed: ({ state }) => seedFromRecording2021(state, recording.server),
    now: () => new Date(clock),
    intercept: (_exchange, next) => {
      clock += 100;
      return next();
    },
  });
  expectConformance(await replay(recording, fake, rules2021), "2021");
});
