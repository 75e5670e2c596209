import { onTestFinished } from "vitest";
import {
  createFakePuhuri,
  type FakePuhuri,
  type FakePuhuriOptions,
} from "../../src/fake/create-fake-puhuri.ts";
import { createFaultSwitches } from "../../src/faults/switches.ts";
import { createRequestLog } from "../../src/page/request-log.ts";
import { withPage } from "../../src/page/serve-page.ts";
import { snapshot } from "../../src/page/snapshot.ts";

export const HOME = "http://127.0.0.1:4020";

export interface Served {
  readonly fake: FakePuhuri;
  /** Asks for a path of the page, or of the fake. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Presses a button as the page does. */
  press(button: string, body?: object, headers?: Record<string, string>): Promise<Response>;
  shown(): ReturnType<typeof snapshot>;
}

/** A fake with its page in front, without a socket. */
export function served(options: Partial<FakePuhuriOptions> = {}, on?: string): Served {
  const faults = createFaultSwitches(on, async () => {});
  const requests = createRequestLog(faults, () => {});
  const fake = createFakePuhuri({
    dialect: "current",
    now: () => new Date("2026-11-23T12:00:00Z"),
    ...options,
    intercept: requests.intercept,
  });
  onTestFinished(() => fake.close());
  const what = { fake, faults, requests, server: "current, 8.1" };
  const answer = withPage(what);
  const ask = async (path: string, init?: RequestInit) => answer(new Request(new URL(path, HOME), init));
  return {
    fake,
    ask,
    press: (button, body = {}, headers = { "Sec-Fetch-Site": "same-origin" }) =>
      ask(`/_fake/${button}`, { method: "POST", headers, body: JSON.stringify(body) }),
    shown: () => snapshot(what),
  };
}
