/** Checking seeds that come as data: what each column may hold, and which columns there are. */
import { SeedError } from "./ground.ts";

/** Throws a {@link SeedError} that names the path unless the value is fit. */
export type Check = (value: unknown, path: string) => void;
export type Shape = Readonly<Record<string, Check>>;

function expects(what: string, isFit: (value: unknown) => boolean): Check {
  return (value, path) => {
    if (!isFit(value)) {
      throw new SeedError(path, `is ${shown(value)}, must be ${what}`);
    }
  };
}

function shown(value: unknown): string {
  return value === undefined ? "missing" : JSON.stringify(value);
}

export const text = expects("text", (value) => typeof value === "string");
export const number = expects("a number", (value) => typeof value === "number");
export const flag = expects("true or false", (value) => typeof value === "boolean");
export const object = expects("an object", isRecord);
export const uuid = expects(
  "32 lowercase hex digits (quote them if they are all digits)",
  (value) => typeof value === "string" && /^[0-9a-f]{32}$/.test(value),
);
export const time = expects(
  'a time like "2026-11-23T16:52:36.510242Z"',
  (value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(value),
);
export const amount = expects(
  "an amount with at most two decimals",
  (value) =>
    /^-?\d+(\.\d{1,2})?$/.test(String(value)) && (typeof value === "string" || typeof value === "number"),
);

export function oneOfWords(words: readonly string[]): Check {
  return expects(`one of ${words.join(", ")}`, (value) => typeof value === "string" && words.includes(value));
}

export function orNull(check: Check): Check {
  return (value, path) => {
    if (value !== null) {
      check(value, path);
    }
  };
}

export function either(first: Check, isFirst: (value: unknown) => boolean, second: Check): Check {
  return (value, path) => (isFirst(value) ? first(value, path) : second(value, path));
}

export function list(value: unknown, path: string): asserts value is unknown[] {
  if (!Array.isArray(value)) {
    throw new SeedError(path, `is ${shown(value)}, must be a list`);
  }
}

export function listOf(check: Check): Check {
  return (value, path) => {
    list(value, path);
    for (const [index, item] of value.entries()) {
      check(item, `${path}[${index}]`);
    }
  };
}

export function recordOf(check: Check): Check {
  return (value, path) => {
    object(value, path);
    for (const [key, item] of entries(value)) {
      check(item, `${path}.${key}`);
    }
  };
}

/** The columns of a row: by what its values are, but for those that are told; undefined ones are no columns. */
export function columnsOf(row: object, told: Readonly<Record<string, Check | undefined>>): Shape {
  const shape: Record<string, Check> = {};
  for (const [name, value] of Object.entries({ ...row, ...told })) {
    const check = Object.hasOwn(told, name) ? told[name] : checkLike(value);
    if (check !== undefined) shape[name] = check;
  }
  return shape;
}

function checkLike(value: unknown): Check | undefined {
  if (typeof value === "string") return text;
  if (typeof value === "number") return number;
  if (typeof value === "boolean") return flag;
  if (Array.isArray(value)) return list;
  return isRecord(value) ? object : undefined;
}

/** An object with these columns and no others. */
export function shaped(shape: Shape, required: readonly string[] = []): Check {
  return (value, path) => {
    object(value, path);
    const given = entries(value);
    for (const [key, item] of given) {
      const check = Object.hasOwn(shape, key) ? shape[key] : undefined;
      const at = path === "" ? key : `${path}.${key}`;
      if (check === undefined) {
        throw new SeedError(at, `no such key; known are: ${Object.keys(shape).join(", ")}`);
      }
      check(item, at);
    }
    for (const key of required) {
      if (!given.some(([name]) => name === key)) {
        throw new SeedError(path, `${key} is missing`);
      }
    }
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function entries(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}
