import { expect, it, vi } from "vitest";
import { playDays } from "../../demo/play-days.ts";
import { playGuide } from "../../demo/play-guide.ts";
import { playParts } from "../../demo/play-parts.ts";

it("shows its three parts in under 120 lines, each step with its code, unless more is asked for", async () => {
  const print = vi.spyOn(console, "log").mockImplementation(() => {});
  const parts = [
    { title: "Guide", play: playGuide },
    { title: "2021", play: (detail: "short" | "all") => playDays("2021", detail, []) },
    { title: "Current", play: (detail: "short" | "all") => playDays("current", detail, []) },
  ];
  expect(await playParts(parts, "short")).toBe(true);
  const text = print.mock.calls.map(([line]) => line).join("\n");
  expect(text.split("\n").length).toBeLessThan(120);
  expect(text).toContain('puhuri.resources.setState(resourceUuid, "OK")');
  print.mockClear();
  expect(await playParts(parts, "all")).toBe(true);
  expect(print.mock.calls.join("\n")).toContain("set_state_by_provider/");
});
