import { wrongArgument } from "./arguments.ts";

const HEX = /^[0-9a-f]{32}$/;
const URL_TAIL = /\/([0-9a-f-]{32,36})\/?$/i;

/** Returns the 32 lowercase hex digits of a uuid in any spelling the servers accept, or undefined. */
export function parseUuid(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  if (HEX.test(value)) return value;
  const hex = value.replaceAll("-", "").toLowerCase();
  return HEX.test(hex) ? hex : undefined;
}

/**
 * Returns `value` as 32 lowercase hex digits, the only spelling that every route of every server takes.
 *
 * @throws {InvalidArgumentError} `value` is not a uuid.
 */
export function requireUuid(value: string, argument: string): string {
  const uuid = parseUuid(value);
  if (uuid !== undefined) return uuid;
  throw wrongArgument(argument, "must be a uuid: 32 hex digits, with or without dashes");
}

/**
 * Returns the uuid of an object that is given by its uuid or by its URL, as the guide has users and offerings.
 *
 * Only the last segment of the URL counts: its scheme and host depend on the proxy.
 *
 * @throws {InvalidArgumentError} `value` is neither a uuid nor a URL that ends in one.
 */
export function uuidOfReference(value: string, argument: string): string {
  const uuid = parseUuid(value) ?? parseUuid(URL_TAIL.exec(String(value))?.[1]);
  if (uuid !== undefined) return uuid;
  throw wrongArgument(argument, "must be a uuid or a URL that ends in one");
}
