import { errorsPage } from "./errors-page.ts";
import { newerFilters } from "./newer-filters.ts";
import { operationTable } from "./operation-table.ts";
import { readPages } from "./pages.ts";
import { withRecipes } from "./recipes.ts";

/** Pages that are made of something else, in whole or in part, as they should be: text by file. */
export async function generatedPages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const { file, text } of readPages()) {
    const made = withRecipes(text);
    if (made !== text || text.includes("```ts recipe=")) pages.set(file, made);
  }
  pages.set("docs/errors.md", errorsPage());
  pages.set(
    "docs/operations.md",
    `${OPERATIONS_INTRODUCTION}\n${await operationTable()}\n\n${newerFilters()}\n`,
  );
  return pages;
}

const OPERATIONS_INTRODUCTION = `<!-- Made by "npx -y pnpm@12 generate" from docs/src/operation-calls.ts. -->

# Operations

Every method of the SDK by the heading of the provider guide it belongs to, and the requests it sends to each generation of servers. Paths
are those behind \`/api\`. Each address is named once, even if it is asked several times. A method that sends several reads before and after
it writes; which requests it needs depends on where things stand. Here is what it takes on the world of the guide, when nothing goes wrong.
Methods for many are shown with one item; for more they read listings. A dash means that this generation has nothing of the kind: the method
throws an \`UnsupportedByServerError\`.
`;
