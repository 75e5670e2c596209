// Writes the pages that are made of something else: the tables of operations and errors, and the recipes in their blocks.
import { writeFileSync } from "node:fs";
import { generatedPages } from "../src/generated-pages.ts";
import { root } from "../src/pages.ts";

for (const [file, text] of generatedPages()) writeFileSync(root + file, text);
