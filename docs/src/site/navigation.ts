import { dirname } from "node:path/posix";
import { readPages } from "../pages.ts";

/** Pages that stand together in the navigation. Files are named from the root. */
export interface Section {
  readonly name: string;
  readonly pages: readonly string[];
}

/** The page at the site's root. */
export const HOME = "README.md";

/** Pages of packages: they open the reference of what the package exports. */
export const PACKAGES = ["sdk", "testing", "api-types"].map((folder) => ({
  name: `@puhuri/${folder}`,
  folder: `packages/${folder}`,
  readme: `packages/${folder}/README.md`,
}));

/** What can be imported, and where it is. */
export const ENTRY_POINTS = [
  ...PACKAGES.map(({ name, folder }) => ({ name, file: `${folder}/src/index.ts` })),
  ...["bulk", "loop"].map((room) => ({
    name: `@puhuri/sdk/${room}`,
    file: `packages/sdk/src/${room}/index.ts`,
  })),
];

/** The sections as they are meant. What is named in none of them stands at the end of the one that has its folder, or of the last. */
const MEANT: readonly Section[] = [
  {
    name: "Guide",
    pages: [
      "docs/getting-started.md",
      "docs/coming-from-python.md",
      "docs/reliability.md",
      "docs/performance.md",
      "docs/networks.md",
      "docs/tokens.md",
      "docs/upgrading-a-server.md",
      "docs/testing-your-integration.md",
      "docs/seed-format.md",
      "examples/README.md",
    ],
  },
  {
    name: "Command line",
    pages: [
      "packages/cli/README.md",
      "docs/cli/at-the-terminal.md",
      "docs/cli/report-usage-from-files.md",
      "docs/cli/the-agent.md",
      "docs/cli/operate-the-agent.md",
      "packages/cli/slurm/README.md",
    ],
  },
  {
    name: "Tasks",
    pages: [
      "docs/tasks/README.md",
      "docs/tasks/list-allocations.md",
      "docs/tasks/approve-or-reject.md",
      "docs/tasks/link-backend-id.md",
      "docs/tasks/describe-access.md",
      "docs/tasks/read-the-team.md",
      "docs/tasks/report-usage.md",
      "docs/tasks/usage-from-slurm.md",
      "docs/tasks/end-of-month.md",
      "docs/tasks/grant-access.md",
      "docs/tasks/run-the-loop.md",
      "docs/tasks/many-at-once.md",
      "docs/tasks/handle-orders.md",
      "docs/tasks/users-and-projects.md",
    ],
  },
  {
    name: "Reference",
    pages: ["docs/errors.md", "docs/operations.md", "docs/compatibility.md", "docs/glossary.md"],
  },
  {
    name: "Background",
    pages: ["docs/architecture.md", "docs/decisions/README.md", "packages/sdk/src/list/README.md"],
  },
];

/** The sections with every page there is, each once. */
export function navigation(): Section[] {
  const named = new Set([
    HOME,
    ...PACKAGES.map(({ readme }) => readme),
    ...MEANT.flatMap(({ pages }) => pages),
  ]);
  const rest = readPages()
    .map(({ file }) => file)
    .filter((file) => !named.has(file));
  const sectionOf = (file: string) =>
    MEANT.find(({ pages }) => pages.some((page) => dirname(page) === dirname(file))) ?? MEANT.at(-1);
  return MEANT.map((section) => ({
    name: section.name,
    pages: [...section.pages, ...rest.filter((file) => sectionOf(file) === section)],
  }));
}
