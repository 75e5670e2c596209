import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { ReportSection } from "@puhuri/sdk";
import type { Command } from "commander";
import { parse } from "yaml";
import { UsageError } from "../exit-codes.ts";
import { examples } from "../output/examples.ts";
import { allocationUuid } from "../server/allocation-name.ts";
import { connect } from "../server/connect.ts";
import type { World } from "../world.ts";
import { type WriteOptions, withWriteOptions } from "../writes/options.ts";

interface Options extends WriteOptions {
  readonly header?: readonly string[];
  readonly body?: readonly string[];
  readonly file?: string;
}

export function addDescribe(program: Command, world: World): void {
  const each = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];
  const command = program
    .command("describe")
    .description("tell the users of an allocation how to get in; replaces its access details")
    .argument("<allocation>", "its uuid, or its backend id if only one allocation has it")
    .option("--header <text>", "the heading of a section; may be repeated", each)
    .option("--body <text>", "the text of a section: one for each --header", each)
    .option("--file <name>", "YAML or JSON with a list of sections, each with header and body")
    .addHelpText(
      "after",
      examples(
        'puhuri describe hpc-1 --header Login --body "ssh login.hpc.example"',
        "puhuri describe hpc-1 --file access.yaml",
        "puhuri describe hpc-1 --file access.yaml --dry-run",
      ),
    )
    .action(async (name: string, { dryRun = false, ...options }: Options) => {
      const sections = options.file === undefined ? ofOptions(options) : ofFile(world, options.file);
      if (options.file !== undefined && (options.header ?? options.body) !== undefined) {
        throw new UsageError("Give either --file, or --header and --body.");
      }
      const puhuri = connect(world);
      const uuid = await allocationUuid(puhuri, name);
      if (!dryRun) await puhuri.resources.submitReport(uuid, sections);
      const shown = sections.map(({ header, body }) => `\n${header}\n${body}\n`).join("");
      world.stdout.write(`${uuid} ${dryRun ? "would have" : "has"} these access details:\n${shown}`);
    });
  withWriteOptions(command);
}

function ofOptions({ header = [], body = [] }: Options): ReportSection[] {
  if (header.length === 0 || header.length !== body.length) {
    throw new UsageError("Give --header and --body, one --body for each --header, or give --file.");
  }
  return header.map((text, i) => ({ header: text, body: body[i] ?? "" }));
}

function ofFile({ folder }: World, name: string): ReportSection[] {
  let content: unknown;
  try {
    content = parse(readFileSync(resolve(folder, name), "utf8"));
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  if (Array.isArray(content) && content.length > 0 && content.every(isSection)) {
    return content.map(({ header, body }) => ({ header, body }));
  }
  throw new UsageError(`${name} must be a list of sections, each with a header and a body, both text.`);
}

function isSection(value: unknown): value is ReportSection {
  const { header, body }: Partial<Record<string, unknown>> = Object(value);
  return typeof header === "string" && typeof body === "string";
}
