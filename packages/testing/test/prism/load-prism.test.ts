import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { prismUnavailable } from "../../src/prism/load-prism.ts";

const PACKAGE = fileURLToPath(new URL("../..", import.meta.url));

describe("importing the package", () => {
  it("does not load Prism", async () => {
    const script = `
      import { createRequire } from "node:module";
      await import("@puhuri/testing");
      const loaded = Object.keys(createRequire(import.meta.url).cache);
      console.log(JSON.stringify(loaded.filter((path) => path.includes("@stoplight"))));
    `;
    const args = ["--conditions=@puhuri/source", "--input-type=module", "--eval", script];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: PACKAGE });
    expect(JSON.parse(stdout)).toEqual([]);
  });
});

it("says in one line what a Prism that does not load needs", () => {
  const cause = new Error("Cannot find package '@stoplight/prism-http'\nRequire stack: …");
  const error = prismUnavailable("22.14.0", cause);
  expect(error).toMatchObject({ name: "TestServerError", code: "prism_unavailable", cause });
  expect(error.message).toBe(
    "The mock and the proxy need Node 24.18 or newer (this is 22.14.0) and Prism: `npm install --save-dev @stoplight/prism-cli@5.16`. (Cannot find package '@stoplight/prism-http')",
  );
});
