// Installs Debian's Chromium where there is none and it may; says what to do where it may not.
import { spawnSync } from "node:child_process";
import process from "node:process";
import { findChromium } from "./chromium.ts";

function installed(): boolean {
  if (process.getuid?.() !== 0) return false;
  return [["update"], ["install", "-y", "--no-install-recommends", "chromium"]].every((args) => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    return (
      spawnSync("apt-get", ["-q", ...args], { stdio: ["ignore", "ignore", "inherit"], env }).status === 0
    );
  });
}

if (findChromium() === undefined && !(installed() && findChromium() !== undefined)) {
  console.error(
    "There is no Chromium, and it could not be installed: run `apt-get install chromium` as root first.",
  );
  process.exitCode = 1;
}
