import ts from "typescript";
import { root } from "./pages.ts";

/** What an editor shows of a program. */
export interface Shown {
  /** The comment of each name with `/*?*\/` before it, its tags by their names. */
  readonly hovers: readonly string[];
  /** The errors of each line, from 0: the text that is underlined, and the message. */
  readonly errors: ReadonlyMap<number, readonly string[]>;
}

const FILE = `${root}docs/src/shown.ts`;

/** Asks TypeScript's language service, as editors do. */
export function shownOf(text: string): Shown {
  const config = ts.readConfigFile(`${root}docs/tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, `${root}docs`);
  const textOf = (file: string) => (file === FILE ? text : ts.sys.readFile(file));
  const service = ts.createLanguageService({
    getScriptFileNames: () => [FILE],
    getScriptVersion: () => "1",
    getScriptSnapshot: (file) => {
      const found = textOf(file);
      return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
    },
    getCurrentDirectory: () => `${root}docs`,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (file) => file === FILE || ts.sys.fileExists(file),
    readFile: textOf,
    directoryExists: ts.sys.directoryExists,
    ...(ts.sys.realpath === undefined ? {} : { realpath: ts.sys.realpath }),
  });
  const errors = new Map<number, string[]>();
  for (const { start = 0, length = 0, messageText } of service.getSemanticDiagnostics(FILE)) {
    const line = text.slice(0, start).split("\n").length - 1;
    const message = ts.flattenDiagnosticMessageText(messageText, "\n");
    errors.set(line, [...(errors.get(line) ?? []), `${text.slice(start, start + length)}: ${message}`]);
  }
  const hovers = [...text.matchAll(/\/\*\?\*\//g)].map((mark) =>
    commentOf(service.getQuickInfoAtPosition(FILE, mark.index + mark[0].length)),
  );
  return { hovers, errors };
}

function commentOf(info: ts.QuickInfo | undefined): string {
  const tags = info?.tags?.map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`) ?? [];
  return [ts.displayPartsToString(info?.documentation), ...tags].filter((part) => part !== "").join("\n");
}
