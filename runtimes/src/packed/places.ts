import { fileURLToPath } from "node:url";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The repository. */
export const root = at("../../../");
/** The tests of every runtime, in it. */
export const runtimes = at("../../");

/** What is published, in the order in which one needs the other. */
export const PACKAGES = ["api-types", "sdk", "testing"] as const;
