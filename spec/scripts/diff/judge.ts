import { placeOf, wordsOf } from "./place.ts";
import type { RawChange } from "./redocly.ts";

/** What a change means to those who use the packages. */
export type Meaning = "breaking" | "added" | "changed" | "wording";

export interface Change {
  readonly kind: RawChange["kind"];
  readonly meaning: Meaning;
  readonly place: string;
  /** Whether a whole operation came or went, or moved between generations. */
  readonly isOperation: boolean;
  readonly note: string;
}

/** Words that only people and the mock read. */
const WORDING = ["description", "summary", "title", "example", "examples", "info", "externalDocs"];
const METHODS = ["get", "head", "post", "put", "patch", "delete"];
const GENERATIONS = ["2021", "current"];

/** Redocly's verdict, and what only this spec knows: its tags are generations, its schemas are exported types. */
export function judge(raw: RawChange): Change[] {
  const change = { kind: raw.kind, place: placeOf(raw), isOperation: false, note: noteOf(raw) };
  if (isWording(raw)) return [{ ...change, meaning: "wording" }];
  const [root, section, ...rest] = wordsOf(raw.path);
  if (root === "paths" && rest.length === 0 && raw.kind !== "modified") return wholePath(raw, change);
  if (raw.property === "key" && (root === "paths" || section === "schemas"))
    return [
      { ...change, isOperation: root === "paths", meaning: "breaking", note: `was ${raw.base?.value}` },
    ];
  const isOperation =
    root === "paths" && (rest.length === 0 || (rest.length === 1 && raw.kind !== "modified"));
  if (isOperation) return [{ ...change, isOperation, meaning: rated(raw) }];
  if (raw.property === "tags") return [{ ...change, isOperation: true, ...generations(raw) }];
  if (root === "components" && section === "schemas" && rest.length === 1 && raw.kind === "removed")
    return [{ ...change, meaning: "breaking", note: "the type of that name is gone" }];
  if (raw.property === "enum" && raw.impact === "patch" && gained(raw).length > 0)
    return [{ ...change, meaning: "added", note: `gained ${gained(raw).join(", ")}` }];
  return [{ ...change, meaning: rated(raw) }];
}

function rated({ impact, kind }: RawChange): Meaning {
  if (impact === "major") return "breaking";
  return impact === "minor" || kind === "added" ? "added" : "changed";
}

function noteOf({ verdicts, property, kind }: RawChange): string {
  if (verdicts.length > 0) return verdicts.map(({ message }) => message).join(" ");
  return kind === "modified" && property !== undefined ? `other ${property}` : "";
}

function isWording({ path, property }: RawChange): boolean {
  const words = wordsOf(path);
  // A column may be called `description`: then the word before it is `properties`.
  const at = words.findIndex((word, index) => WORDING.includes(word) && words[index - 1] !== "properties");
  return at !== -1 || (property !== undefined && WORDING.includes(property));
}

/** A path that comes or goes brings or takes its operations. */
function wholePath(raw: RawChange, change: Omit<Change, "meaning">): Change[] {
  const item = (raw.revision ?? raw.base)?.value;
  const methods = typeof item === "object" && item !== null ? Object.keys(item) : [];
  return methods
    .filter((method) => METHODS.includes(method))
    .map((method) => ({
      ...change,
      isOperation: true,
      meaning: rated(raw),
      place: `${method.toUpperCase()} ${change.place}`,
    }));
}

function generations(raw: RawChange): Pick<Change, "meaning" | "note"> {
  const lost = listOf(raw.base?.value).filter((tag) => !listOf(raw.revision?.value).includes(tag));
  const isGeneration = (tag: string) => GENERATIONS.includes(tag);
  if (lost.some(isGeneration))
    return { meaning: "breaking", note: `no longer on ${lost.filter(isGeneration).join(", ")}` };
  if (gained(raw).some(isGeneration))
    return { meaning: "added", note: `now on ${gained(raw).filter(isGeneration).join(", ")} too` };
  return { meaning: "wording", note: "other tags" };
}

function gained({ base, revision }: RawChange): string[] {
  return listOf(revision?.value).filter((value) => !listOf(base?.value).includes(value));
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
