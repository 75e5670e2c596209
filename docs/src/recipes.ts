import { readFileSync } from "node:fs";
import { root } from "./pages.ts";

/** Puts the text of each recipe into the block that names it: ```` ```ts recipe=with-msw.test.ts ````. */
export function withRecipes(markdown: string): string {
  return markdown.replace(
    /^(```ts recipe=(\S+)\n)[\s\S]*?^```$/gm,
    (_, fence: string, file: string) =>
      `${fence}${readFileSync(`${root}docs/recipes/${file}`, "utf8")}\`\`\``,
  );
}
