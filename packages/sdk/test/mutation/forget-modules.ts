import { inject, vi } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    mutantActivation?: "static" | "runtime";
    activeMutant?: string;
  }
}

declare global {
  /** The mutant that the worker's modules were loaded with, if it only works while they load. */
  var mutantInModules: string | undefined;
}

// Test files share a worker and its modules, which is several times faster. A mutant in what runs while a module loads
// needs the modules loaded anew, and so does the mutant after it.
const mutant = inject("mutantActivation") === "static" ? inject("activeMutant") : undefined;
if (mutant !== globalThis.mutantInModules) {
  vi.resetModules();
  globalThis.mutantInModules = mutant;
}
