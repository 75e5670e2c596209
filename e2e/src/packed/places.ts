import { fileURLToPath } from "node:url";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The repository. */
export const root = at("../../../");
/** The tests of what is packed, in it. */
export const e2e = at("../../");

/** What is published, in the order in which one needs the other. */
export const PACKAGES = ["api-types", "sdk", "testing", "cli"] as const;
