/**
 * Decodes a body as its content type says, UTF-8 where that says nothing, without a byte order mark.
 *
 * @returns undefined when the bytes are not what they are said to be: replacing them would corrupt data silently.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string | undefined {
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? "")?.[1];
  return decode(bytes, charset ?? "utf-8");
}

/** The same for text that is only shown to people: anything that is not UTF-8 is read as Latin-1. */
export function decodeForReading(bytes: Uint8Array, contentType: string | null): string {
  return decodeText(bytes, contentType) ?? decode(bytes, "latin1") ?? "";
}

function decode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
