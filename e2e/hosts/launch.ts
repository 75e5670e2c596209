import process from "node:process";
import puppeteer, { type Browser } from "puppeteer-core";

/** Starts a headless Chromium that stays as it is and asks nobody but the pages' servers. */
export function launch(executablePath: string): Promise<Browser> {
  return puppeteer.launch({
    executablePath,
    args: [
      // Its sandbox needs a user that is not root.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}
