import { delimiter } from "node:path";
import process from "node:process";

/** Where the programs of tests find their commands; after those of the machine stand those that it may not have. */
export const PATH = [process.env["PATH"] ?? "", import.meta.dirname].join(delimiter);
