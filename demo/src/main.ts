import { playDays } from "./play-days.ts";
import { playGuide } from "./play-guide.ts";

const verdicts = [await playGuide(), await playDays("2021"), await playDays("current")];
if (verdicts.includes(false)) process.exitCode = 1;
