import { parseArgs } from "node:util";
import { playDays } from "./play-days.ts";
import { playGuide } from "./play-guide.ts";
import { type Part, playParts } from "./play-parts.ts";

const { values } = parseArgs({ options: { verbose: { type: "boolean", default: false } } });

const parts: readonly Part[] = [
  { title: "The provider guide, step by step, on a mock of the spec", play: playGuide },
  { title: "A provider's day on a 2021 server, good and bad", play: (detail) => playDays("2021", detail) },
  {
    title: "A provider's day on a current server, good and bad",
    play: (detail) => playDays("current", detail),
  },
];
if (!(await playParts(parts, values.verbose ? "all" : "short"))) process.exitCode = 1;
