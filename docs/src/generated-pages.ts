import { withCompatibilityTable } from "./compatibility-table.ts";
import { errorsPage } from "./errors-page.ts";
import { newerFilters } from "./newer-filters.ts";
import { operationTable } from "./operation-table.ts";
import { readPages } from "./pages.ts";
import { withRecipes } from "./recipes.ts";
import { withSeedKeys } from "./seed-keys.ts";

/** Pages that are made of something else, in whole or in part, as they should be: text by file. */
export function generatedPages(): Map<string, string> {
  const pages = new Map<string, string>();
  for (const { file, text } of readPages()) {
    const made = withSeedKeys(withCompatibilityTable(withRecipes(text)));
    if (/^```ts recipe=|^<!-- End of what is made/m.test(text)) pages.set(file, made);
  }
  pages.set("docs/errors.md", errorsPage());
  pages.set("docs/operations.md", `${OPERATIONS_INTRODUCTION}\n${operationTable()}\n\n${newerFilters()}\n`);
  return pages;
}

const OPERATIONS_INTRODUCTION = `<!-- Made by "npx -y pnpm@12 generate" from the spec and packages/sdk/test/contract/methods. -->

# Operations

This table shows every method of the SDK, with the requests that it may send to each generation of servers. Paths begin after \`/api\`. A method
with several requests reads before and after it writes, and sends only those that it needs. A dash means that servers of this generation cannot
do it: the method throws an \`UnsupportedByServerError\`.

The functions of \`@puhuri/sdk/bulk\` also send what the method for one item sends. Those of \`@puhuri/sdk/loop\` are not in the table: they send
what the methods send, and four more requests, which are below.
`;
