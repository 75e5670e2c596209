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

describe("a Prism that does not load", () => {
  const cause = new Error("Cannot find package '@stoplight/prism-http'\nRequire stack: …");

  it.each(["22.14.0", "24.17.9", "20.20.2"])("is said in one line to be too new for Node %s", (version) => {
    const error = prismUnavailable(version, cause);
    expect(error.message).toBe(
      `The mock and the proxy use Prism, which needs Node 24.18 or newer; this is Node ${version}. (Cannot find package '@stoplight/prism-http')`,
    );
    expect(error).toMatchObject({ name: "TestServerError", code: "prism_unavailable", cause });
  });

  it.each(["24.18.0", "26.0.0"])("is said to be missing on Node %s", (version) => {
    const { message } = prismUnavailable(version, cause);
    expect(message).toBe(
      "The mock and the proxy need Prism, which is missing: `npm install --save-dev @stoplight/prism-cli@5.16`. (Cannot find package '@stoplight/prism-http')",
    );
  });
});
