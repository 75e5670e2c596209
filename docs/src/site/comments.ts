import {
  type Comment,
  type CommentDisplayPart,
  CommentTag,
  type ProjectReflection,
  type Reflection,
} from "typedoc";

/** What all entry points export, by name. */
type Exported = ReadonlyMap<string, Reflection>;

/** Makes the comments of the sources into what is shown. */
export function shapeComments(project: ProjectReflection): void {
  const exported = new Map(
    (project.children ?? []).flatMap(({ children = [] }) => children.map((child) => [child.name, child])),
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
function listErrors(comment: Comment, exported: Exported): void {
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
function namesOf(typeAnnotation: string, exported: Exported): CommentDisplayPart[] {
  const names = typeAnnotation.replace(/^\{|\}$/g, "").split(/\s*\|\s*/);
  const parts = names.map((name): CommentDisplayPart => {
    const target = exported.get(name);
    if (target === undefined) return { kind: "code", text: `\`${name}\`` };
    // The class may be of another entry point than the comment.
    return { kind: "inline-tag", tag: "@link", text: name, target };
  });
  return parts.flatMap((part, index): CommentDisplayPart[] => [
    part,
    { kind: "text", text: index === parts.length - 1 ? ": " : ", " },
  ]);
}
