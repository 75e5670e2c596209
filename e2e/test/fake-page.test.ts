import { createServer } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { launch } from "../hosts/launch.ts";
import { findChromium } from "../src/hosts/chromium.ts";
import { sticksOut, tooFaint } from "../src/hosts/looked-at.ts";
import { type PackedFake, startPackedFake } from "../src/hosts/packed-fake.ts";

const folder = inject("folder");
const chromium = findChromium();
let fake: PackedFake;

beforeAll(async () => {
  fake = await startPackedFake(folder, "--now", "2026-11-30T23:50:00Z");
});
afterAll(() => fake.close());

it("comes with the package: the page and all that it loads", async () => {
  const texts: string[] = [];
  const waiting = ["/"];
  for (const path of waiting) {
    const answer = await fetch(fake.url + path, { headers: { Accept: "text/html" } });
    expect([path, answer.status]).toEqual([path, 200]);
    texts.push(await answer.text());
    const named = [...(texts.at(-1) ?? "").matchAll(/(?:src|href|from) ?=? ?"(?:\.|\/_fake)\/([\w.]+)"/g)];
    for (const [, file] of named) if (!waiting.includes(`/_fake/${file}`)) waiting.push(`/_fake/${file}`);
  }
  expect(waiting).toHaveLength(5);
});

// As in the contract, whose table says that it is not installed; `test:runtimes` installs it.
if (chromium !== undefined) {
  describe("in Chromium, the page of the fake", () => {
    let browser: Awaited<ReturnType<typeof launch>>;
    let tab: Awaited<ReturnType<typeof browser.newPage>>;
    const complaints: string[] = [];

    beforeAll(async () => {
      browser = await launch(chromium);
    });
    afterAll(() => browser.close());

    beforeEach(async () => {
      tab = await browser.newPage();
      // A slow machine is no failure.
      tab.setDefaultTimeout(120_000);
      tab.on("console", (message) => complaints.push(message.text()));
      tab.on("pageerror", (error) => complaints.push(String(error)));
      await tab.goto(fake.url);
      await tab.evaluate(() => fetch("/_fake/reset", { method: "POST", body: "{}" }));
      await tab.reload();
      await shows("#allocations", "Running resource");
    });
    afterEach(async () => {
      await tab.close();
      expect(complaints.splice(0)).toEqual([]);
    });

    const press = (name: string) => tab.locator(`::-p-aria(${name}[role="button"])`).click();

    /** Waits until a part of the page says something, or does not any more. */
    async function shows(part: string, text: string, isThere = true): Promise<void> {
      await tab.waitForFunction(
        (part, text, isThere) => document.querySelector(part)?.textContent?.includes(text) === isThere,
        {},
        part,
        text,
        isThere,
      );
    }

    it("shows each request as it comes", async () => {
      await fake.ask("marketplace-provider-resources/?state=OK");
      await shows("#requests li:first-child", "200 GET /api/marketplace-provider-resources/?state=OK");
      await fake.ask("nonsense/");
      await shows("#requests li:first-child", "404 GET /api/nonsense/");
    });

    it("orders an allocation by the keyboard alone, and leaves it where it was", async () => {
      await tab.focus("#order");
      await tab.keyboard.press("Enter");
      await tab.keyboard.type("climate");
      await tab.keyboard.press("Enter");
      await shows("#allocations li", "climate");
      await shows("#orders li", "Create climate");
      expect(await tab.evaluate(() => document.activeElement?.id)).toBe("order");
      expect(await tab.evaluate(() => document.querySelector("dialog")?.open)).toBe(false);
    });

    it("changes the limits of an allocation, takes that back, and ends it", async () => {
      await press("Change Running resource");
      await tab.locator('[data-limit="storage"]').fill("25");
      await press("Order");
      await shows("#orders li", "Update Running resource");
      await shows("#orders li", "storage 25");
      await press("Cancel Update Running resource");
      await shows("#orders li", "canceled");
      await press("End Running resource");
      await shows("#orders li", "Terminate Running resource");
    });

    it("says what the server refuses, where it was asked for", async () => {
      await press("Change Running resource");
      await tab.evaluate(() =>
        fetch("/_fake/end", { method: "POST", body: '{"allocation":"Running resource"}' }),
      );
      await press("Order");
      await shows("#wrong", "The server would refuse this with 409");
      await press("Leave it");
      await shows("#orders li", "Terminate Running resource");
      // The browser says it, too.
      expect(complaints.splice(0)).toEqual([expect.stringContaining("409")]);
    });

    it("takes somebody into a project and out of it", async () => {
      await tab.focus('#add-member [name="user"]');
      await tab.keyboard.type("newcomer");
      await press("Add member");
      await shows("#users", "member of Sample project");
      await press("Remove newcomer from Sample project");
      await shows("#users li:first-child", "no role");
    });

    it("moves the clock into the next month, and starts over", async () => {
      await shows("#clock", "2026-11-30 23:5");
      await press("Next month");
      await shows("#clock", "2026-12-01 00:00");
      await press("+ 1 day");
      await shows("#clock", "2026-12-02 00:00");
      await press("Start over");
      await shows("#clock", "2026-11-30 23:5");
    });

    it("turns a fault on and off", async () => {
      await tab.locator("::-p-aria(htmlPage)").click();
      const lastIs = (text: string) => shows("#requests li:first-child", text);
      for (let i = 0; i < 60; i += 1) await fake.ask("users/me/");
      await lastIs("users/me/");
      await shows("#requests", "html-page");
      await tab.locator("::-p-aria(htmlPage)").click();
      await tab.waitForFunction(async () => {
        const state: { faults: { isOn: boolean }[] } = await (await fetch("/_fake/state")).json();
        return state.faults.every(({ isOn }) => !isOn);
      });
    });

    it("takes a name for text, whatever is in it", async () => {
      const name = `<img src=x onerror="document.title='run'"><b>bold</b>`;
      await press("Order an allocation…");
      await tab.locator('dialog [name="name"]').fill(name);
      await press("Order");
      await shows("#allocations li", name);
      await shows("#orders li", name);
      expect(await tab.evaluate(() => document.querySelectorAll("img, b").length)).toBe(0);
      expect(await tab.title()).toBe("Puhuri fake");
    });

    describe.each(["light", "dark"])("with %s colours", (scheme) => {
      it.each([1400, 390])("fits a window %d wide, and can be read", async (width) => {
        await tab.setViewport({ width, height: 900 });
        await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        await press("Order an allocation…");
        await tab.locator('dialog [name="name"]').fill("a-long-name-without-a-space".repeat(5));
        expect(await tab.evaluate(tooFaint)).toEqual([]);
        await press("Order");
        await shows("#allocations li", "a-long-name");
        expect(await tab.evaluate(sticksOut)).toEqual([]);
        expect(await tab.evaluate(tooFaint)).toEqual([]);
        const ground = await tab.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        expect(ground).toBe(scheme === "light" ? "rgb(244, 245, 247)" : "rgb(21, 24, 28)");
      });
    });

    it("has a name for everything that can be pressed or filled", async () => {
      await press("Order an allocation…");
      const names = async (): Promise<(string | undefined)[]> => {
        const tree = await tab.accessibility.snapshot();
        const all = [tree];
        for (const node of all) all.push(...(node?.children ?? []));
        const roles = ["button", "checkbox", "combobox", "textbox", "spinbutton", "dialog", "Date"];
        return all.filter((node) => node !== null && roles.includes(node.role)).map((node) => node?.name);
      };
      expect(await names()).toContain("Name");
      expect(await names()).not.toContain("");
      await press("Leave it");
      expect(await names()).toContain("Change Running resource");
      expect(await names()).not.toContain("");
    });

    it("cannot be pressed by a page of another origin", async () => {
      const forms = ["cors", "no-cors"].map(
        (mode) => `fetch(${JSON.stringify(`${fake.url}/_fake/advance`)},
          { method: "POST", mode: "${mode}", body: '{"ms":86400000}' }).catch(() => {})`,
      );
      const server = createServer((_request, response) => {
        response.setHeader("Content-Type", "text/html");
        response.end(`<script>Promise.all([${forms}]).then(() => { document.title = "tried" })</script>`);
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const address = server.address();
      const other = await browser.newPage();
      await other.goto(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`);
      await other.waitForFunction(() => document.title === "tried");
      await other.close();
      server.closeAllConnections();
      server.close();
      await fake.ask("users/me/");
      await shows("#clock", "2026-11-30 23:5");
    });
  });
}
