import { UsageError } from "../exit-codes.ts";

/** A line of a file, with its number from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** A line cannot be used, and so the file cannot: without the line a total would be too low. */
export function unusable({ number }: Pick<Line, "number">, what: string): UsageError {
  return new UsageError(`Line ${number}: ${what} Nothing was sent.`);
}

/** Makes lines of pieces of text, without line ends of any system, and without a byte order mark. */
export async function* linesOf(
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let [rest, number] = ["", 0];
  for await (const piece of pieces) {
    rest += typeof piece === "string" ? piece : decoder.decode(piece, { stream: true });
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield lineOf(++number, line);
  }
  rest += decoder.decode();
  if (rest !== "") yield lineOf(++number, rest);
}

function lineOf(number: number, text: string): Line {
  const trimmed = text.endsWith("\r") ? text.slice(0, -1) : text;
  return { number, text: number === 1 && trimmed.startsWith("\uFEFF") ? trimmed.slice(1) : trimmed };
}
