import * as sdk from "@puhuri/sdk";
import { type ErrorClass, type ErrorProperty, errorClasses, reasonsOf } from "./error-classes.ts";

/** The headings, by the class that the errors below them extend. */
const GROUPS: readonly (readonly [base: string, heading: string])[] = [
  ["PuhuriError", "What the SDK finds out"],
  ["ApiError", "What the server refuses"],
  ["ExchangeError", "What goes wrong on the way"],
];

/** The page of errors, from the classes and the comments in them. */
export function errorsPage(): string {
  const classes = errorClasses();
  const parts = [INTRODUCTION, "", ...overview(classes), "", "## What every error has", ""];
  parts.push(...propertyTable([...COMMON, ...propertiesOf(classes, "PuhuriError")]));
  for (const [base, heading] of GROUPS) {
    const here = classes.filter((it) => it.base === base && it.code !== undefined);
    parts.push("", `## ${heading}`);
    if (base !== "PuhuriError") parts.push("", ...inherited(classes, base));
    for (const it of here) parts.push("", ...section(it));
  }
  return `${parts.join("\n")}\n`;
}

function overview(classes: readonly ErrorClass[]): string[] {
  const rows = GROUPS.flatMap(([base]) =>
    classes
      .filter((it) => it.base === base && it.code !== undefined)
      .map(({ code, name, paragraphs: [when] }) => `| [\`${code}\`](#${code}) | ${when} | \`${name}\` |`),
  );
  return ["| code | when | class |", "|---|---|---|", ...rows];
}

function inherited(classes: readonly ErrorClass[], name: string): string[] {
  const base = classes.find((it) => it.name === name);
  const above = base === undefined || base.base === "PuhuriError" ? [] : propertiesOf(classes, base.base);
  return [
    name in sdk ? `All of these are an \`${name}\`, and also have:` : "All of these also have:",
    "",
    ...propertyTable([...(base?.properties ?? []), ...above]),
  ];
}

function propertiesOf(classes: readonly ErrorClass[], name: string): readonly ErrorProperty[] {
  return classes.find((it) => it.name === name)?.properties ?? [];
}

function section({ name, code, paragraphs: [, whatToDo], properties }: ErrorClass): string[] {
  if (whatToDo === undefined)
    throw new Error(`The comment of ${name} does not say what to do: a second paragraph.`);
  const reasons = properties.flatMap(({ type }) => reasonsOf(type));
  return [
    `### ${code}`,
    "",
    `\`${name}\`. ${whatToDo}`,
    ...(properties.length > 0 ? ["", ...propertyTable(properties)] : []),
    ...(reasons.length > 0
      ? ["", "| reason | |", "|---|---|", ...reasons.map((it) => `| \`${it.name}\` | ${it.description} |`)]
      : []),
  ];
}

function propertyTable(properties: readonly ErrorProperty[]): string[] {
  return [
    "| property | type | |",
    "|---|---|---|",
    ...properties.map(
      ({ name, type, description }) =>
        `| \`${name}\` | \`${type.replaceAll("|", "\\|")}\` | ${description} |`,
    ),
  ];
}

/** What is there because it is an `Error`. */
const COMMON: readonly ErrorProperty[] = [
  { name: "name", type: "string", description: "The class, also in minified code." },
  {
    name: "message",
    type: "string",
    description: "What happened, and what to do if that is known. The text may change.",
  },
  { name: "cause?", type: "unknown", description: "The error below this one, if there is one." },
];

const INTRODUCTION = `<!-- Made by "npx -y pnpm@12 generate" from packages/sdk/src/errors.ts. -->

# Errors

Every failure is an \`Error\` with a \`code\`. Check it with \`isPuhuriError\` and branch on the code. Unlike \`instanceof\`, this works with two
installed copies of the package too.

\`\`\`ts
try {
  await puhuri.resources.get("00000000000000000000000000000000");
} catch (error) {
  if (!isPuhuriError(error)) throw error;
  console.log(error.code); // → not-found
}
\`\`\`

In a \`switch\`, TypeScript knows the class and the properties for each code. Keep the \`default\`: a later version may have errors that
yours does not know.

\`\`\`ts
async function report(amounts: UsageAmounts): Promise<string> {
  try {
    return (await puhuri.resources.reportUsage(resourceUuid, amounts)).outcome;
  } catch (error) {
    if (!isPuhuriError(error)) throw error;
    switch (error.code) {
      case "usage-report":
        return \`\${error.component}: \${error.reason}\`;
      case "rate-limited":
        return \`again in \${error.retryAfterMs} ms\`;
      default:
        throw error;
    }
  }
}
console.log(await report({ cpu: -1 })); // → cpu: bad-amount
\`\`\`

No error holds the token. \`toJSON()\` gives the properties as plain data, for loggers. When you abort a call, it throws your signal's
own \`reason\`, not one of these errors.

A method throws only after the [retries](reliability.md#what-is-retried) that do no harm. After a failed write, look at
[\`maybeApplied\`](reliability.md#when-the-outcome-is-unknown).`;
