import { playDays } from "./play-days.ts";
import { playGuide } from "./play-guide.ts";
import { type Part, playParts } from "./play-parts.ts";

const parts: readonly Part[] = [
  { title: "The provider guide, step by step, on a mock of the spec", play: playGuide },
  { title: "A provider's day on a server of 2021, good and bad", play: () => playDays("2021") },
  { title: "A provider's day on a server of today, good and bad", play: () => playDays("current") },
];
if (!(await playParts(parts))) process.exitCode = 1;
