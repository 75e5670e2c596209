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

// Kept, because making one costs as much as decoding a short answer. Not before it is needed, as all that is the platform's.
let utf8: TextDecoder | undefined;

function decoderOf(charset: string): TextDecoder {
  if (charset !== "utf-8") return new TextDecoder(charset, { fatal: true });
  utf8 ??= new TextDecoder(charset, { fatal: true });
  return utf8;
}

function decode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return decoderOf(charset).decode(bytes);
  } catch {
    return undefined;
  }
}
