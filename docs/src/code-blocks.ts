import type { Page } from "./pages.ts";

/** A piece of code on a page or in a comment. */
export interface CodeBlock {
  readonly file: string;
  /** The line of the file in which the code begins, from 1. */
  readonly line: number;
  readonly language: string;
  /** What stands behind the language: ```` ```ts recipe=with-msw.test.ts ````. */
  readonly info: string;
  readonly code: string;
}

/** The fenced blocks of a page. */
export function codeBlocks({ file, text }: Page): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { fence: RegExpExecArray; line: number; code: string[] } | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const fence = /^(\s*)```(\w*) ?(.*)$/.exec(line);
    if (open === undefined) {
      if (fence !== null) open = { fence, line: index + 2, code: [] };
    } else if (fence === null) {
      open.code.push(line.replace(open.fence[1] ?? "", ""));
    } else {
      const [, , language = "", info = ""] = open.fence;
      blocks.push({ file, line: open.line, language, info, code: open.code.join("\n") });
      open = undefined;
    }
  }
  if (open !== undefined) throw new Error(`${file}:${open.line} begins a block that never ends.`);
  return blocks;
}

/** What a block says it prints: `console.log(state); // → OK`. */
export function promised({ code }: CodeBlock): string[] {
  return [...code.matchAll(/\/\/ → (.*)$/gm)].map(([, text = ""]) => text);
}

/** The `@example` blocks of a source, with or without a fence around them. */
export function docExamples({ file, text }: Page): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { line: number; code: string[] } | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const comment = /^\s*\* ?(?!\/)(.*)$/.exec(line)?.[1];
    if (open !== undefined && (comment === undefined || comment.startsWith("@"))) {
      blocks.push({ file, line: open.line, language: "ts", info: "", code: open.code.join("\n") });
      open = undefined;
    }
    if (comment?.trim() === "@example") open = { line: index + 2, code: [] };
    else if (comment !== undefined) open?.code.push(comment.startsWith("```") ? "" : comment);
  }
  return blocks;
}
