import type { Contract } from "../../packages/sdk/test/contract/contract.ts";
import { contracts } from "../../packages/sdk/test/contract/methods/all.ts";
import { operations } from "../../packages/sdk/test/contract/spec-examples.ts";

type Generation = "2021" | "current";

/** The tables of operations as Markdown: what each method may send, by the contract that it is tested against. */
export function operationTable(): string {
  const used = new Set<string>();
  const rows = Object.entries<readonly Contract[]>(contracts).map(([method, ofMethod]) => {
    const [old, current] = (["2021", "current"] as const).map((generation) => {
      const ids = sentBy(ofMethod, generation);
      for (const id of ids) used.add(id);
      return ids.length === 0 ? "—" : ids.map(requestOf).join("<br>");
    });
    return `| \`${method}\` | ${old} | ${current} |`;
  });
  return [
    "| method | 2021 | current |",
    "|---|---|---|",
    ...rows,
    "",
    "## Only through the raw client",
    "",
    "No method sends these: use `puhuri.api`. For [users who come and leave](tasks/users-who-leave.md), the SDK sends four of them: `compareMembers`",
    "lists service accounts and course accounts, and `processOfferingUsers` deletes offering users.",
    "",
    "| request | what it does | servers |",
    "|---|---|---|",
    // Counting twins of lists are left out: `count()` sends them.
    ...operations
      .filter(({ method, operationId }) => method !== "HEAD" && !used.has(operationId))
      .map(rawRow),
  ].join("\n");
}

/** The ids of the operations that a method may send to a generation, each once: first what it reads. */
function sentBy(ofMethod: readonly Contract[], generation: Generation): string[] {
  return [...new Set(ofMethod.flatMap((contract) => operationsOf(contract, generation) ?? []))];
}

/** The ids of the operations that one way to call a method may send, first what it reads. Undefined where it is not supported. */
export function operationsOf(contract: Contract, generation: Generation): string[] | undefined {
  const call = contract[generation];
  if (typeof call !== "object") return undefined;
  const sent: { operation: string }[] =
    "operation" in call ? [call] : [...(call.reads ?? []), ...call.requests];
  return sent.map(({ operation }) => operation);
}

function requestOf(id: string): string {
  const { method, path } = operations.find(({ operationId }) => operationId === id) ?? {};
  return `\`${method} ${path?.replace(/^\/api/, "")}\``;
}

function rawRow({ operationId, summary, tags }: (typeof operations)[number]): string {
  const servers = tags.filter((tag) => tag === "2021" || tag === "current").join(", ");
  return `| ${requestOf(operationId)} | ${summary} | ${servers} |`;
}
