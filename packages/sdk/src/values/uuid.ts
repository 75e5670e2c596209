import { InvalidArgumentError } from "../errors.ts";

const HEX = /^[0-9a-f]{32}$/;
const URL_TAIL = /\/([0-9a-f-]{32,36})\/?$/i;

/** Returns the 32 lowercase hex digits of a uuid in any spelling the servers accept, or undefined. */
export function parseUuid(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const hex = value.replaceAll("-", "").toLowerCase();
  return HEX.test(hex) ? hex : undefined;
}

/**
 * Returns `value` as 32 lowercase hex digits, the only spelling that every route of every server takes.
 *
 * @throws {InvalidArgumentError} `value` is not a uuid; nothing was sent.
 */
export function requireUuid(value: string, argument: string): string {
  const uuid = parseUuid(value);
  if (uuid === undefined) {
    throw new InvalidArgumentError(
      argument,
      `${argument} must be a uuid: 32 hex digits, with or without dashes.`,
    );
  }
  return uuid;
}

/**
 * Returns the uuid of an object named by its uuid or by its URL, as the guide allows for users and offerings.
 *
 * Only the last path segment of the URL is used: host and scheme in object URLs depend on the proxy.
 *
 * @throws {InvalidArgumentError} Neither a uuid nor a URL that ends in one; nothing was sent.
 */
export function uuidOfReference(value: string, argument: string): string {
  const uuid = parseUuid(value) ?? parseUuid(URL_TAIL.exec(String(value))?.[1]);
  if (uuid === undefined) {
    throw new InvalidArgumentError(argument, `${argument} must be a uuid or a URL that ends in one.`);
  }
  return uuid;
}
