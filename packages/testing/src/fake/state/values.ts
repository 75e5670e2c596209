import { createHash } from "node:crypto";

/** What JSON can hold; the fake stores and answers nothing else. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

export interface JsonObject {
  [key: string]: Json;
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Undefined where the text is no JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    const json: Json = JSON.parse(text);
    return json;
  } catch {
    return undefined;
  }
}

/** Times as Django prints them: ISO, UTC as `Z`, six digits of a second unless they are all zero. */
export function timestamp(time: Date): string {
  return time.getTime() % 1000 === 0
    ? `${time.toISOString().slice(0, 19)}Z`
    : `${time.toISOString().slice(0, 23)}000Z`;
}

/** Sorts texts; plain order would put a timestamp of a whole second after its own fractions. */
export function compareTimestamps(a: string, b: string): number {
  return compareTexts(padded(a), padded(b));
}

function padded(time: string): string {
  return time.replace(/(:\d\d)Z$/, "$1.000000Z");
}

export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** First day of the month in which a moment lies, `YYYY-MM-01`, in a zone such as `Europe/Tallinn`. */
export function monthOf(time: Date, timeZone = "UTC"): string {
  if (timeZone === "UTC") return `${time.toISOString().slice(0, 7)}-01`;
  return `${calendarOf(timeZone).format(time).slice(0, 7)}-01`;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Each takes some 50 kB, which are not soon given back: one for every row of a world fills the memory. */
function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const calendar =
    calendars.get(timeZone) ??
    new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  calendars.set(timeZone, calendar);
  return calendar;
}

export function isTimeZone(value: unknown): boolean {
  try {
    return typeof value === "string" && new Intl.DateTimeFormat("en", { timeZone: value }) !== undefined;
  } catch {
    return false;
  }
}

/** A uuid as every server prints it: 32 lowercase hex digits. */
export function randomUuid(): string {
  return crypto.randomUUID().replaceAll("-", "");
}

/** Reads a uuid the way Python does: dashes, braces and upper case are fine. Undefined when it is none. */
export function parseUuid(text: string): string | undefined {
  const hex = text
    .replace(/^urn:/i, "")
    .replace(/^uuid:/i, "")
    .replaceAll(/[{}-]/g, "")
    .toLowerCase();
  return /^[0-9a-f]{32}$/.test(hex) ? hex : undefined;
}

/** The same uuid for the same words, so that a re-seeded server has the ids it had before. */
export function uuidOf(...words: string[]): string {
  return createHash("sha256").update(words.join("\u0000")).digest("hex").slice(0, 32);
}

/** Amounts with two decimals as whole hundredths, so that sums are exact. */
export function hundredths(amount: string): bigint {
  return BigInt(amount.replace(".", ""));
}

export function fromHundredths(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(3, "0");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function sumOf(amounts: readonly string[]): string {
  return fromHundredths(amounts.reduce((total, amount) => total + hundredths(amount), 0n));
}
