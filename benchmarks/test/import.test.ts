import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";

/** What `src/loaded-modules.ts` prints: what was loaded until a client is made, and more of it until its first answer. */
interface Loaded {
  readonly early: {
    readonly files: readonly string[];
    readonly onImport: number;
    readonly hasHttpStack: boolean;
  };
  readonly late: { readonly files: readonly string[]; readonly hasHttpStack: boolean };
}

let loaded: Loaded;
beforeAll(async () => {
  const script = fileURLToPath(new URL("../src/loaded-modules.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script]);
  loaded = JSON.parse(stdout);
});

describe("importing the built sdk", () => {
  it("reads no more than it did: raise these only for a reason", () => {
    const { files } = loaded.early;
    const bytes = files.reduce((sum, file) => sum + statSync(fileURLToPath(file)).size, 0);
    expect(files.length).toBeLessThanOrEqual(3);
    expect(bytes).toBeLessThanOrEqual(180_000);
    // Less than that would mean that it was not the sdk that was loaded.
    expect(bytes).toBeGreaterThan(100_000);
  });

  it("reads only its own files and openapi-fetch", () => {
    const foreign = loaded.early.files.filter(
      (file) => !/\/packages\/sdk\/dist\/|\/openapi-fetch\/dist\//.test(file),
    );
    expect(foreign).toEqual([]);
  });

  it("leaves bulk methods to their first use", () => {
    expect(loaded.early.files.filter((file) => /-many\b/.test(file))).toEqual([]);
  });

  it("loads nothing more for a client, a list nobody reads yet, and a first call", () => {
    expect(loaded.early.files).toHaveLength(loaded.early.onImport);
    expect(loaded.late.files).toEqual([]);
  });

  it("does not make Node load its HTTP stack before the first call", () => {
    expect(loaded.early.hasHttpStack).toBe(false);
    expect(loaded.late.hasHttpStack).toBe(true);
  });
});
