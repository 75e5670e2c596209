import { createFakePuhuri, SeedError } from "@puhuri/testing";

const BEGIN = '<!-- Made by "npx -y pnpm@12 generate" from what the fake takes: keys of seeds. -->\n';
const END = "<!-- End of what is made. -->";

/** Puts the table of keys into the page of the seed format, between its two comments. */
export function withSeedKeys(markdown: string): string {
  const [before, rest] = markdown.split(BEGIN);
  if (before === undefined || rest === undefined) return markdown;
  return `${before}${BEGIN}\n${seedKeys()}\n\n${rest.slice(rest.indexOf(END))}`;
}

function seedKeys(): string {
  const rows = knownKeys({ [UNKNOWN]: true })
    .filter((kind) => kind !== "guide")
    .map((kind) => [kind, knownKeys({ [kind]: [{ [UNKNOWN]: true }] })] as const);
  const inOffering = ["components", "plans"].map((part) => {
    const seed = { offerings: [{ name: "One", [part]: [{ [UNKNOWN]: true }] }] };
    return [`${part} of an offering`, knownKeys(seed)] as const;
  });
  return ["| rows | keys |", "|---|---|", ...[...rows, ...inOffering].map(rowOf)].join("\n");
}

function rowOf([kind, keys]: readonly [string, readonly string[]]): string {
  return `| ${kind} | ${keys.map((key) => `\`${key}\``).join(", ")} |`;
}

const UNKNOWN = "no-such-key";

/** What the fake says is known where it finds a key that is not. */
function knownKeys(seed: object): string[] {
  try {
    createFakePuhuri({ dialect: "current", seed });
  } catch (error) {
    const known = error instanceof SeedError ? /known are: (.+)$/.exec(error.message)?.[1] : undefined;
    if (known !== undefined) return known.replace(/\.$/, "").split(", ");
    throw error;
  }
  throw new Error("The fake has taken a key that it cannot know.");
}
