import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readPages } from "../src/pages.ts";
import { brokenSiteLinks } from "../src/site/crawl.ts";
import { SOURCES, withSiteLinks } from "../src/site/links.ts";
import { HOME, navigation, PACKAGES } from "../src/site/navigation.ts";
import { addressOf } from "../src/site/router.ts";
import { serveFolder } from "../src/site/serve.ts";

it("has every page in the navigation, once", () => {
  const pages = [HOME, ...PACKAGES.map(({ readme }) => readme), ...navigation().flatMap((it) => it.pages)];
  expect(pages.sort()).toEqual(
    readPages()
      .map(({ file }) => file)
      .sort(),
  );
});

describe("links of a page", () => {
  const isPage = (file: string) => ["README.md", "docs/errors.md", "examples/README.md"].includes(file);
  const inSite = (link: string) => withSiteLinks({ file: "docs/page.md", text: `[it](${link})` }, isPage);

  it.each([
    ["errors.md#not-found", "./errors.md#not-found"],
    ["../README.md", "../README.md"],
    ["../examples", "../examples/README.md"],
    ["../examples/", "../examples/README.md"],
    ["../LICENSE", `${SOURCES}/LICENSE`],
    ["../packages/sdk/src", `${SOURCES}/packages/sdk/src`],
    ["https://puhuri.io", "https://puhuri.io"],
    ["#here", "#here"],
  ])("%s leads to %s", (link, target) => {
    expect(inSite(link)).toBe(`[it](${target})`);
  });

  it("are left alone in blocks of code", () => {
    const text = "```md\n[it](../LICENSE)\n```\n";
    expect(withSiteLinks({ file: "docs/page.md", text }, isPage)).toBe(text);
  });
});

it("gives a page the address of its file, and a README that of its folder", () => {
  const files = [
    "docs/tasks/report-usage.md",
    "docs/tasks/README.md",
    "SECURITY.md",
    "packages/testing/recordings/README.md",
  ];
  expect(files.map(addressOf)).toEqual([
    "tasks/report-usage",
    "tasks",
    "security",
    "packages/testing/recordings",
  ]);
});

describe("a built site", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "site-"));
    mkdirSync(join(folder, "documents"));
    const links = ["", "../", "../index.html#top", "b.html#x%20y", "b.html#nowhere", "c.html", "#gone"];
    const html = links.map((link) => `<a href="${link}">it</a>`).join("");
    writeFileSync(join(folder, "index.html"), '<h1 id="top">Home</h1><a href="mailto:a@b.example">mail</a>');
    writeFileSync(join(folder, "documents/a.html"), html);
    writeFileSync(join(folder, "documents/b.html"), '<p id="x y">here</p><img src="gone.png">');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("is searched for links to files and places that are not there", () => {
    expect(brokenSiteLinks(folder).sort()).toEqual([
      "documents/a.html: #gone",
      "documents/a.html: b.html#nowhere",
      "documents/a.html: c.html",
      "documents/b.html: gone.png",
    ]);
  });

  it("is served, and nothing beside it", async () => {
    const server = await serveFolder(join(folder, "documents"), 0);
    const address = server.address();
    const base = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    const [page, missing, beside] = await Promise.all(
      ["/b.html", "/", "/%2e%2e%2findex.html"].map((path) => fetch(base + path)),
    );
    expect([page?.status, page?.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect([missing?.status, beside?.status]).toEqual([404, 404]);
    await new Promise((resolve) => server.close(resolve));
  });
});
