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
  const text = words.join("\u0000");
  let hex = "";
  for (let part = 0; part < 4; part += 1) {
    let hash = 0x811c9dc5 ^ (part * 0x9e3779b1);
    for (const character of text) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hex += ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, "0");
  }
  return `${hex.slice(0, 12)}5${hex.slice(13, 16)}a${hex.slice(17)}`;
}
