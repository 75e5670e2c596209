/** What a success holds: one object, or an array of them. */
export type AnswerShape = "object" | "objects";

/** In words, for the message. */
export const SHAPE_WORDS: Readonly<Record<AnswerShape, string>> = {
  object: "an object",
  objects: "an array of objects",
};

/** Whether parsed JSON is what an operation answers with: a proxy's `null` or `{"detail": …}` is not to be taken apart. */
export function hasShape(data: unknown, shape: AnswerShape): boolean {
  if (shape === "objects") return Array.isArray(data) && data.every((row) => hasShape(row, "object"));
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
