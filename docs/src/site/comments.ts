import { type Comment, type CommentDisplayPart, CommentTag, type ProjectReflection } from "typedoc";

/** Makes the comments of the sources into what is shown. */
export function shapeComments(project: ProjectReflection): void {
  const exported = new Set(
    (project.children ?? []).flatMap(({ children = [] }) => children.map(({ name }) => name)),
  );
  for (const { comment } of Object.values(project.reflections)) {
    if (comment === undefined) continue;
    sayDescription(comment);
    listErrors(comment, exported);
  }
}

/** What the spec says of a field stands behind `@description` in the compiled types. */
function sayDescription(comment: Comment): void {
  const description = comment.getTag("@description");
  if (description === undefined) return;
  comment.summary = [...comment.summary, ...description.content];
  comment.removeTags("@description");
}

/** Several `@throws` become one list, each with a link to its class. */
function listErrors(comment: Comment, exported: ReadonlySet<string>): void {
  const tags = comment.getTags("@throws");
  if (tags.length === 0) return;
  const [first] = tags;
  const items = tags.flatMap(({ typeAnnotation, content }): CommentDisplayPart[] => [
    { kind: "text", text: "\n- " },
    ...(typeAnnotation === undefined ? [] : namesOf(typeAnnotation, exported)),
    ...content,
  ]);
  comment.blockTags = comment.blockTags.flatMap((tag) => {
    if (tag === first) return [new CommentTag("@throws", items)];
    return tag.tag === "@throws" ? [] : [tag];
  });
}

/** `{ApiError | ConnectionError}` as links, where they are exported. */
function namesOf(typeAnnotation: string, exported: ReadonlySet<string>): CommentDisplayPart[] {
  const names = typeAnnotation.replace(/^\{|\}$/g, "").split(/\s*\|\s*/);
  const parts = names.map(
    (name): CommentDisplayPart =>
      exported.has(name)
        ? { kind: "inline-tag", tag: "@link", text: name }
        : { kind: "code", text: `\`${name}\`` },
  );
  return parts.flatMap((part, index): CommentDisplayPart[] => [
    part,
    { kind: "text", text: index === parts.length - 1 ? ": " : ", " },
  ]);
}
