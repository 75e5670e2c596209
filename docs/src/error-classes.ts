import ts from "typescript";
import { readPublicSources } from "./pages.ts";

/** A class of errors, as its source and the comments in it describe it. */
export interface ErrorClass {
  readonly name: string;
  /** The class it extends. */
  readonly base: string;
  /** Undefined for those that only others extend. */
  readonly code: string | undefined;
  /** The paragraphs of its comment: when it is thrown, and what to do. */
  readonly paragraphs: readonly string[];
  readonly properties: readonly ErrorProperty[];
}

export interface ErrorProperty {
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

/** A word that a property can be, with the comment before it. */
export interface ErrorReason {
  readonly name: string;
  readonly description: string;
}

const sources: readonly ts.SourceFile[] = readPublicSources()
  .filter(({ file }) => file.startsWith("packages/sdk/"))
  .map(({ file, text }) => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));

/** Every class of errors that the sdk exports, base classes first, in the order of the sources. */
export function errorClasses(): ErrorClass[] {
  const classes = sources.flatMap(({ statements }) => statements.filter(ts.isClassDeclaration)).map(classOf);
  const bases = classes.filter(({ code }) => code === undefined);
  return [...bases, ...classes.filter((it) => !bases.includes(it))].filter(({ name }) =>
    name.endsWith("Error"),
  );
}

/** Said of every class in another place. */
const OWN_WORDS = ["code", "name"];

function classOf(node: ts.ClassDeclaration): ErrorClass {
  const members = node.members.filter(ts.isPropertyDeclaration);
  const codeOf = members.find(({ name }) => name.getText() === "code")?.initializer;
  return {
    name: node.name?.text ?? "",
    base: node.heritageClauses?.[0]?.types[0]?.expression.getText() ?? "",
    code: codeOf !== undefined && ts.isStringLiteral(codeOf) ? codeOf.text : undefined,
    paragraphs: commentOf(node)
      .split(/\n\s*\n/)
      .map(onOneLine),
    properties: members
      .filter(
        ({ name, initializer }) => ts.isIdentifier(name) && !(OWN_WORDS.includes(name.text) && initializer),
      )
      .map((member) => ({
        name: member.name.getText() + (member.questionToken === undefined ? "" : "?"),
        type: member.type?.getText() ?? (member.initializer?.getText() === "false" ? "boolean" : "string"),
        description: onOneLine(commentOf(member) || commentOfFact(member.name.getText())),
      })),
  };
}

/** What a property's comment says in the interface that its class implements. */
function commentOfFact(name: string): string {
  for (const { statements } of sources) {
    for (const facts of statements.filter(ts.isInterfaceDeclaration)) {
      const member = facts.members.find((it) => it.name?.getText() === name);
      if (facts.name.text.endsWith("Facts") && member !== undefined) return commentOf(member);
    }
  }
  return "";
}

/** The words of a union type, each with its comment. */
export function reasonsOf(typeName: string): ErrorReason[] {
  for (const { statements, text } of sources) {
    const found = statements.filter(ts.isTypeAliasDeclaration).find(({ name }) => name.text === typeName);
    if (found === undefined || !ts.isUnionTypeNode(found.type)) continue;
    return found.type.types.map((type) => ({
      name: type.getText().replaceAll('"', ""),
      // The comment stands before the bar, and the bar before the word.
      description: /\/\*\*([^*]*)\*\/\s*\|\s*$/.exec(text.slice(0, type.getStart()))?.[1]?.trim() ?? "",
    }));
  }
  return [];
}

function commentOf(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return ts.getTextOfJSDocComment(comment?.comment) ?? "";
}

function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").trim();
}
