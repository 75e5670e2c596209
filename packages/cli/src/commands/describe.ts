import { resolve } from "node:path";
import type { ReportSection } from "@puhuri/sdk";
import { UsageError } from "../exit-codes.ts";
import { readYaml } from "../files.ts";
import { allocationUuid } from "../server/allocation-name.ts";
import { connect } from "../server/connect.ts";
import type { World } from "../world.ts";
import { checkWrite, type WriteOptions } from "../writes/dry-run.ts";
import { ALLOCATION, type PuhuriCommand, texts } from "./command.ts";

interface Options extends WriteOptions {
  readonly header?: readonly string[];
  readonly body?: readonly string[];
  readonly file?: string;
}

export function addDescribe(program: PuhuriCommand, world: World): void {
  program
    .command("describe")
    .description("tell the users of an allocation how to get in; replaces its access details")
    .argument("<allocation>", ALLOCATION)
    .option("--header <text>", "the heading of a section; may be repeated", texts)
    .option("--body <text>", "the text of a section: one for each --header", texts)
    .option("--file <name>", "YAML or JSON with a list of sections, each with header and body")
    .dryRunOption()
    .examples(
      'puhuri describe hpc-1 --header Login --body "ssh login.hpc.example"',
      "puhuri describe hpc-1 --file access.yaml",
      "puhuri describe hpc-1 --file access.yaml --dry-run",
    )
    .action(async (name: string, { dryRun = false, ...options }: Options) => {
      if (options.file !== undefined && (options.header ?? options.body) !== undefined) {
        throw new UsageError("Give either --file, or --header and --body.");
      }
      const sections = options.file === undefined ? ofOptions(options) : await ofFile(world, options.file);
      const puhuri = await connect(world);
      const { resources } = puhuri;
      const uuid = await allocationUuid(puhuri, name);
      if (dryRun) {
        await checkWrite((call) => resources.submitReport(uuid, sections, call));
        // An allocation that is named by its uuid may not be there.
        await resources.get(uuid, { fields: ["uuid"] });
      } else await resources.submitReport(uuid, sections);
      const shown = sections.map(({ header, body }) => `\n${header}\n${body}\n`).join("");
      world.stdout.write(`${uuid} ${dryRun ? "would have" : "has"} these access details:\n${shown}`);
    });
}

function ofOptions({ header = [], body = [] }: Options): ReportSection[] {
  if (header.length === 0 || header.length !== body.length) {
    throw new UsageError("Give --header and --body, one --body for each --header, or give --file.");
  }
  return header.map((text, i) => ({ header: text, body: body[i] ?? "" }));
}

async function ofFile({ folder }: World, name: string): Promise<ReportSection[]> {
  const content = await readYaml(resolve(folder, name), name);
  if (Array.isArray(content) && content.length > 0 && content.every(isSection)) {
    return content.map(({ header, body }) => ({ header, body }));
  }
  throw new UsageError(`${name} must be a list of sections, each with a header and a body, both text.`);
}

function isSection(value: unknown): value is ReportSection {
  const { header, body }: Partial<Record<string, unknown>> = Object(value);
  return typeof header === "string" && typeof body === "string";
}
