import { describe, expect, test } from "vitest";
import { decodeForReading, decodeText } from "./decode-text.ts";

const UTF8 = new TextEncoder().encode("õ");
const LATIN1 = new Uint8Array([0xf5]);

describe("decodeText", () => {
  test.each([
    ["UTF-8 by default", UTF8, null, "õ"],
    ["UTF-8 without a charset", UTF8, "application/json", "õ"],
    ["UTF-8 as said", UTF8, "application/json; charset=UTF-8", "õ"],
    ["Latin-1 as said", LATIN1, "text/html;Charset = iso-8859-1; x=y", "õ"],
    ["Latin-1 in quotes", LATIN1, 'text/html; charset="latin1"', "õ"],
    ["without a byte order mark", new Uint8Array([0xef, 0xbb, 0xbf, 0x61]), null, "a"],
    ["nothing", new Uint8Array(), null, ""],
  ])("%s", (_, bytes, contentType, text) => {
    expect(decodeText(bytes, contentType)).toBe(text);
  });

  test("bytes that are not what they are said to be are not guessed", () => {
    expect(decodeText(LATIN1, null)).toBeUndefined();
    expect(decodeText(UTF8, "text/html; charset=klingon")).toBeUndefined();
    expect(decodeText(new Uint8Array([0x8f, 0x20]), "text/html; charset=euc-jp")).toBeUndefined();
    expect(decodeText(LATIN1, "text/html; charset=utf8")).toBeUndefined();
  });
});

describe("decodeForReading", () => {
  test("guesses: it is for people only", () => {
    expect(decodeForReading(UTF8, null)).toBe("õ");
    expect(decodeForReading(LATIN1, null)).toBe("õ");
    expect(decodeForReading(LATIN1, "text/html; charset=klingon")).toBe("õ");
  });
});
